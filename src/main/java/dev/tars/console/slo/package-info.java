/**
 * Service level objectives: what was promised, what is measured, and what may be said about it.
 *
 * <p>{@link dev.tars.console.slo.SloFile} reads the promises, {@link dev.tars.console.slo.SloSource} is what is needed
 * from outside, {@link dev.tars.console.slo.SloEvaluator} judges the answers of one poll,
 * {@code StateTrack} puts hysteresis between polls, {@link dev.tars.console.slo.SloMonitor} polls and publishes one
 * immutable {@link dev.tars.console.slo.SloBoard}. Table, chart, export and verdict read the same board.
 *
 * <h2>Words</h2>
 *
 * <ul>
 *   <li><b>objective</b>: an indicator and the bound it must keep; <b>ratio</b> objectives have an error budget, which is
 *       what may be bad: 1 - objective
 *   <li><b>judging window</b>: the window (1m, 5m, 1h) that decides between violated and not; the others warn
 *   <li><b>burning</b>: the judging window keeps the bound and another one misses it, a violation is being entered, or a tier of
 *       the budget fires
 *   <li><b>no traffic</b>: a division by 0; <b>no data</b>: nothing usable, with its kind
 *   <li><b>burn rate</b>: bad share / error budget (The Site Reliability Workbook, chapter 5)
 *   <li><b>tier</b>: a speed of burning that is told, as percent of the budget within a window; it fires while that
 *       window and its twelfth burn at its factor or faster
 * </ul>
 *
 * <h2>Decisions</h2>
 *
 * <ul>
 *   <li>No data and no traffic are never ok: a missing window, region, target, freshness or answer makes an objective
 *       unknown. Every piece must be there and keep the bound.
 *   <li>Of a series whose target is down no figure counts, good or bad, though a rate still gives numbers from the
 *       samples of before. A target stands behind a series where the labels that both carry are the same; the series is
 *       down when all targets behind it are, so that one pod restarting does not blind a region. Then the sentence says
 *       how many are.
 *   <li>A violation is not ended by silence, and its since is the first poll outside, also after silence between.
 *   <li>Longer windows are sums of bad events over sums of all, from records that tile the past each 5 min; the mean of
 *       ratios would be wrong. A window of which the server holds less than nine tenths is missing: said, not guessed.
 *   <li>A tier fires at its factor, not only above it, compared in decimals (Sloth's alerts are strictly above). The
 *       alerts of rules/alerts.yaml are the same tiers over the same questions, and fire at the factor too.
 *   <li>A series that was there and is gone stays unknown until it is back or a person acknowledges it; no time passing
 *       makes it forgotten. Labels that change by themselves (pod names) do not belong into an objective's query.
 *   <li>An answer that comes later than two intervals, or tells that the server's clock stands an interval or more from
 *       where it was asked, does not speak for now and is not used.
 * </ul>
 */
@NullMarked
package dev.tars.console.slo;

import org.jspecify.annotations.NullMarked;
