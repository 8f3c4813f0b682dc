/** What stands between the console and practice's Prometheus, so that drills can slow it down or break it. */
@NullMarked
package dev.tars.console.practice.front;

import org.jspecify.annotations.NullMarked;
