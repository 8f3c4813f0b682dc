/**
 * Controls every screen is made of.
 */
@NullMarked
package dev.tars.console.ui.controls;

import org.jspecify.annotations.NullMarked;
