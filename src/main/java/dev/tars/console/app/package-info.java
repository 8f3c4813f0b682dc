/**
 * The one place that knows everything: wiring, shell, screens, settings.
 */
@NullMarked
package dev.tars.console.app;

import org.jspecify.annotations.NullMarked;
