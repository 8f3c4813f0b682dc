/**
 * The one bridge between worker threads and the FX thread.
 */
@NullMarked
package dev.tars.console.ui.background;

import org.jspecify.annotations.NullMarked;
