package dev.tars.console.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tars.console.app.Options;
import dev.tars.console.app.Wiring;
import dev.tars.console.app.settings.UserFolders;
import dev.tars.console.base.Ticker;
import dev.tars.console.journal.Draft;
import dev.tars.console.journal.Journal;
import dev.tars.console.journal.Payload;
import dev.tars.console.journal.client.Journals;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditCommandTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-08-18T14:32:19Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private Path file;
    private String said = "";
    private String complained = "";

    @BeforeEach
    void write() throws Exception {
        file = folder.resolve("state/journal.db");
        ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(1);
        try (Journal journal = Journal.open(Journals.sqlite(file, Ticker.system()), CLOCK, scheduler)) {
            for (int i = 1; i <= 70; i++) {
                journal.append(Draft.of(
                        "Zoë | `x`",
                        "staging",
                        "test.happened",
                        Payload.builder()
                                .run("roll-" + i / 30)
                                .put("words", "line\nbreak | \"quote\" \ud83d\ude80")
                                .put("list", List.of(1, 2.50, Map.of()))
                                .build()));
            }
        } finally {
            scheduler.shutdownNow();
        }
    }

    private int run(String... args) {
        Wiring wiring = new Wiring(
                new Options(),
                new UserFolders(folder.resolve("config"), folder.resolve("state")),
                Map.of(),
                "Linux",
                CLOCK,
                Ticker.system());
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Cli.run(args, wiring, new PrintWriter(out), new PrintWriter(err));
        said = out.toString();
        complained = err.toString();
        return code;
    }

    private void sql(String... statements) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    @Test
    void theConsolesOwnJournalIsWhole() {
        assertThat(run("audit", "verify")).as(complained).isZero();
        assertThat(said)
                .isEqualTo("Whole: 70 events, compared with the checkpoint of 2026-08-18T14:32:19Z at event 70.\n");
    }

    @Test
    void aChangedEventIsToldWithItsPlaceAndTheCode() throws Exception {
        sql("DROP TRIGGER journal_event_no_update", "UPDATE journal_event SET actor = 'ben' WHERE seq = 7");
        assertThat(run("audit", "verify", "--journal", file.toString())).isEqualTo(Cli.BAD);
        assertThat(said).startsWith("Event 7 was changed: its content does not have its hash.\nBroken: 70 events");
        assertThat(run("audit", "verify", "--json")).isEqualTo(Cli.BAD);
        assertThat(said)
                .contains("\"verdict\":\"broken\"")
                .contains("\"kind\":\"changed\"")
                .contains("\"seq\":7");
    }

    @Test
    void aCheckpointKeptElsewhereFindsTheMissingEnd() throws Exception {
        Path export = folder.resolve("export.jsonl");
        assertThat(run("audit", "export", "--to", export.toString()))
                .as(complained)
                .isZero();
        sql(
                "DROP TRIGGER journal_event_no_delete",
                "DROP TRIGGER journal_head_forward",
                "DELETE FROM journal_event WHERE seq > 60",
                "UPDATE journal_head SET seq = 60, hash = (SELECT hash FROM journal_event WHERE seq = 60)");
        Files.delete(Path.of(file + ".checkpoints"));
        Files.delete(Path.of(file + ".end"));
        assertThat(run("audit", "verify")).isEqualTo(Cli.GOOD);
        assertThat(said).contains("without a checkpoint a missing end cannot be seen");
        assertThat(run("audit", "verify", "--checkpoint", export + ".checkpoint"))
                .isEqualTo(Cli.BAD);
        assertThat(said).startsWith("Events 61 to 70 are missing at the end");
    }

    @Test
    void whatCannotBeToldIsNeverWhole() throws Exception {
        assertThat(run("audit", "verify", "--journal", folder.resolve("none.db").toString()))
                .isEqualTo(Cli.CANNOT_TELL);
        assertThat(folder.resolve("none.db")).doesNotExist();
        assertThat(run("audit", "verify", "--journal", "jdbc:oracle:x")).isEqualTo(Cli.CANNOT_TELL);
        assertThat(run("audit", "verify", "--checkpoint", file.toString())).isEqualTo(Cli.CANNOT_TELL);
        assertThat(run("audit", "verify", "--unknown")).isEqualTo(Cli.CANNOT_TELL);
        Path noJournal = Files.writeString(folder.resolve("text.db"), "no database, but long enough to be looked at");
        assertThat(run("audit", "verify", "--journal", noJournal.toString())).isEqualTo(Cli.CANNOT_TELL);
        assertThat(complained).contains("The file of the journal is damaged.");
    }

    @Test
    void markdownHasOneRowAnEventWhateverItHolds() {
        assertThat(run("audit", "export", "--format", "markdown"))
                .as(complained)
                .isZero();
        assertThat(said.lines().filter(line -> line.startsWith("| ") && line.contains("test.happened")))
                .hasSize(70)
                .allSatisfy(line -> assertThat(line.replace("\\|", "").chars().filter(c -> c == '|'))
                        .hasSize(8));
        assertThat(said).contains("## Run roll-0").contains("## Run roll-2");
    }

    @Test
    void anotherProgramThatKnowsOnlyTheFormatAgrees() throws Exception {
        List<String> python = List.of("python3");
        Assumptions.assumeTrue(exists("python3"), "no python3 on this machine: the verifier in it is not run");
        Path export = folder.resolve("export.jsonl");
        assertThat(run("audit", "export", "--to", export.toString()))
                .as(complained)
                .isZero();
        String verifier = folder.resolve("verify_journal.py").toString();
        Path checkpoint = Path.of(export + ".checkpoint");
        assertThat(call(python, verifier, export.toString(), checkpoint.toString()))
                .startsWith("0 whole: 70 events");

        List<String> lines = Files.readAllLines(export);
        assertThat(verdict(python, verifier, replaced(lines, 6, lines.get(6).replace("staging", "production"))))
                .isEqualTo("1 event 7: changed, its content does not have its hash\n");
        List<String> without = new ArrayList<>(lines);
        without.remove(6);
        assertThat(verdict(python, verifier, without)).startsWith("1 event 7: missing");
        List<String> swapped = new ArrayList<>(lines);
        swapped.set(6, lines.get(7));
        swapped.set(7, lines.get(6));
        assertThat(verdict(python, verifier, swapped)).startsWith("1 event 7: missing");
        assertThat(verdict(python, verifier, replaced(lines, 6, "{}"))).startsWith("1 line 7: not an event");
        assertThat(verdict(python, verifier, lines.subList(0, 60))).startsWith("1 event 61: missing at the end");
    }

    private static List<String> replaced(List<String> lines, int index, String line) {
        List<String> other = new ArrayList<>(lines);
        other.set(index, line);
        return other;
    }

    private String verdict(List<String> python, String verifier, List<String> lines) throws Exception {
        Path other = Files.writeString(folder.resolve("other.jsonl"), String.join("\n", lines) + "\n");
        return call(
                python,
                verifier,
                other.toString(),
                folder.resolve("export.jsonl.checkpoint").toString());
    }

    private static boolean exists(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }

    private String call(List<String> program, String... args) throws Exception {
        List<String> command = new ArrayList<>(program);
        command.addAll(List.of(args));
        Path out = folder.resolve("said");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return process.exitValue() + " " + Files.readString(out);
    }
}
