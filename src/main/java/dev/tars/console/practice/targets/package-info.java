/** The simulated T.A.R.S. as things to scrape: one small HTTP server a target, Prometheus' text format at /metrics. */
@NullMarked
package dev.tars.console.practice.targets;

import org.jspecify.annotations.NullMarked;
