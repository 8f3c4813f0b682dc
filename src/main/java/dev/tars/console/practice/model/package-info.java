/**
 * The simulated T.A.R.S. behind practice: two regions whose counters, gauges and histograms move on by steps of time.
 *
 * <p>Nothing here knows of servers, threads or the time of day. All noise is a pure function of seed, name and time, so
 * the same seed and the same steps give the same figures, and what history was made of continues live in the very same
 * counters. Histograms take a whole step's requests at once: the count is spread over the buckets by the distribution's
 * cumulative function, with the remainders carried on, instead of drawing each request.
 */
@NullMarked
package dev.tars.console.practice.model;

import org.jspecify.annotations.NullMarked;
