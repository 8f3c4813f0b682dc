/** Rule files of the built-in Prometheus: read, evaluated live and over a stretch of history. */
@NullMarked
package dev.tars.console.practice.rules;

import org.jspecify.annotations.NullMarked;
