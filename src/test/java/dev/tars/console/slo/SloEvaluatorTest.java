package dev.tars.console.slo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SloEvaluatorTest {

    private static final Instant AT = Instant.parse("2026-08-18T14:32:15Z");
    private static final double NAN = Double.NaN;
    private static final String TARGET = "target: up";
    private static final String FRESHNESS = "freshness: newest";

    private static Judgement judge(Slo slo, Batches batches) {
        return judge(slo, batches, SeenSeries.none());
    }

    private static Judgement judge(Slo slo, Batches batches, SeenSeries seen) {
        return new SloEvaluator(slo).judge(batches.batch(), AT, seen);
    }

    private static SeenSeries seen(Duration ago, String... regions) {
        Map<Map<String, String>, Instant> last = new java.util.HashMap<>();
        for (String region : regions) {
            last.put(Map.of("region", region), AT.minus(ago));
        }
        return new SeenSeries(last, 0);
    }

    /** Field case SLO-02, the judging window alone deciding, and the windows beside it. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, OK",
        "0.01, 0.01, 0.01, OK",
        "0, 0.02, 0, VIOLATED",
        "NaN, NaN, NaN, NO_TRAFFIC",
        "NaN, 0, 0, NO_TRAFFIC",
        "NaN, 0.02, 0.02, VIOLATED",
        "0, 0, NaN, NO_TRAFFIC",
        "0.02, 0, 0, BURNING",
        "0, 0, 0.02, BURNING",
        "Infinity, Infinity, Infinity, VIOLATED",
        "0, Infinity, 0, VIOLATED",
        "-Infinity, -Infinity, -Infinity, NO_TRAFFIC",
        "0, 0, -Infinity, NO_TRAFFIC",
        "Infinity, 0, 0, BURNING"
    })
    void theWindowsDecideTogether(double oneMinute, double fiveMinutes, double oneHour, SloState state) {
        Judgement judgement = judge(Slos.of(Slos.ERRORS), Batches.of("errors", oneMinute, fiveMinutes, oneHour));
        assertThat(judgement.state()).isEqualTo(state);
        assertThat(judgement.values())
                .containsEntry(Window.ONE_MINUTE, oneMinute)
                .containsEntry(Window.FIVE_MINUTES, fiveMinutes)
                .containsEntry(Window.ONE_HOUR, oneHour);
    }

    @Test
    void aShareOfNothingIsNotAShareThatKeepsItsBound() {
        Slo slo = Slos.of(Slos.ERRORS.replace("<= 1%", "> 99%"));
        double share = Double.POSITIVE_INFINITY;
        assertThat(judge(slo, Batches.of("errors", share, share, share)).state())
                .isEqualTo(SloState.NO_TRAFFIC);
    }

    @Test
    void anEmptyAnswerIsNoDataAndNotOk() {
        Judgement judgement =
                judge(Slos.of(Slos.ERRORS), Batches.answers().nothing("errors:1m", "errors:5m", "errors:1h"));
        assertThat(judgement.state()).isEqualTo(SloState.NO_DATA);
        assertThat(judgement.noData()).contains(NoData.EMPTY);
        assertThat(judgement.values()).isEmpty();
        assertThat(judgement.bySeries()).isEmpty();
        assertThat(judgement.answer()).isEqualTo("raw of errors:5m");
        assertThat(judgement.seen().emptyPolls()).isOne();
    }

    @Test
    void emptyPollsAreCountedInARow() {
        Slo slo = Slos.of(Slos.ERRORS);
        Batches nothing = Batches.answers().nothing("errors:1m", "errors:5m", "errors:1h");
        Judgement first = judge(slo, nothing);
        Judgement second = judge(slo, nothing, first.seen());
        assertThat(second.seen().emptyPolls()).isEqualTo(2);
        Judgement good = judge(slo, Batches.of("errors", 0, 0, 0), second.seen());
        assertThat(good.seen().emptyPolls()).isZero();
    }

    @Test
    void anAnswerThatIsNotThereIsNoAnswer() {
        Judgement judgement = judge(Slos.of(Slos.ERRORS), Batches.answers());
        assertThat(judgement.noData()).contains(NoData.UNREACHABLE);
    }

    @Test
    void anObjectiveIsAsItsWorstRegion() {
        Slo slo = Slos.of(Slos.LATENCY);
        Judgement judgement = judge(
                slo,
                Batches.answers()
                        .region("latency", "us-west-2", 0.101)
                        .region("latency", "ap-southeast-1", NAN)
                        .region("latency", "us-east-1", 0.236)
                        .region("latency", "eu-west-1", 0.160));
        assertThat(judgement.state()).isEqualTo(SloState.VIOLATED);
        assertThat(judgement.values()).containsEntry(Window.FIVE_MINUTES, 0.236);
        assertThat(judgement.bySeries())
                .extracting(s -> s.labels().get("region"), SloReading.SeriesValue::state)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("us-east-1", SloState.VIOLATED),
                        org.assertj.core.groups.Tuple.tuple("eu-west-1", SloState.VIOLATED),
                        org.assertj.core.groups.Tuple.tuple("ap-southeast-1", SloState.NO_TRAFFIC),
                        org.assertj.core.groups.Tuple.tuple("us-west-2", SloState.OK));
        assertThat(judgement.bySeries().get(2).value().orElseThrow()).isNaN();
    }

    @Test
    void whereHighIsGoodTheLowestIsWorst() {
        Slo slo = Slos.of(Slos.ERRORS.replace("<= 1%", "> 99%"));
        Judgement judgement = judge(
                slo,
                Batches.answers()
                        .region("errors", "a", 0.97)
                        .region("errors", "b", 0.95)
                        .region("errors", "c", 1));
        assertThat(judgement.values()).containsEntry(Window.ONE_HOUR, 0.95);
        assertThat(judgement.bySeries().get(0).labels()).containsEntry("region", "b");
    }

    @ParameterizedTest
    @CsvSource({"0.16, WARNING", "0.2, ERROR", "0.4999, ERROR", "0.5, CRITICAL", "Infinity, CRITICAL"})
    void severityRisesWithEachStepThatIsMissed(double value, Severity severity) {
        assertThat(judge(Slos.of(Slos.LATENCY), Batches.of("latency", value, value, value))
                        .severity())
                .contains(severity);
    }

    @Test
    void aRegionSeenWithinTheHourIsMissed() {
        Judgement judgement = judge(
                Slos.of(Slos.LATENCY),
                Batches.answers().region("latency", "us-west-2", 0.1),
                seen(Duration.ofMinutes(59), "us-east-1"));
        assertThat(judgement.state()).isEqualTo(SloState.NO_DATA);
        assertThat(judgement.noData()).contains(NoData.SERIES_VANISHED);
        SloReading.SeriesValue gone = judgement.bySeries().get(0);
        assertThat(gone.labels()).containsEntry("region", "us-east-1");
        assertThat(gone.value()).isEmpty();
        assertThat(gone.state()).isEqualTo(SloState.NO_DATA);
    }

    @Test
    void aRegionGoneForMoreThanAnHourIsStillMissed() {
        Judgement judgement = judge(
                Slos.of(Slos.LATENCY),
                Batches.answers().region("latency", "us-west-2", 0.1),
                seen(Duration.ofMinutes(61), "us-east-1"));
        assertThat(judgement.noData()).contains(NoData.SERIES_VANISHED);
        assertThat(judgement.seen().last())
                .containsOnlyKeys(Map.of("region", "us-west-2"), Map.of("region", "us-east-1"));
    }

    @Test
    void whenAllAreGoneNoneIsLetGo() {
        Judgement judgement = judge(
                Slos.of(Slos.LATENCY),
                Batches.answers().nothing("latency:1m", "latency:5m", "latency:1h"),
                seen(Duration.ofHours(5), "us-east-1"));
        assertThat(judgement.noData()).contains(NoData.SERIES_VANISHED);
    }

    @Test
    void aRegionOnlyTheLongWindowStillKnowsHasVanished() {
        Batches batches =
                Batches.answers().region("latency", "a", 0.1).sample("latency:1h", Map.of("region", "b"), 0.1);
        Judgement judgement = judge(Slos.of(Slos.LATENCY), batches);
        assertThat(judgement.noData()).contains(NoData.SERIES_VANISHED);
        assertThat(judgement.values()).containsEntry(Window.FIVE_MINUTES, 0.1);
    }

    @ParameterizedTest
    @CsvSource({"latency:1m, SERIES_VANISHED", "latency:1h, EMPTY", "latency:5m, SERIES_VANISHED"})
    void aWindowWithoutASampleProvesNothing(String window, NoData kind) {
        Judgement judgement = judge(
                Slos.of(Slos.LATENCY),
                Batches.of("latency", 0.1, 0.1, 0.1).missing(window).nothing(window));
        assertThat(judgement.noData()).contains(kind);
    }

    @Test
    void theMetricsNameIsNoLabelOfASeries() {
        Batches batches = Batches.answers()
                .sample("latency:1m", Map.of("__name__", "latency:1m", "region", "a"), 0.1)
                .sample("latency:5m", Map.of("__name__", "latency:5m", "region", "a"), 0.1)
                .sample("latency:1h", Map.of("__name__", "latency:1h", "region", "a"), 0.1);
        Judgement judgement = judge(Slos.of(Slos.LATENCY), batches);
        assertThat(judgement.state()).isEqualTo(SloState.OK);
        assertThat(judgement.bySeries())
                .singleElement()
                .satisfies(s -> assertThat(s.labels()).containsOnlyKeys("region"));
    }

    @ParameterizedTest
    @CsvSource({
        "0.1, NaN, NO_TRAFFIC",
        "NaN, 0.1, NO_TRAFFIC",
        "0.2, NaN, VIOLATED",
        "NaN, 0.2, VIOLATED",
        "0.1, 0.2, VIOLATED"
    })
    void twinsThatDifferInTheNameOnlyCountAsTheWorse(double first, double second, SloState state) {
        Batches batches = Batches.answers()
                .sample("latency:5m", Map.of("__name__", "x"), first)
                .sample("latency:5m", Map.of("__name__", "y"), second)
                .value("latency:1m", 0.1)
                .value("latency:1h", 0.1);
        assertThat(judge(Slos.of(Slos.LATENCY), batches).state()).isEqualTo(state);
    }

    @Test
    void aDeadTargetSilencesTheFiguresOfItsRegion() {
        Judgement judgement = judge(
                Slos.of(Slos.LATENCY, TARGET),
                Batches.answers()
                        .region("latency", "us-east-1", 0.9)
                        .region("latency", "us-west-2", 0.1)
                        .sample("up", Map.of("region", "us-east-1", "instance", "a:1"), 0)
                        .sample("up", Map.of("region", "us-west-2", "instance", "b:1"), 1));
        assertThat(judgement.state()).isEqualTo(SloState.NO_DATA);
        assertThat(judgement.noData()).contains(NoData.TARGET_DOWN);
        assertThat(judgement.question()).isEqualTo("up");
        assertThat(judgement.bySeries().get(0).value()).isEmpty();
        assertThat(judgement.bySeries().get(1).state()).isEqualTo(SloState.OK);
        assertThat(judgement.values()).containsEntry(Window.FIVE_MINUTES, 0.1);
    }

    @Test
    void oneOfSeveralTargetsDownIsSaidAndBlindsNothing() {
        Judgement judgement = judge(
                Slos.of(Slos.LATENCY, TARGET),
                Batches.answers()
                        .region("latency", "us-east-1", 0.1)
                        .sample("up", Map.of("region", "us-east-1", "instance", "a:1"), 0)
                        .sample("up", Map.of("region", "us-east-1", "instance", "b:1"), 1));
        assertThat(judgement.state()).isEqualTo(SloState.OK);
        assertThat(judgement.note()).isEqualTo("1 of 2 targets down (instance a:1, region us-east-1).");
    }

    @Test
    void figuresWithoutLabelsHangOnAllTargets() {
        Batches down = Batches.of("latency", 0.1, 0.1, 0.1)
                .sample("up", Map.of("region", "a"), 0)
                .sample("up", Map.of("region", "b"), NAN);
        Judgement judgement = judge(Slos.of(Slos.LATENCY, TARGET), down);
        assertThat(judgement.noData()).contains(NoData.TARGET_DOWN);
        assertThat(judgement.detail()).isEqualTo("all 2 targets are down");
    }

    @Test
    void noTargetAtAllIsNotOk() {
        Judgement judgement = judge(
                Slos.of(Slos.LATENCY, TARGET),
                Batches.of("latency", 0.1, 0.1, 0.1).nothing("up"));
        assertThat(judgement.noData()).contains(NoData.TARGET_DOWN);
        assertThat(judgement.detail()).isEqualTo("up returns nothing");
    }

    @Test
    void aTargetGoneFromDiscoveryIsNotOk() {
        Judgement judgement = judge(
                Slos.of(Slos.LATENCY, TARGET),
                Batches.answers().region("latency", "a", 0.1).sample("up", Map.of("region", "b"), 1));
        assertThat(judgement.noData()).contains(NoData.TARGET_DOWN);
        assertThat(judgement.detail()).isEqualTo("no target of up matches it");
    }

    @Test
    void anEmptyAnswerBesideADeadTargetIsTheTargets() {
        Judgement judgement = judge(
                Slos.of(Slos.LATENCY, TARGET),
                Batches.answers()
                        .nothing("latency:1m", "latency:5m", "latency:1h")
                        .sample("up", Map.of("region", "a"), 0));
        assertThat(judgement.noData()).contains(NoData.TARGET_DOWN);
    }

    @Test
    void anEmptyAnswerBesideALiveTargetIsEmpty() {
        Judgement judgement = judge(
                Slos.of(Slos.LATENCY, TARGET),
                Batches.answers()
                        .nothing("latency:1m", "latency:5m", "latency:1h")
                        .value("up", 1));
        assertThat(judgement.noData()).contains(NoData.EMPTY);
    }

    @ParameterizedTest
    @CsvSource({"119, OK", "120, OK", "121, NO_DATA", "-30, OK"})
    void samplesOlderThanAllowedAreStale(long age, SloState state) {
        double newest = AT.getEpochSecond() - age;
        Judgement judgement = judge(
                Slos.of(Slos.LATENCY, FRESHNESS),
                Batches.of("latency", 0.1, 0.1, 0.1)
                        .sample("newest", Map.of(), newest - 500)
                        .sample("newest", Map.of("instance", "b"), newest));
        assertThat(judgement.state()).isEqualTo(state);
        assertThat(judgement.noData()).isEqualTo(state == SloState.OK ? Optional.empty() : Optional.of(NoData.STALE));
    }

    @ParameterizedTest
    @CsvSource({"3600", "1.7e12", "1e300", "-1e300"})
    void aNewestSampleThatIsNotOfNowProvesNothing(double ahead) {
        Judgement judgement = judge(
                Slos.of(Slos.LATENCY, "freshness: newest"),
                Batches.of("latency", 0.1, 0.1, 0.1).value("newest", AT.getEpochSecond() + ahead));
        assertThat(judgement.noData()).contains(NoData.STALE);
    }

    @Test
    void staleFiguresAreNoViolation() {
        Judgement judgement = judge(
                Slos.of(Slos.LATENCY, FRESHNESS),
                Batches.of("latency", 0.9, 0.9, 0.9).value("newest", AT.getEpochSecond() - 600));
        assertThat(judgement.noData()).contains(NoData.STALE);
        assertThat(judgement.detail().replace('\u00a0', ' '))
                .isEqualTo("the newest sample is 10 min old, allowed are 2 min");
    }

    @ParameterizedTest
    @CsvSource({"NaN", "Infinity"})
    void anAgeThatIsNoNumberIsStale(double newest) {
        Judgement judgement = judge(
                Slos.of(Slos.LATENCY, FRESHNESS),
                Batches.of("latency", 0.1, 0.1, 0.1).value("newest", newest));
        assertThat(judgement.noData()).contains(NoData.STALE);
    }

    /** Field case SLO-03 a, b. */
    @ParameterizedTest
    @CsvSource({"latency:1m", "latency:5m", "latency:1h", "up", "newest"})
    void whatTheServerRefusesIsAQueryErrorWithItsWords(String refused) {
        Judgement judgement = judge(
                Slos.of(Slos.LATENCY, TARGET, FRESHNESS),
                Batches.of("latency", 0.1, 0.1, 0.1)
                        .value("up", 1)
                        .value("newest", AT.getEpochSecond())
                        .refused(refused, "found duplicate series"));
        assertThat(judgement.noData()).contains(NoData.QUERY_ERROR);
        assertThat(judgement.detail()).contains("found duplicate series");
        assertThat(judgement.question()).isEqualTo(refused);
    }

    @Test
    void aRefusedQuestionForgetsNoSeries() {
        Judgement judgement = judge(
                Slos.of(Slos.LATENCY),
                Batches.answers()
                        .refused("latency:5m", "no")
                        .refused("latency:1m", "no")
                        .refused("latency:1h", "no"),
                seen(Duration.ofMinutes(30), "a"));
        assertThat(judgement.seen()).isEqualTo(seen(Duration.ofMinutes(30), "a"));
    }

    @ParameterizedTest
    @CsvSource({"latency:1m", "latency:1h", "up", "newest"})
    void aRefusalBesideItDoesNotHideAViolation(String refused) {
        Judgement judgement = judge(
                Slos.of(Slos.LATENCY, TARGET, FRESHNESS),
                Batches.of("latency", 0.9, 0.9, 0.9)
                        .value("up", 1)
                        .value("newest", AT.getEpochSecond())
                        .refused(refused, "no"));
        assertThat(judgement.state()).isEqualTo(SloState.VIOLATED);
    }

    /** Field case SLO-03 g. */
    @Test
    void aPartialAnswerWithNothingInItIsNotPlainNoData() {
        Judgement judgement = judge(
                Slos.of(Slos.LATENCY),
                Batches.answers()
                        .nothing("latency:1m", "latency:5m", "latency:1h")
                        .partial("latency:5m", "store x unavailable"));
        assertThat(judgement.noData()).contains(NoData.PARTIAL);
        assertThat(judgement.note()).isEqualTo("The answer is partial: store x unavailable.");
    }

    @Test
    void aRegionMissingFromAPartialAnswerIsPartialAndNotVanished() {
        Judgement judgement = judge(
                Slos.of(Slos.LATENCY),
                Batches.answers().region("latency", "a", 0.1).partial("latency:5m", "store x unavailable"),
                seen(Duration.ofMinutes(1), "b"));
        assertThat(judgement.noData()).contains(NoData.PARTIAL);
    }

    @Test
    void aPartialAnswerWithValuesIsJudgedAndMarked() {
        Judgement judgement = judge(
                Slos.of(Slos.LATENCY),
                Batches.of("latency", 0.1, 0.1, 0.1).partial("latency:5m", "store x unavailable"));
        assertThat(judgement.state()).isEqualTo(SloState.OK);
        assertThat(judgement.note()).contains("store x unavailable");
    }

    @Test
    void aPartialTargetListIsNoDeadTarget() {
        Judgement judgement = judge(
                Slos.of(Slos.LATENCY, TARGET),
                Batches.of("latency", 0.1, 0.1, 0.1).partial("up", "store x unavailable"));
        assertThat(judgement.noData()).contains(NoData.PARTIAL);
    }

    @Test
    void aWarningOnAnotherAnswerMarksOnlyThatOne() {
        Batches batches = Batches.of("latency", 0.1, 0.1, 0.1)
                .value("other", 1)
                .partial("other", "store x unavailable")
                .warning("store x unavailable");
        assertThat(judge(Slos.of(Slos.LATENCY), batches).note()).isEmpty();
    }

    @Test
    void aWarningOnTheWholeBatchMarksAll() {
        Batches batches = Batches.of("latency", 0.1, 0.1, 0.1).warning("store x unavailable");
        assertThat(judge(Slos.of(Slos.LATENCY), batches).note()).contains("store x unavailable");
    }
}
