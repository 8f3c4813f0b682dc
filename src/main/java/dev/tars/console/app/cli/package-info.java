/** The program {@code tars-console}: what makes sense without a window, on the same cores, with exit codes. */
@NullMarked
package dev.tars.console.app.cli;

import org.jspecify.annotations.NullMarked;
