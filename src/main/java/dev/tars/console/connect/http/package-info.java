/**
 * HTTP as every client of the console speaks it: time limits, bounded retry with jitter, a circuit that opens.
 */
@NullMarked
package dev.tars.console.connect.http;

import org.jspecify.annotations.NullMarked;
