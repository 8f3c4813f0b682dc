package dev.tars.console.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tars.console.base.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A thousand events, changed behind the journal's back by SQL. */
class TamperTest {

    private static final int EVENTS = 1000;

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    private static Path whole;
    private Path file;

    @BeforeAll
    static void write() throws Exception {
        whole = Written.journal(shared.resolve("whole.db"), EVENTS);
    }

    @BeforeEach
    void copy() throws Exception {
        file = folder.resolve("journal.db");
        Files.copy(whole, file);
    }

    private Verification found(Checkpoint... checkpoints) throws Exception {
        return Written.verify(file, List.of(checkpoints));
    }

    private void sql(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String trigger : List.of(
                    "journal_event_no_update",
                    "journal_event_no_delete",
                    "journal_head_forward",
                    "journal_head_no_delete")) {
                statement.execute("DROP TRIGGER IF EXISTS " + trigger);
            }
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    /** Every event is changed once, a third of them at a time, so that each has sound neighbours to be told from. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "id;id || 'x'",
                "at;at + 1",
                "actor;actor || ' '",
                "environment;'production'",
                "kind;'test.other'",
                "payload;replace(payload, '}', ',\"z\":1}')",
                "prev;substr(prev, 2) || '0g'",
                "hash;substr(hash, 2) || 'g'",
                "seq;seq + 1000000"
            })
    void eachChangedFieldOfEachEventIsLocated(String field, String value) throws Exception {
        for (int offset = 1; offset <= 3; offset++) {
            Files.copy(whole, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            sql("UPDATE journal_event SET " + field + " = " + value + " WHERE seq % 3 = " + offset % 3);
            int first = offset;
            List<Long> changed = LongStream.rangeClosed(1, EVENTS)
                    .filter(sequence -> sequence % 3 == first % 3)
                    .boxed()
                    .toList();
            assertThat(found().faults())
                    .extracting(Fault::sequence)
                    .filteredOn(sequence -> sequence <= EVENTS)
                    .as(field + " from " + offset)
                    .isEqualTo(changed);
        }
    }

    @Test
    void wholeIsWhole() throws Exception {
        Verification found = found();
        assertThat(found.faults()).isEmpty();
        assertThat(found.events()).isEqualTo(EVENTS);
    }

    @Test
    void aDeletedEventIsMissing() throws Exception {
        sql("DELETE FROM journal_event WHERE seq = 500");
        assertThat(found().faults()).containsExactly(new Fault(500, Fault.Kind.MISSING, "Event 500 is missing."));
    }

    @Test
    void deletedAndClosedUpIsFoundWhereTheOthersMovedTo() throws Exception {
        sql(
                "DELETE FROM journal_event WHERE seq = 500",
                "UPDATE journal_event SET seq = -seq WHERE seq > 500",
                "UPDATE journal_event SET seq = -seq - 1 WHERE seq < 0",
                "UPDATE journal_head SET seq = 999");
        assertThat(found().faults())
                .containsExactly(
                        new Fault(500, Fault.Kind.MOVED, "Events 501 to 1000 stand in the places 500 to 999."));
    }

    @Test
    void swappedEventsAreFoundInEachOthersPlace() throws Exception {
        sql(
                "UPDATE journal_event SET seq = -1 WHERE seq = 500",
                "UPDATE journal_event SET seq = 500 WHERE seq = 501",
                "UPDATE journal_event SET seq = 501 WHERE seq = -1");
        assertThat(found().faults())
                .extracting(Fault::sentence)
                .containsExactly(
                        "Event 501 stands in the place of event 500.", "Event 500 stands in the place of event 501.");
    }

    @Test
    void anEventPutInIsLocated() throws Exception {
        Event before = Written.read(file, 499);
        Event forged = Written.follow(new Head(499, before.hash()), "mallory");
        sql(
                "UPDATE journal_event SET seq = -seq WHERE seq > 499",
                "UPDATE journal_event SET seq = 1 - seq WHERE seq < 0");
        Written.insert(file, forged);
        assertThat(found().faults())
                .extracting(Fault::sentence)
                .containsExactly(
                        "Events 500 to 1000 stand in the places 501 to 1001.",
                        "Event 1001 is behind the end that the journal remembers.");
        assertThat(found().faults().get(0).sequence()).isEqualTo(501);
    }

    @Test
    void anEventReplacedWithItsHashIsFoundByTheNext() throws Exception {
        Event before = Written.read(file, 499);
        sql("DELETE FROM journal_event WHERE seq = 500");
        Written.insert(file, Written.follow(new Head(499, before.hash()), "mallory"));
        assertThat(found().faults())
                .containsExactly(new Fault(
                        500,
                        Fault.Kind.BROKEN_LINK,
                        "Event 500 was replaced or put in: event 501 follows another one."));
    }

    @Test
    void anEventPutBehindTheEndIsFound() throws Exception {
        Event last = Written.read(file, EVENTS);
        Written.insert(file, Written.follow(new Head(EVENTS, last.hash()), "mallory"));
        assertThat(found().faults())
                .extracting(Fault::sentence)
                .containsExactly("Event 1001 is behind the end that the journal remembers.");
    }

    @Test
    void aCutEndIsFoundByTheHeadAndAForgedHeadByACheckpoint() throws Exception {
        Event last = Written.read(file, EVENTS);
        Event newLast = Written.read(file, 990);
        Checkpoint checkpoint = new Checkpoint(EVENTS, last.hash(), last.at());
        sql("DELETE FROM journal_event WHERE seq > 990");
        assertThat(found().faults())
                .containsExactly(new Fault(
                        991, Fault.Kind.CUT, "Events 991 to 1000 are missing at the end: the journal remembers them."));
        sql("UPDATE journal_head SET seq = 990, hash = '" + newLast.hash() + "'");
        assertThat(found().isWhole()).as("nothing but a checkpoint knows").isTrue();
        assertThat(found(checkpoint).faults()).extracting(Fault::kind).containsExactly(Fault.Kind.CUT);
    }

    @Test
    void aPastWrittenAnewIsFoundByACheckpoint() throws Exception {
        Event last = Written.read(file, EVENTS);
        Event end = Written.read(file, 989);
        sql("DELETE FROM journal_event WHERE seq >= 990");
        Head head = new Head(989, end.hash());
        for (long sequence = 990; sequence <= EVENTS; sequence++) {
            Event forged = Written.follow(head, "mallory");
            Written.insert(file, forged);
            head = new Head(sequence, forged.hash());
        }
        sql("UPDATE journal_head SET hash = '" + head.hash() + "'");
        assertThat(found().isWhole()).as("nothing but a checkpoint knows").isTrue();
        assertThat(found(new Checkpoint(EVENTS, last.hash(), last.at())).faults())
                .extracting(Fault::kind)
                .containsExactly(Fault.Kind.REWRITTEN);
    }

    @Test
    void theTablesThemselvesRefuseChange() throws Exception {
        for (String change : List.of(
                "UPDATE journal_event SET actor = 'x' WHERE seq = 1",
                "DELETE FROM journal_event WHERE seq = 1",
                "UPDATE journal_head SET seq = 1",
                "DELETE FROM journal_head")) {
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                    Statement statement = connection.createStatement()) {
                assertThatThrownBy(() -> statement.execute(change)).as(change).hasMessageContaining("journal");
            }
        }
    }

    @Test
    void aDifferentProgressCanStopIt() {
        Progress cancelled = new Progress() {
            @Override
            public void report(double fraction, String message) {}

            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        assertThatThrownBy(() -> Written.verify(Written.journal(folder.resolve("long.db"), 4100), List.of(), cancelled))
                .isInstanceOf(java.util.concurrent.CancellationException.class);
    }
}
