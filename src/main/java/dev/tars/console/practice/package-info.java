/**
 * The embedded T.A.R.S. to rehearse on.
 *
 * <p>{@link dev.tars.console.practice.Practice} puts it together: {@code model} simulates two regions, {@code targets}
 * serves them to be scraped, {@code history} makes the past, {@code store}, {@code rules} and {@code server} are the
 * built-in Prometheus, {@code real} runs the one of this machine instead, {@code front} stands before either so that
 * {@link dev.tars.console.practice.Drill drills} can break it. The console reaches it by HTTP alone, as it does a
 * production Prometheus: no feature knows whether it talks to practice.
 *
 * <p>Decisions: history is simulated in the counters that live scrapes then continue, so no counter resets at the
 * start; records of the past are evaluated by the same engine as live ones; the coarse weeks are drawn from the
 * detailed level of each objective, as raw samples of weeks would take the room of hours. A real Prometheus that does
 * not start is replaced by the built-in server, with a line in the log and its name on the screen.
 */
@NullMarked
package dev.tars.console.practice;

import org.jspecify.annotations.NullMarked;
