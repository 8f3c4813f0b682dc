/**
 * The live panel. {@code LiveViewModel} holds one immutable {@code LiveState}: what came in, what a person chose, what
 * the chart has; every control is drawn from it. Decisions: a board older than two poll intervals makes every row
 * unknown, for nobody is judging; a paused table keeps its states but its values grow old; a table in use keeps its
 * order until it was left alone for 10 s; an ok that is old is never green. The chart shows at most five series, the
 * worst first, and the violations the monitor judged, so that nothing is judged twice.
 */
@NullMarked
package dev.tars.console.slo.view;

import org.jspecify.annotations.NullMarked;
