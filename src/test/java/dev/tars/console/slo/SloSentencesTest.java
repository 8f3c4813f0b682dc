package dev.tars.console.slo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SloSentencesTest {

    private static final Instant START = Instant.parse("2026-08-18T14:21:30Z");
    private static final Instant NOW = START.plusSeconds(645);
    private static final double NAN = Double.NaN;

    private final SloSentences sentences = new SloSentences(ZoneOffset.UTC);

    /** The sentence after two polls with the same answers, the first at START. */
    private String after(Slo slo, Batches batches) {
        SloEvaluator evaluator = new SloEvaluator(slo);
        Judgement first = evaluator.judge(batches.batch(), START, SeenSeries.none());
        StateTrack track = StateTrack.notAsked(START).next(first.state(), START, slo.hysteresis());
        Judgement second = evaluator.judge(batches.batch(), NOW, first.seen());
        track = track.next(second.state(), NOW, slo.hysteresis());
        return plain(sentences.judged(slo, second, Optional.empty(), track, Optional.empty(), NOW));
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ');
    }

    @Test
    void aViolationSaysWhatAndSinceWhen() {
        Batches batches =
                Batches.answers().region("latency", "us-east-1", 0.187).region("latency", "us-west-2", 0.1);
        assertThat(after(Slos.of(Slos.LATENCY), batches))
                .isEqualTo("API latency p95 in us-east-1 is 187 ms over 5 min, it must stay < 150 ms. Violated for "
                        + "10 min 45 s, since 14:21:30 UTC.");
    }

    @Test
    void burningNamesTheWindowThatMisses() {
        assertThat(after(Slos.of(Slos.LATENCY), Batches.of("latency", 0.2, 0.1, 0.16)))
                .isEqualTo(
                        "API latency p95 keeps < 150 ms over 5 min (100 ms) and misses it over 1 min (200 ms) and 1 h"
                                + " (160 ms). It burns for 10 min 45 s, since 14:21:30 UTC; it still counts as met.");
    }

    @Test
    void anEnteringViolationCountsItsPolls() {
        assertThat(after(Slos.of(Slos.LATENCY, "enter: 3"), Batches.of("latency", 0.2, 0.2, 0.2)))
                .contains("outside for 2 of 3 polls");
    }

    @Test
    void okSaysItsFigure() {
        assertThat(after(Slos.of(Slos.LATENCY), Batches.of("latency", 0.1, 0.1, 0.1)))
                .isEqualTo("API latency p95 is 100 ms over 5 min and has kept < 150 ms since 14:21:30 UTC.");
    }

    @Test
    void noTrafficSaysWhatItWasBefore() {
        Slo slo = Slos.of(Slos.ERRORS);
        Judgement judgement = new SloEvaluator(slo)
                .judge(Batches.answers().region("errors", "ap-southeast-1", NAN).batch(), NOW, SeenSeries.none());
        StateTrack track = StateTrack.notAsked(START).next(judgement.state(), NOW, slo.hysteresis());
        String sentence = sentences.judged(
                slo,
                judgement,
                Optional.empty(),
                track,
                Optional.of(new SloSentences.LastKnown(SloState.VIOLATED, START)),
                NOW);
        assertThat(plain(sentence))
                .isEqualTo("Nothing is asked of Error rate in ap-southeast-1 since 14:32:15 UTC: 0 of 0 is neither good"
                        + " nor bad. Before, at 14:21:30 UTC, it was violated. It counts as unproven for the release, not"
                        + " as met. Check whether traffic is routed there.");
    }

    @Test
    void afterThreeEmptyPollsTheCauseIsGuessed() {
        Slo slo = Slos.of(Slos.LATENCY);
        SeenSeries twice = new SeenSeries(Map.of(), 2);
        Judgement judgement = new SloEvaluator(slo)
                .judge(
                        Batches.answers()
                                .nothing("latency:1m", "latency:5m", "latency:1h")
                                .batch(),
                        NOW,
                        twice);
        StateTrack track = StateTrack.notAsked(START).next(judgement.state(), START, slo.hysteresis());
        assertThat(plain(sentences.judged(slo, judgement, Optional.empty(), track, Optional.empty(), NOW)))
                .contains("returns nothing, 3 polls in a row")
                .contains("name and labels")
                .contains("no sum drops le");
        assertThat(after(slo, Batches.answers().nothing("latency:1m", "latency:5m", "latency:1h")))
                .contains("the 5 min window has no sample")
                .doesNotContain("le ");
    }

    @Test
    void everyKindOfNoDataHasItsWords() {
        Slo slo = Slos.of(Slos.LATENCY, "target: up", "freshness: newest");
        Batches fresh = Batches.of("latency", 0.1, 0.1, 0.1).value("newest", NOW.getEpochSecond());
        assertThat(after(slo, fresh.value("up", 0)))
                .contains("the target is down")
                .contains("Bring the target back");
        assertThat(after(
                        slo, Batches.of("latency", 0.1, 0.1, 0.1).value("up", 1).value("newest", 0)))
                .contains("is stale for 10 min 45 s")
                .contains("allowed are 2 min");
        assertThat(after(
                        slo,
                        Batches.of("latency", 0.1, 0.1, 0.1)
                                .value("up", 1)
                                .value("newest", NOW.getEpochSecond())
                                .refused("latency:5m", "parse error")))
                .contains("The server refuses the query")
                .contains("parse error")
                .contains("slos.yaml, line 4");
        assertThat(after(
                        slo, Batches.of("latency", 0.1, 0.1, 0.1).value("up", 1).partial("newest", "store x")))
                .contains("is partial and holds nothing usable")
                .contains("store x");
        assertThat(after(slo, Batches.answers())).contains("No answer about API latency p95");
    }

    @Test
    void silenceSaysHowOldTheValuesAre() {
        StateTrack track = StateTrack.notAsked(START).next(SloState.NO_DATA, START, new Slo.Hysteresis(1, 1));
        assertThat(plain(sentences.silent(
                        NoData.UNREACHABLE,
                        "Prometheus does not answer",
                        track,
                        Optional.of(START.minusSeconds(15)),
                        NOW)))
                .isEqualTo(
                        "No data for 10 min 45 s, since 14:21:30 UTC: Prometheus does not answer. The values shown are"
                                + " of 14:21:15 UTC, 11 min old. It counts as unproven for the release, not as met.");
        assertThat(sentences.silent(NoData.UNREACHABLE, "x", track, Optional.empty(), NOW))
                .contains("There was no answer before.");
        assertThat(sentences.silent(NoData.NOT_ASKED, "", track, Optional.empty(), NOW))
                .startsWith("Not asked yet.");
    }
}
