/** What {@code tars-console} does without a window. */
@NullMarked
package dev.tars.console.app.cli;

import org.jspecify.annotations.NullMarked;
