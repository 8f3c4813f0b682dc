/**
 * Executable Markdown: a file people read on the web, and the items and checks the console finds in it. One grammar
 * for the checklist and the playbook.
 *
 * <h2>The file</h2>
 *
 * {@link dev.tars.console.runbook.RunbookReader} makes a {@link dev.tars.console.runbook.Runbook} of CommonMark with GitHub's
 * task lists. A heading is a {@link dev.tars.console.runbook.Section} (a step of a playbook), a list item with a box an
 * {@link dev.tars.console.runbook.Item}, a fence under either whose language is a kind of probe a
 * {@link dev.tars.console.runbook.Block}:
 *
 * <pre>{@code
 * ## Performance {#performance gate=pre-release owner=SRE}
 *
 * - [ ] **API p95 is below 100 ms** {#pre-api-p95 fresh=12h needs=pre-load}
 *   Under load on staging.
 *   Why: the three slowest pages wait for it.
 *   When it fails: see that the indexes are valid.
 *
 *   ```promql expect="all < 100ms" for=15m
 *   tars:slo:api_latency_p95:5m
 *   ```
 * }</pre>
 *
 * The first line of an item is its title. {@code Why:} and {@code When it fails:} begin paragraphs of their own; the rest
 * is its note. A fence in another language is text to read. The source is never written: ticks live in the journal, a
 * tick in the file counts for nothing, and {@link dev.tars.console.runbook.Runbook#copyWithTicks} makes the copy to hand out.
 *
 * <h2>Attributes</h2>
 *
 * After a title, {@code {#id name=value flag}}; values with spaces stand in quotes. Those marked * pass from a section to all in it.
 *
 * <table>
 * <caption>Attributes of sections and items</caption>
 * <tr><td>{@code #id}</td><td>first; what journal, alerts and links call it. Without one it is made of the title</td></tr>
 * <tr><td>{@code gate=NAME}*</td><td>the gate it belongs to: pre-release, post-deployment</td></tr>
 * <tr><td>{@code owner=NAME}*</td><td>who answers for it</td></tr>
 * <tr><td>{@code labels=a,b}*</td><td>words to filter by; those of the section are added</td></tr>
 * <tr><td>{@code about=x,y}*</td><td>what a tick depends on: a file of the release ({@code rules/alerts.yaml}), {@code commit},
 * {@code chart}, {@code database}, {@code environment}; when its fingerprint changes the tick is stale</td></tr>
 * <tr><td>{@code fresh=24h}*</td><td>how long a tick is good for</td></tr>
 * <tr><td>{@code four-eyes}*</td><td>two different people sign</td></tr>
 * <tr><td>{@code needs=id,id}</td><td>items that have to be met before</td></tr>
 * <tr><td>{@code watch=24h}</td><td>it has to hold so long; {@code every=1m} how often it is asked; {@code on-miss=restart|fail},
 * {@code on-unknown=pause|restart} what a miss and a gap do to the time that was held</td></tr>
 * </table>
 *
 * In the info string of a fence: {@code expect="..."} the {@link dev.tars.console.runbook.Expectation}, {@code for=5m} over which time
 * it has to hold, {@code timeout=30s}, {@code unit=ms} what the answer is measured in, {@code take=...} which part of the
 * answer is judged, and what the kind adds. Durations are a number and ms, s, m, h, d or w.
 *
 * <h2>Probes</h2>
 *
 * A feature supplies {@link dev.tars.console.runbook.Probe}s; {@link dev.tars.console.runbook.Probing} runs them and makes
 * {@link dev.tars.console.base.Evidence} of what they answer. Decisions: a probe says what came back and never whether it is
 * good, so that one place ({@link dev.tars.console.runbook.Expectation#judge}) knows that nothing, NaN and an absent value are
 * Unknown. A check that cannot fail is an error of the file. All errors of a file are told at once. Commonmark-java is
 * this package's listed exception: the Markdown is the subject itself.
 */
@NullMarked
package dev.tars.console.runbook;

import org.jspecify.annotations.NullMarked;
