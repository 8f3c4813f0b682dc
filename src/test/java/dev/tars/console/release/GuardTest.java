package dev.tars.console.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tars.console.base.Problem;
import dev.tars.console.connect.HandClock;
import dev.tars.console.release.Refused.Why;
import dev.tars.console.release.TargetReading.Line;
import dev.tars.console.release.TargetReading.Match;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GuardTest {

    private final HandClock clock = new HandClock();
    private final Mode mode = new Mode(false);
    private final KeptRecord record = new KeptRecord();
    private final TestDesk desk = new TestDesk()
            .with("Otto", Role.OPERATOR)
            .with("Anna", Role.APPROVER)
            .with("Ben", Role.APPROVER)
            .sits("Anna")
            .at(Place.guarded("production"));
    private final List<String> steps = new ArrayList<>(List.of("helm upgrade tars"));
    private final List<Line> lines = new ArrayList<>(List.of(new Line("cluster", Match.SAME, "prod-1")));
    private final Guard guard = new Guard(mode, desk, e -> new TargetReading(Instant.EPOCH, lines), record, clock);
    private Action.Effect effect = approval -> Outcome.done("Done.");
    private int effects;

    @AfterEach
    void neverMoreThanOnce() {
        assertThat(effects).isLessThanOrEqualTo(1);
    }

    private Action action(Harm harm) {
        return action(harm, "production");
    }

    private Action action(Harm harm, String environment) {
        return new Action(
                "test.act", "Act", harm, "", Action.Reach.TARGET, environment, () -> List.copyOf(steps), approval -> {
                    effects++;
                    return effect.run(approval);
                });
    }

    private Confirmation whole(Arming arming) {
        ApprovalRequest request = arming.request();
        return new Confirmation(
                true,
                "production",
                List.of(TestDesk.key("Anna").sign(request), TestDesk.key("Ben").sign(request)));
    }

    private void refused(Why why, Arming arming, Confirmation given) {
        Refused refused = catchThrowableOfType(Refused.class, () -> guard.run(arming, given));
        assertThat(refused.why()).isEqualTo(why);
        assertThat(effects).isZero();
        assertThat(record.lines).isEmpty();
    }

    private void refusedToArm(Why why, Action action) {
        Refused refused = catchThrowableOfType(Refused.class, () -> guard.arm(action));
        assertThat(refused.why()).isEqualTo(why);
    }

    @Test
    void theIntentIsRecordedBeforeTheEffectAndTheOutcomeAfterIt() throws Exception {
        effect = approval -> {
            assertThat(record.lines).containsExactly("intent Act");
            assertThat(approval.plan().steps()).containsExactly("helm upgrade tars");
            assertThat(approval.seconds()).containsExactly("Ben");
            return Outcome.done("Done.");
        };
        Arming arming = guard.arm(action(Harm.IRREVERSIBLE));
        assertThat(guard.run(arming, whole(arming)).ending()).isEqualTo(Outcome.Ending.DONE);
        assertThat(record.lines).containsExactly("intent Act", "outcome DONE");
    }

    @Test
    void nothingStartsWhereTheIntentCannotBeRecorded() throws Exception {
        Arming arming = guard.arm(action(Harm.IRREVERSIBLE));
        record.isFull = true;
        refused(Why.NOT_RECORDED, arming, whole(arming));
    }

    @Test
    void anOutcomeThatCannotBeRecordedSaysSo() throws Exception {
        effect = approval -> {
            record.isFull = true;
            return Outcome.done("Done.");
        };
        Arming arming = guard.arm(action(Harm.IRREVERSIBLE));
        Outcome outcome = guard.run(arming, whole(arming));
        assertThat(outcome.words()).contains("not in the journal");
        assertThat(record.lines).containsExactly("intent Act");
    }

    @Test
    void anEffectThatBreaksMayHaveHappened() throws Exception {
        effect = approval -> {
            throw new IOException("connection reset");
        };
        Arming arming = guard.arm(action(Harm.IRREVERSIBLE));
        assertThat(guard.run(arming, whole(arming)).ending()).isEqualTo(Outcome.Ending.UNKNOWN);
        assertThat(record.lines).containsExactly("intent Act", "outcome UNKNOWN");
    }

    @Test
    void anEffectThatCertainlyDidNothingHasFailed() throws Exception {
        effect = approval -> {
            throw new Action.NotDone(Problem.of("There is no such drill.", "", "", ""));
        };
        Arming arming = guard.arm(action(Harm.IRREVERSIBLE));
        assertThat(guard.run(arming, whole(arming)).ending()).isEqualTo(Outcome.Ending.FAILED);
    }

    @Test
    void anArmingExpiresByTheWallClock() throws Exception {
        Arming arming = guard.arm(action(Harm.IRREVERSIBLE));
        Confirmation given = whole(arming);
        clock.move(Guard.ARMED_FOR_SECONDS);
        refused(Why.EXPIRED, arming, given);
    }

    @Test
    void aClockThatWasSetBackExpiresItToo() throws Exception {
        Arming arming = guard.arm(action(Harm.IRREVERSIBLE));
        Confirmation given = whole(arming);
        clock.move(Duration.ofHours(-1));
        refused(Why.EXPIRED, arming, given);
    }

    @Test
    void oneByteOfThePlanChangedAfterTheApprovalIsRefused() throws Exception {
        Arming arming = guard.arm(action(Harm.IRREVERSIBLE));
        steps.set(0, "helm upgrade tarz");
        refused(Why.CHANGED, arming, whole(arming));
    }

    @Test
    void aSignatureForAPlanOfOneOtherByteDoesNotCount() throws Exception {
        Arming other = guard.arm(action(Harm.IRREVERSIBLE));
        Confirmation given = whole(other);
        steps.set(0, "helm upgrade tars ");
        refused(Why.NO_SECOND_PERSON, guard.arm(action(Harm.IRREVERSIBLE)), given);
    }

    @Test
    void aSignatureIsNotGoodForALaterRequestOfTheSamePlan() throws Exception {
        Confirmation given = whole(guard.arm(action(Harm.IRREVERSIBLE)));
        refused(Why.NO_SECOND_PERSON, guard.arm(action(Harm.IRREVERSIBLE)), given);
    }

    @Test
    void itRunsOnce() throws Exception {
        Arming arming = guard.arm(action(Harm.IRREVERSIBLE));
        guard.run(arming, whole(arming));
        Refused again = catchThrowableOfType(Refused.class, () -> guard.run(arming, whole(arming)));
        assertThat(again.why()).isEqualTo(Why.USED);
    }

    @Test
    void readOnlyThatIsTurnedOnMeanwhileStopsIt() throws Exception {
        Arming arming = guard.arm(action(Harm.IRREVERSIBLE));
        mode.readOnly(true);
        refused(Why.READ_ONLY, arming, whole(arming));
        mode.readOnly(false);
        assertThat(guard.run(arming, whole(arming)).ending()).isEqualTo(Outcome.Ending.DONE);
    }

    @Test
    void readOnlyOfTheStartCannotBeTurnedOff() {
        Mode forced = new Mode(true);
        forced.readOnly(false);
        assertThat(forced.isReadOnly()).isTrue();
    }

    @Test
    void anotherTargetRefusesAndSoDoesOneThatCannotBeRead() throws Exception {
        Arming arming = guard.arm(action(Harm.IRREVERSIBLE));
        lines.set(0, new Line("cluster", Match.DIFFERENT, "stag-1 in place of prod-1"));
        refused(Why.TARGET, arming, whole(arming));
        refusedToArm(Why.TARGET, action(Harm.REVERSIBLE));
        lines.set(0, new Line("cluster", Match.UNKNOWN, "no answer"));
        refused(Why.TARGET, arming, whole(arming));
        lines.clear();
        refused(Why.TARGET, arming, whole(arming));
    }

    @Test
    void anotherEnvironmentThatWasOpenedMeanwhileRefuses() throws Exception {
        Arming arming = guard.arm(action(Harm.IRREVERSIBLE));
        Confirmation given = whole(arming);
        desk.at(Place.open("staging"));
        refused(Why.OTHER_ENVIRONMENT, arming, given);
        refusedToArm(Why.OTHER_ENVIRONMENT, action(Harm.REVERSIBLE));
    }

    @Test
    void aProtectionThatWasTakenAwayMeanwhileRefuses() throws Exception {
        Arming arming = guard.arm(action(Harm.IRREVERSIBLE));
        desk.at(Place.open("production"));
        refused(Why.CHANGED, arming, whole(arming));
    }

    @Test
    void anotherPersonAtTheDeskRefuses() throws Exception {
        Arming arming = guard.arm(action(Harm.IRREVERSIBLE));
        desk.sits("Ben");
        refused(Why.CHANGED, arming, whole(arming));
    }

    @Test
    void aSecondPersonWhoLeftThePeopleFileNoLongerCounts() throws Exception {
        Arming arming = guard.arm(action(Harm.IRREVERSIBLE));
        Confirmation given = whole(arming);
        desk.without("Ben");
        refused(Why.NO_SECOND_PERSON, arming, given);
    }

    @Test
    void withoutAPeopleFileADeskDoesWhatNeedsNobodyElse() throws Exception {
        desk.withoutFile();
        Arming arming = guard.arm(action(Harm.REVERSIBLE));
        assertThat(guard.run(arming, new Confirmation(true, "production", List.of()))
                        .ending())
                .isEqualTo(Outcome.Ending.DONE);
        refusedToArm(Why.NO_SECOND_PERSON, action(Harm.IRREVERSIBLE));
    }

    @Test
    void asManyOthersAsThePlaceAsksFor() throws Exception {
        desk.at(new Place("production", true, 2, Harm.IRREVERSIBLE));
        refusedToArm(Why.NO_SECOND_PERSON, action(Harm.IRREVERSIBLE));
        desk.with("Cora", Role.APPROVER);
        Arming arming = guard.arm(action(Harm.IRREVERSIBLE));
        Confirmation two = whole(arming);
        refused(Why.NO_SECOND_PERSON, arming, two);
        List<Consent> three = new ArrayList<>(two.consents());
        three.add(TestDesk.key("Cora").sign(arming.request()));
        assertThat(guard.run(arming, new Confirmation(true, "production", three))
                        .ending())
                .isEqualTo(Outcome.Ending.DONE);
    }

    @Test
    void aPlanThatCannotBeMadeIsRefused() {
        Action broken = new Action(
                "test.act",
                "Act",
                Harm.REVERSIBLE,
                "",
                Action.Reach.TARGET,
                "production",
                () -> {
                    throw new IOException("no such file");
                },
                approval -> Outcome.done("Done."));
        refusedToArm(Why.NO_PLAN, broken);
    }

    @Test
    void whatIsMissingIsSaidOneThingAfterTheOther() throws Exception {
        Arming arming = guard.arm(action(Harm.IRREVERSIBLE));
        ApprovalRequest request = arming.request();
        Consent own = TestDesk.key("Anna").sign(request);
        Consent operators = TestDesk.key("Otto").sign(request);
        assertThat(guard.missing(arming, Confirmation.CLICK).orElseThrow().what())
                .isEqualTo("The name is not complete.");
        assertThat(guard.missing(arming, new Confirmation(true, "staging", List.of()))
                        .orElseThrow()
                        .what())
                .isEqualTo("\"staging\" is not the name of this environment.");
        assertThat(guard.missing(arming, new Confirmation(true, "production", List.of()))
                        .orElseThrow()
                        .what())
                .isEqualTo("Anna has not signed the request yet.");
        assertThat(guard.missing(arming, new Confirmation(true, "production", List.of(own, operators)))
                        .orElseThrow()
                        .what())
                .isEqualTo("Another person has not signed yet. Otto is not an approver.");
        assertThat(guard.missing(arming, whole(arming))).isEmpty();
    }
}
