package dev.tars.console.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tars.console.base.Problem;
import dev.tars.console.base.Ticker;
import dev.tars.console.journal.Event;
import dev.tars.console.journal.Journal;
import dev.tars.console.journal.Kinds;
import dev.tars.console.journal.client.Journals;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in the journal of an action, in a real file. */
class JournalRecordTest {

    private static final Instant NOW = Instant.parse("2026-08-18T14:32:19Z");
    private static final Plan PLAN = new Plan(
            "upgrade.roll", "Roll us-east-1", Harm.IRREVERSIBLE, "production", List.of("helm upgrade tars", "verify"));

    @TempDir
    Path folder;

    private final ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(1);

    @AfterEach
    void end() {
        scheduler.shutdownNow();
    }

    private Journal open(Path file) {
        return Journal.open(Journals.sqlite(file, Ticker.system()), Clock.fixed(NOW, ZoneOffset.UTC), scheduler);
    }

    private static Approval approval() {
        ApprovalRequest request = new ApprovalRequest(PLAN, "Otto", "nonce", NOW, NOW.plusSeconds(900));
        return new Approval(request, NOW.plusSeconds(60), Set.of("Ben"));
    }

    @Test
    void anIntentSaysExactlyWhatWillRunAndTheOutcomeRefersToIt() throws Exception {
        try (Journal journal = open(folder.resolve("journal.db"))) {
            JournalRecord record = new JournalRecord(() -> Optional.of(journal));
            assertThat(record.unavailable()).isEmpty();
            String id = record.intent(approval());
            record.outcome(id, "Otto", PLAN, Outcome.unknown("The line was lost."));
            List<Event> events = journal.read(1, 10);
            assertThat(events).extracting(Event::kind).containsExactly(Kinds.ACTION_INTENT, Kinds.ACTION_OUTCOME);
            assertThat(events).extracting(Event::actor).containsOnly("Otto");
            assertThat(events).extracting(Event::environment).containsOnly("production");
            assertThat(events.get(0).id()).isEqualTo(id);
            assertThat(events.get(0).payload().members())
                    .containsEntry("action", "upgrade.roll")
                    .containsEntry("harm", "IRREVERSIBLE")
                    .containsEntry("plan", PLAN.hash())
                    .containsEntry("runs", List.of("helm upgrade tars", "verify"))
                    .containsEntry("seconds", List.of("Ben"))
                    .containsEntry("expires", "2026-08-18T14:47:19Z");
            assertThat(events.get(1).payload().members())
                    .containsEntry("intent", id)
                    .containsEntry("ending", "UNKNOWN")
                    .containsEntry("words", "The line was lost.");
        }
    }

    @Test
    void whatIsNotOpenYetRecordsNothingAndSaysSo() {
        JournalRecord record = new JournalRecord(Optional::empty);
        assertThat(record.unavailable().map(Problem::what)).contains("The journal is not open yet.");
        assertThatThrownBy(() -> record.intent(approval()))
                .isInstanceOf(ActionRecord.NotRecorded.class)
                .hasMessage("The journal is not open yet.");
    }

    @Test
    void whatIsStoppedSaysWhyBeforeAnythingIsAskedOfIt() throws Exception {
        Path inTheWay = Files.writeString(folder.resolve("file"), "not a folder");
        try (Journal journal = open(inTheWay.resolve("journal.db"))) {
            JournalRecord record = new JournalRecord(() -> Optional.of(journal));
            assertThat(record.unavailable())
                    .isEqualTo(journal.state().stopped())
                    .isPresent();
            assertThatThrownBy(() -> record.intent(approval())).isInstanceOf(ActionRecord.NotRecorded.class);
            assertThatThrownBy(() -> record.outcome("1", "Otto", PLAN, Outcome.done("Done.")))
                    .isInstanceOf(ActionRecord.NotRecorded.class);
        }
    }
}
