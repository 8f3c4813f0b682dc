package dev.tars.console.migration;

import static dev.tars.console.migration.Samples.OF_AGENT;
import static dev.tars.console.migration.Samples.after;
import static dev.tars.console.migration.Samples.before;
import static dev.tars.console.migration.Samples.profile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tars.console.base.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ProofTest {

    private static Verdict of(Measurement before, Measurement after) {
        return Proof.of(OF_AGENT, Optional.of(before), Optional.of(after)).verdict();
    }

    private static Verdict of(long beforeMillis, long afterMillis) {
        return of(before(OF_AGENT, profile(beforeMillis, 200)), after(OF_AGENT, profile(afterMillis, 200)));
    }

    private static void isMissed(Verdict verdict, String words) {
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Missed.class, m -> assertThat(m.sentence()).contains(words));
    }

    private static void isUnknown(Verdict verdict, String why) {
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Unknown.class, u -> assertThat(u.why()).isEqualTo(why));
    }

    @Test
    void fasterAndUsedAndUnderItsLimitIsMet() {
        assertThat(of(512, 38)).isInstanceOf(Verdict.Met.class);
        Proof proof = Proof.of(
                OF_AGENT,
                Optional.of(before(OF_AGENT, profile(512, 200))),
                Optional.of(after(OF_AGENT, profile(38, 200))));
        assertThat(proof.times()).hasValueSatisfying(t -> assertThat(t).isBetween(13.4, 13.5));
        assertThat(proof.usesIndex()).contains(true);
    }

    @Test
    void anIndexThatThePlanDoesNotUseIsMissedHoweverFastItIs() {
        Measurement unused = new Measurement(
                OF_AGENT.id(),
                Measurement.Side.AFTER,
                Samples.AT,
                Optional.of(Samples.slowPlan()),
                Optional.of(profile(5, 200)),
                OptionalLong.of(1),
                "");
        isMissed(of(before(OF_AGENT, profile(512, 200)), unused), "does not use idx_evaluations_agent_created");
    }

    @Test
    void slowerBeyondChanceIsMissedEvenUnderTheLimit() {
        isMissed(of(20, 40), "Slower than before");
        assertThat(of(20, 22)).as("within chance").isInstanceOf(Verdict.Met.class);
    }

    @Test
    void theLimitAndTheFifthOfASlowQueryAreBothHeld() {
        isMissed(of(512, 100), "the limit is below");
        isMissed(of(200, 41), "Less than 80 %");
        assertThat(of(200, 40)).isInstanceOf(Verdict.Met.class);
        assertThat(of(100, 60)).as("it was not slow").isInstanceOf(Verdict.Met.class);
    }

    @Test
    void whatIsNotMeasuredIsUnknown() {
        isUnknown(Proof.of(OF_AGENT, Optional.empty(), Optional.empty()).verdict(), "not measured");
        isUnknown(
                Proof.of(OF_AGENT, Optional.of(before(OF_AGENT, profile(500, 200))), Optional.empty())
                        .verdict(),
                "not measured");
        isUnknown(
                Proof.of(OF_AGENT, Optional.empty(), Optional.of(after(OF_AGENT, profile(5, 200))))
                        .verdict(),
                "no before");
        isUnknown(of(before(OF_AGENT, profile(500, 200)), after(OF_AGENT, profile(5, 19))), "too few runs");
        isUnknown(
                of(
                        before(OF_AGENT, profile(Duration.ofMillis(500), 200, 4)),
                        after(OF_AGENT, profile(Duration.ofMillis(5), 200, 8))),
                "not comparable");
    }

    @Test
    void aNewBeforeMakesAnOlderAfterVoid() {
        ProofSheet sheet =
                ProofSheet.EMPTY.with(before(OF_AGENT, profile(512, 200))).with(after(OF_AGENT, profile(38, 200)));
        List<ApiQuery> queries = List.of(OF_AGENT);
        assertThat(sheet.verdict(queries)).isInstanceOf(Verdict.Met.class);
        isUnknown(sheet.with(before(OF_AGENT, profile(500, 200))).verdict(queries), "not measured");
        isUnknown(sheet.verdict(List.of(OF_AGENT, Samples.BY_REGION)), "not measured");
        isUnknown(sheet.verdict(List.of()), "no queries");
    }

    @Test
    void anInsertMayCostAQuarterMoreOrAMillisecond() {
        isMissed(write(10, 13), "+25 %");
        assertThat(write(10, 12)).isInstanceOf(Verdict.Met.class);
        assertThat(WriteProof.of("evaluations", cost(0, Duration.ofNanos(200_000)), cost(2, Duration.ofNanos(900_000)))
                        .verdict())
                .as("nobody waits for 0.7 ms")
                .isInstanceOf(Verdict.Met.class);
        isUnknown(
                WriteProof.of("evaluations", Optional.empty(), cost(2, Duration.ofMillis(1)))
                        .verdict(),
                "not measured");
    }

    private static Verdict write(long before, long after) {
        return WriteProof.of("evaluations", cost(0, Duration.ofMillis(before)), cost(2, Duration.ofMillis(after)))
                .verdict();
    }

    private static Optional<WriteCost> cost(int indexes, Duration p95) {
        LatencyProfile narrow = new LatencyProfile(200, 1, p95, p95, p95, p95, p95, p95);
        return Optional.of(new WriteCost("evaluations", indexes, Samples.AT, Optional.of(narrow), ""));
    }

    @Test
    void aProfileRefusesNonsense() {
        Duration ms = Duration.ofMillis(1);
        assertThatThrownBy(() -> new LatencyProfile(0, 1, ms, ms, ms, ms, ms, ms))
                .hasMessageContaining("at least one run");
        assertThatThrownBy(() -> new LatencyProfile(9, 1, ms.multipliedBy(2), ms, ms, ms, ms, ms))
                .hasMessageContaining("p50 <= p95");
        assertThat(LatencyProfile.lowRank(200)).isEqualTo(183);
        assertThat(LatencyProfile.highRank(200)).isEqualTo(197);
        assertThat(LatencyProfile.highRank(20)).as("too few for an upper bound").isEqualTo(20);
    }
}
