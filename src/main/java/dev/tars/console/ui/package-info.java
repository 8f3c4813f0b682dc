/**
 * JavaFX parts that any screen may use.
 */
@NullMarked
package dev.tars.console.ui;

import org.jspecify.annotations.NullMarked;
