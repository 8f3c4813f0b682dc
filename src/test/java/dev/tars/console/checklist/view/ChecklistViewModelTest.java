package dev.tars.console.checklist.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tars.console.checklist.Hall;
import dev.tars.console.checklist.ItemState;
import dev.tars.console.checklist.ItemStatus;
import dev.tars.console.checklist.Ledger;
import dev.tars.console.ui.background.ManualBackground;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class ChecklistViewModelTest {

    @TempDir
    Path folder;

    private final ManualBackground background = new ManualBackground();
    private Hall hall;
    private ChecklistViewModel model;

    @BeforeEach
    void open() {
        hall = new Hall(folder, SampleList.TEXT);
        model = new ChecklistViewModel(hall, hall.desk, background, hall.clock);
        publish();
    }

    @AfterEach
    void close() {
        model.close();
        hall.close();
    }

    private void publish() {
        hall.publish();
        background.crank();
    }

    private List<String> rows() {
        return model.getState().rows().stream().map(ChecklistRow::key).toList();
    }

    private ItemState state(String id) {
        return hall.newest()
                .board()
                .orElseThrow()
                .status(id)
                .map(ItemStatus::state)
                .orElseThrow();
    }

    private void say(String who, String words) {
        model.say(who, "secret".toCharArray(), words, Duration.ofHours(4));
        background.crank();
        publish();
    }

    @Test
    void rowsStandUnderTheHeadsOfTheirSectionsInTheGateThatIsShown() {
        assertThat(rows()).containsExactly("#performance", "p95", "errors", "#approvals", "review", "back");
        model.gate("post-deployment");
        assertThat(rows()).containsExactly("#after", "low");
    }

    @Test
    void theFilterKeepsItemsThatHaveAllItsWords() {
        model.filter("SRE rate");
        assertThat(rows()).containsExactly("#performance", "errors");
        model.filter("nothing like it");
        assertThat(rows()).isEmpty();
        model.clearFilter();
        model.show(ChecklistChoice.Show.MINE);
        assertThat(rows()).containsExactly("#approvals", "review");
        model.show(ChecklistChoice.Show.OPEN);
        model.runAll();
        background.crank();
        assertThat(rows()).containsExactly("#approvals", "review", "back");
    }

    @Test
    void runFailedAsksOnlyWhatIsMissedUnknownOrStale() {
        hall.verdicts.put("p95", Ledger.MISSED);
        model.runAll();
        background.crank();
        assertThat(model.verdict().whyNot().get(0).status().id()).isEqualTo("p95");
        assertThat(state("errors")).isEqualTo(ItemState.STALE);

        hall.verdicts.clear();
        model.runFailed();
        background.crank();
        assertThat(hall.asked).containsExactly("p95", "errors", "p95", "errors");
        assertThat(state("errors")).isEqualTo(ItemState.MET);
    }

    @Test
    void aSignatureIsBusyUntilItIsInTheJournal() {
        model.select("review");
        model.begin(Saying.Kind.SIGN);
        char[] secret = "secret".toCharArray();
        model.say("Anna", secret, "read all five", Duration.ofHours(1));
        assertThat(model.getState().saying().orElseThrow().busy()).isTrue();
        assertThat(state("review")).isEqualTo(ItemState.TO_SIGN);

        background.crank();
        publish();
        assertThat(model.getState().saying()).isEmpty();
        assertThat(state("review")).isEqualTo(ItemState.SIGNED);
        assertThat(secret).containsOnly('\0');
    }

    @Test
    void twoPeopleReachGo() {
        model.runAll();
        background.crank();
        for (String who : List.of("Anna", "Ben")) {
            model.select("back");
            model.begin(Saying.Kind.SIGN);
            say(who, "seen");
        }
        assertThat(state("back")).isEqualTo(ItemState.SIGNED);
        assertThat(model.verdict().isGo()).isFalse();
        model.select("review");
        model.begin(Saying.Kind.WAIVE);
        say("Ben", "the reviewer is ill");
        assertThat(state("review")).isEqualTo(ItemState.WAIVED);
        assertThat(model.verdict().isGo()).isTrue();

        hall.clock.move(Duration.ofHours(4));
        publish();
        assertThat(model.verdict().isGo()).isFalse();
    }

    @Test
    void whatIsRefusedStaysOpenWithItsProblem() {
        model.select("review");
        model.begin(Saying.Kind.WAIVE);
        say("Anna", "  ");
        assertThat(model.getState()
                        .saying()
                        .orElseThrow()
                        .problem()
                        .orElseThrow()
                        .what())
                .isEqualTo("There is no reason given.");

        say("Otto", "because");
        assertThat(model.getState()
                        .saying()
                        .orElseThrow()
                        .problem()
                        .orElseThrow()
                        .what())
                .contains("only an approver waives");
        assertThat(state("review")).isEqualTo(ItemState.TO_SIGN);
    }

    @Test
    void readOnlySaysWhyNothingCanBeSaid() {
        hall.mode.readOnly(true);
        hall.clock.move(Duration.ofSeconds(1));
        publish();
        model.select("review");
        assertThat(model.getState().unavailable()).isNotEmpty();
        model.begin(Saying.Kind.SIGN);
        assertThat(model.getState().saying()).isEmpty();
    }

    @Test
    void leavingEndsTheNewestFirst() {
        model.filter("rev");
        model.select("review");
        model.toggleWhyNot();
        model.begin(Saying.Kind.NOTE);

        assertThat(model.leave()).isTrue();
        assertThat(model.getState().saying()).isEmpty();
        assertThat(model.getState().choice().whyNot()).isTrue();
        assertThat(model.leave()).isTrue();
        assertThat(model.getState().choice().whyNot()).isFalse();
        assertThat(model.leave()).isTrue();
        assertThat(model.getState().choice().filter()).isEmpty();
        assertThat(model.leave()).isFalse();
    }

    @Test
    void anotherItemDropsWhatWasAboutToBeSaid() {
        model.select("review");
        model.begin(Saying.Kind.SIGN);
        model.select("back");

        assertThat(model.getState().saying()).isEmpty();
    }

    @Test
    void aBrokenListIsNoGo() {
        hall.rewrite("- [ ] **a** {#a}\n\n  ```promql expect=\"all << 2\"\n  a\n  ```\n");
        publish();

        assertThat(model.getState().rows()).isEmpty();
        assertThat(model.verdict().isGo()).isFalse();
        assertThat(model.verdict().trouble()).contains("refused");
    }

    @Test
    void selectionStaysWhenTheListMoves() {
        model.select("errors");
        hall.verdicts.put("p95", Ledger.NO_DATA);
        model.runAll();
        background.crank();

        assertThat(model.getState().selected().orElseThrow().id()).isEqualTo("errors");
    }
}
