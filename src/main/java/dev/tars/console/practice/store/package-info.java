/**
 * The built-in Prometheus' samples, in memory and bounded: two columns a series for the detailed period, which rolls,
 * and thinned columns of the objectives for the weeks before it.
 */
@NullMarked
package dev.tars.console.practice.store;

import org.jspecify.annotations.NullMarked;
