package dev.tars.console.checklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who may sign what, and what a signature is worth. */
class SignaturesTest {

    private static final String TEXT = """
            - [ ] **A review is done** {#review}
            - [ ] **The way back was rehearsed** {#back four-eyes}
            - [ ] **Two look at what a machine found** {#both four-eyes}

              ```promql expect="all < 100ms"
              api_p95
              ```
            """;

    private final Ledger ledger = new Ledger(TEXT);

    @Test
    void fourEyesAreThoseOfTwoPeople() {
        ledger.sign("back", "Anna");
        assertThat(ledger.state("back")).isEqualTo(ItemState.TO_SIGN);
        assertThat(ledger.status("back").signers()).containsExactly("Anna");
        assertThat(ledger.status("back").todo()).isEqualTo(Todo.SIGN_SECOND);

        ledger.signAs("back", "Anna", "Ben", "Ben");
        assertThat(ledger.state("back")).isEqualTo(ItemState.SIGNED);
        assertThat(ledger.status("back").by()).isEqualTo("Anna and Ben");
    }

    @Test
    void whoSignedFirstIsNeverTheSecond() {
        ledger.sign("back", "Anna").sign("back", "Anna").signAs("back", "Anna", "Anna", "Anna");

        assertThat(ledger.state("back")).isEqualTo(ItemState.TO_SIGN);
    }

    @Test
    void anOperatorIsNoSecondPerson() {
        ledger.sign("back", "Anna").signAs("back", "Anna", "Otto", "Otto");

        assertThat(ledger.state("back")).isEqualTo(ItemState.TO_SIGN);
        assertThat(ledger.status("back").remarks()).containsExactly("Otto is not an approver.");
    }

    @Test
    void aNameWithAnothersKeyIsNoSignature() {
        ledger.signAs("review", "Ben", "Ben", "Otto");
        assertThat(ledger.state("review")).isEqualTo(ItemState.TO_SIGN);
        assertThat(ledger.status("review").remarks())
                .containsExactly("The signature is not Ben's under exactly these words.");
    }

    @Test
    void aViewerAStrangerAndNoKeyCountForNothing() {
        ledger.sign("review", "Vera").sign("review", "Nobody");
        ledger.keep(
                "Anna", new Entry.Said(ledger.statement(Statement.What.SIGNED, "review", "looked", Optional.empty())));

        assertThat(ledger.state("review")).isEqualTo(ItemState.TO_SIGN);
        assertThat(ledger.status("review").remarks())
                .containsExactly(
                        "Vera may look only.",
                        "Nobody is not in the people file.",
                        "Anna has not signed it with a key.");
    }

    @Test
    void aWordThatWasChangedAfterwardsBreaksTheSignature() {
        Statement plain = ledger.statement(Statement.What.SIGNED, "review", "4 of 5 done", Optional.empty());
        Statement signed = ledger.signed(plain, "Anna", "Anna");
        Statement forged = new Statement(
                signed.what(),
                signed.item(),
                signed.text(),
                "5 of 5 done",
                signed.until(),
                signed.evidence(),
                signed.fingerprints(),
                signed.proof());
        ledger.keep("Anna", new Entry.Said(forged));

        assertThat(ledger.state("review")).isEqualTo(ItemState.TO_SIGN);
    }

    @Test
    void aSignatureOfAnotherItemIsNone() {
        Statement of = ledger.signed(
                ledger.statement(Statement.What.SIGNED, "review", "ok", Optional.empty()), "Anna", "Anna");
        Statement moved = new Statement(
                of.what(),
                "back",
                ledger.item("back").source(),
                of.words(),
                of.until(),
                of.evidence(),
                of.fingerprints(),
                of.proof());
        ledger.keep("Anna", new Entry.Said(moved));

        assertThat(ledger.status("back").signers()).isEmpty();
    }

    @Test
    void aSignatureIsNotGoodASecondTime() {
        Statement signed = ledger.signed(
                ledger.statement(Statement.What.SIGNED, "review", "ok", Optional.empty()), "Anna", "Anna");
        ledger.keep("Anna", new Entry.Said(signed))
                .keep("Ben", new Entry.Reset("review", "it was wrong"))
                .keep("Anna", new Entry.Said(signed));

        assertThat(ledger.state("review")).isEqualTo(ItemState.TO_SIGN);
    }

    @Test
    void whoIsTakenOutOfThePeopleFileHasSignedNothing() {
        ledger.sign("review", "Otto");
        ledger.folks.without("Otto");

        assertThat(ledger.state("review")).isEqualTo(ItemState.TO_SIGN);
    }

    @Test
    void onlyAnApproverWaives() {
        ledger.waive("review", "Otto", Duration.ofHours(1));
        assertThat(ledger.state("review")).isEqualTo(ItemState.TO_SIGN);

        ledger.waive("review", "Ben", Duration.ofHours(1));
        assertThat(ledger.state("review")).isEqualTo(ItemState.WAIVED);
    }

    @Test
    void withoutAPeopleFileOnePersonSignsAndNobodyIsTheSecond() {
        ledger.folks.withoutFile();
        for (String id : List.of("review", "back")) {
            ledger.keep("Kim", new Entry.Said(ledger.statement(Statement.What.SIGNED, id, "ok", Optional.empty())));
            ledger.keep("Lou", new Entry.Said(ledger.statement(Statement.What.SIGNED, id, "ok", Optional.empty())));
        }

        assertThat(ledger.state("review")).isEqualTo(ItemState.SIGNED);
        assertThat(ledger.state("back")).isEqualTo(ItemState.TO_SIGN);
    }

    @Test
    void aNewAnswerOfTheMachineIsSignedAnew() {
        ledger.answer("both", Ledger.MET);
        assertThat(ledger.state("both")).isEqualTo(ItemState.TO_SIGN);
        ledger.sign("both", "Anna").signAs("both", "Anna", "Ben", "Ben");
        assertThat(ledger.state("both")).isEqualTo(ItemState.SIGNED);

        ledger.pass(Duration.ofMinutes(1)).answer("both", Ledger.MET);
        assertThat(ledger.state("both")).isEqualTo(ItemState.TO_SIGN);

        ledger.answer("both", Ledger.MISSED);
        assertThat(ledger.state("both")).isEqualTo(ItemState.MISSED);
    }

    @Test
    void aWaiverNeedsAReasonAndAnEnd() {
        assertThatThrownBy(() -> ledger.waive("review", "Anna", Duration.ZERO)
                        .statement(Statement.What.WAIVED, "review", " ", Optional.of(ledger.clock.instant())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ledger.statement(Statement.What.WAIVED, "review", "why", Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
