package dev.tars.console.checklist;

import static dev.tars.console.checklist.Ledger.MET;
import static dev.tars.console.checklist.Ledger.MISSED;
import static dev.tars.console.checklist.Ledger.NO_DATA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tars.console.base.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What an item is after what was recorded of it. */
class ItemStatesTest {

    private static final String TEXT = """
            ## Pre-release {#pre gate=pre-release}

            - [ ] **API p95 is below 100 ms** {#api fresh=12h about=rules/recording_rules.yaml,database}

              ```promql expect="all < 100ms"
              api_p95
              ```

            - [ ] **Two questions** {#two}

              ```promql expect="all < 100ms"
              one
              ```

              ```sql expect="all = 1"
              select 1
              ```

            - [ ] **A review is done** {#review fresh=7d about=commit}

            - [ ] **The way back was rehearsed** {#back four-eyes}

            - [ ] **The soak holds** {#soak}

              ```soak
              ppo
              ```

            - [x] **Ticked in the file** {#ticked}
            """;

    private final Ledger ledger = new Ledger(TEXT);

    static Stream<Arguments> answers() {
        Verdict warned = new Verdict.Met("burning", true);
        Verdict waived = new Verdict.Waived("a probe", "because", dev.tars.console.connect.HandClock.START);
        return Stream.of(
                Arguments.of(List.of(MET, MET), ItemState.MET),
                Arguments.of(List.of(MET, warned), ItemState.MET),
                Arguments.of(List.of(MET, MISSED), ItemState.MISSED),
                Arguments.of(List.of(NO_DATA, MISSED), ItemState.MISSED),
                Arguments.of(List.of(MET, NO_DATA), ItemState.UNKNOWN),
                Arguments.of(List.of(NO_DATA, NO_DATA), ItemState.UNKNOWN),
                Arguments.of(List.of(MET), ItemState.UNKNOWN),
                Arguments.of(List.of(), ItemState.UNKNOWN),
                Arguments.of(List.of(MET, MET, MET), ItemState.UNKNOWN),
                Arguments.of(List.of(MET, waived), ItemState.UNKNOWN));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void aMachineTicksOnlyWhenEveryQuestionIsMet(List<Verdict> verdicts, ItemState expected) {
        ledger.answer("two", verdicts.toArray(Verdict[]::new));

        assertThat(ledger.state("two")).isEqualTo(expected);
        assertThat(ledger.status("two").passes()).isEqualTo(expected == ItemState.MET);
    }

    @Test
    void nothingRecordedIsNotRunAndATickInTheFileCountsForNothing() {
        assertThat(ledger.state("api")).isEqualTo(ItemState.NOT_RUN);
        assertThat(ledger.state("review")).isEqualTo(ItemState.TO_SIGN);
        assertThat(ledger.state("ticked")).isEqualTo(ItemState.TO_SIGN);
    }

    @Test
    void anItemWhoseProbeIsNotThereIsAPersons() {
        assertThat(ledger.state("soak")).isEqualTo(ItemState.TO_SIGN);

        Ledger withProbe = new Ledger(TEXT, Set.of("soak"));
        assertThat(withProbe.state("soak")).isEqualTo(ItemState.NOT_RUN);
    }

    @Test
    void theTicksOfAMachineAndAPersonAreTwoTypes() {
        ledger.answer("two", MET, MET).sign("review", "Otto");

        assertThat(ledger.status("two").tick()).containsInstanceOf(Tick.ByMachine.class);
        assertThat(ledger.status("review").tick()).containsInstanceOf(Tick.ByPeople.class);
        assertThat(ledger.state("review")).isEqualTo(ItemState.SIGNED);
        assertThat(ledger.status("review").line()).isEqualTo("signed by Otto: looked at it");
    }

    @Test
    void aTickGoesStaleWithTime() {
        ledger.answer("api", MET).pass(Duration.ofHours(12).minusSeconds(1));
        assertThat(ledger.state("api")).isEqualTo(ItemState.MET);

        ledger.pass(Duration.ofSeconds(1));
        assertThat(ledger.state("api")).isEqualTo(ItemState.STALE);
        assertThat(ledger.status("api").changes())
                .containsExactly("it is good for 12 h and 12 h old".replace(" h", "\u00a0h"));
    }

    @Test
    void aMissNeverGoesStaleIntoSomethingQuieter() {
        ledger.answer("api", MISSED).pass(Duration.ofDays(3));

        assertThat(ledger.state("api")).isEqualTo(ItemState.MISSED);
    }

    @Test
    void aTickGoesStaleWhenWhatItIsAboutChanges() {
        ledger.fingerprints.put("rules/recording_rules.yaml", "9f3c21ab00");
        ledger.fingerprints.put("database", "7400");
        ledger.answer("api", MET);
        assertThat(ledger.state("api")).isEqualTo(ItemState.MET);

        ledger.fingerprints.put("rules/recording_rules.yaml", "5e0b77c400");
        assertThat(ledger.state("api")).isEqualTo(ItemState.STALE);
        assertThat(ledger.status("api").changes())
                .containsExactly("rules/recording_rules.yaml changed since, 9f3c21ab to 5e0b77c4");
        assertThat(ledger.status("api").line())
                .isEqualTo("was met; rules/recording_rules.yaml changed since, 9f3c21ab to 5e0b77c4");
    }

    @Test
    void whatCannotBeToldNowMayHaveChanged() {
        ledger.fingerprints.put("database", "7400");
        ledger.answer("api", MET);
        ledger.fingerprints.remove("database");

        assertThat(ledger.state("api")).isEqualTo(ItemState.STALE);
        assertThat(ledger.status("api").changes()).containsExactly("whether database is still 7400 cannot be told now");
    }

    @Test
    void aSignatureGoesStaleWithWhatItIsAboutToo() {
        ledger.fingerprints.put("commit", "4c1a9e2");
        ledger.sign("review", "Otto");
        assertThat(ledger.state("review")).isEqualTo(ItemState.SIGNED);

        ledger.fingerprints.put("commit", "7d20b51");
        assertThat(ledger.state("review")).isEqualTo(ItemState.STALE);
        assertThat(ledger.status("review").todo()).isEqualTo(Todo.SIGN_AGAIN);
    }

    @Test
    void anItemWhoseTextChangedSinceItWasSignedIsStaleAndShowsTheDifference() {
        ledger.sign("review", "Otto").rewrite(TEXT.replace("A review is done", "A review is done, by two people"));

        ItemStatus status = ledger.status("review");
        assertThat(status.state()).isEqualTo(ItemState.STALE);
        assertThat(TextDifference.of(
                        status.signedText().orElseThrow(), status.item().source()))
                .extracting(TextDifference.Line::kind)
                .containsSubsequence(TextDifference.Kind.GONE, TextDifference.Kind.NEW);
    }

    @Test
    void aCheckThatChangedSinceItWasMetIsStale() {
        ledger.answer("two", MET, MET).rewrite(TEXT.replace("select 1", "select 2"));

        assertThat(ledger.state("two")).isEqualTo(ItemState.STALE);
    }

    @Test
    void anAnswerOfTheFutureProvesNothing() {
        ledger.pass(Duration.ofHours(1)).answer("two", MET, MET).pass(Duration.ofMinutes(-30));

        assertThat(ledger.state("two")).isEqualTo(ItemState.STALE);
    }

    @Test
    void runningIsOnlyWhatThisConsoleRuns() {
        ledger.answer("two", MET, MET).begin("run-2", "two");
        assertThat(ledger.state("two")).isEqualTo(ItemState.UNKNOWN);

        ledger.running.add("run-2");
        assertThat(ledger.state("two")).isEqualTo(ItemState.RUNNING);
    }

    @Test
    void anItemThatACancelledRunDidNotReachIsWhatItWas() {
        ledger.answer("two", MET, MET)
                .begin("run-2", "two", "api")
                .keep("Anna", new Entry.RunEnded("run-2", List.of("two", "api")));

        assertThat(ledger.state("two")).isEqualTo(ItemState.MET);
        assertThat(ledger.state("api")).isEqualTo(ItemState.NOT_RUN);
    }

    @Test
    void theAnswerOfAnOlderRunDoesNotEndANewerOne() {
        ledger.begin("run-2", "two").answer("two", MET, MET);

        assertThat(ledger.state("two")).isEqualTo(ItemState.UNKNOWN);
    }

    @Test
    void aWaiverCountsUntilItsEnd() {
        ledger.answer("two", MISSED, MET).waive("two", "Anna", Duration.ofHours(4));
        assertThat(ledger.state("two")).isEqualTo(ItemState.WAIVED);
        assertThat(ledger.status("two").line()).isEqualTo("Anna: restore host replaced");
        assertThat(ledger.status("two").remarks()).containsExactly("Without the waiver: 187 ms.");
        assertThat(ledger.status("two").tick()).isEmpty();

        ledger.pass(Duration.ofHours(4));
        assertThat(ledger.state("two")).isEqualTo(ItemState.MISSED);
        assertThat(ledger.status("two").remarks()).containsExactly("The waiver of Anna ended 0\u00a0ms ago.");
    }

    @Test
    void aWaiverIsOfTheTextItWasGivenUnder() {
        ledger.waive("review", "Anna", Duration.ofHours(4)).rewrite(TEXT.replace("A review is", "Two reviews are"));

        assertThat(ledger.state("review")).isEqualTo(ItemState.TO_SIGN);
    }

    @Test
    void aProvenItemNeedsNoWaiver() {
        ledger.waive("two", "Anna", Duration.ofHours(4)).answer("two", MET, MET);

        assertThat(ledger.state("two")).isEqualTo(ItemState.MET);
    }

    @Test
    void notApplicableHasAReasonAndIsOfItsText() {
        ledger.notApplicable("two", "Otto");
        assertThat(ledger.state("two")).isEqualTo(ItemState.NOT_APPLICABLE);
        assertThat(ledger.status("two").line()).isEqualTo("Otto: no such region");

        ledger.rewrite(TEXT.replace("select 1", "select 2"));
        assertThat(ledger.state("two")).isEqualTo(ItemState.STALE);
    }

    @Test
    void aResetTakesAllBack() {
        ledger.answer("two", MET, MET)
                .sign("review", "Otto")
                .keep("Anna", new Entry.Reset("two", "again"))
                .keep("Anna", new Entry.Reset("review", "again"));

        assertThat(ledger.state("two")).isEqualTo(ItemState.NOT_RUN);
        assertThat(ledger.state("review")).isEqualTo(ItemState.TO_SIGN);
        assertThat(ledger.book().of("two").history()).hasSize(2);
    }
}
