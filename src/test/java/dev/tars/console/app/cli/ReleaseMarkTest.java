package dev.tars.console.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tars.console.app.Options;
import dev.tars.console.app.Wiring;
import dev.tars.console.app.settings.UserFolders;
import dev.tars.console.base.Ticker;
import dev.tars.console.journal.Event;
import dev.tars.console.journal.Journal;
import dev.tars.console.journal.client.Journals;
import dev.tars.console.release.SigningKey;
import dev.tars.console.ui.background.Workers;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line comes through the guard too. */
class ReleaseMarkTest {

    @TempDir
    private Path folder;

    private final StringWriter said = new StringWriter();

    @BeforeEach
    void environments() throws IOException {
        Files.writeString(folder.resolve("environments.yaml"), """
                version: 1
                environments:
                  - name: lab
                    prometheus: {url: "http://127.0.0.1:9"}
                  - name: production
                    prometheus: {url: "http://127.0.0.1:9"}
                  - name: strict
                    protection: protected
                    approvers: {count: 1, from: reversible}
                    prometheus: {url: "http://127.0.0.1:9"}
                  - name: other
                    identity: {cluster: lab-1}
                    prometheus: {url: "http://127.0.0.1:9"}
                """);
    }

    private int run(String... args) {
        Wiring wiring = new Wiring(
                new Options(),
                new UserFolders(folder, folder),
                Map.of("USER", "otto"),
                "Linux",
                Clock.systemUTC(),
                Ticker.system());
        PrintWriter out = new PrintWriter(said, true);
        return Cli.run(args, wiring, out, out);
    }

    private List<String> kinds() throws Exception {
        try (Workers workers = new Workers("test", 1);
                Journal journal = Journal.open(
                        Journals.sqlite(folder.resolve("journal.db"), Ticker.system()),
                        Clock.systemUTC(),
                        workers.scheduler())) {
            return journal.read(1, 100).stream().map(Event::kind).toList();
        }
    }

    @Test
    void theTypedNameConfirmsAndTheMarkIsInTheJournal() throws Exception {
        assertThat(run("mark", "v1.0.1 starts", "--environment", "production", "--yes-environment", "production"))
                .as(said.toString())
                .isZero();
        assertThat(said.toString()).contains("Exactly this runs on production, plan ", "Marked.");
        assertThat(kinds()).containsExactly("action.intent", "release.began", "action.outcome");
    }

    @Test
    void withoutTheNameOrWithAnotherNothingHappens() throws Exception {
        assertThat(run("mark", "x", "--environment", "lab")).isEqualTo(1);
        assertThat(run("mark", "x", "--environment", "lab", "--yes-environment", "Lab"))
                .isEqualTo(1);
        assertThat(run("mark", "x", "--environment", "production")).isEqualTo(1);
        assertThat(said.toString()).contains("The name is not complete.", "is \"Lab\", not lab");
        assertThat(kinds()).isEmpty();
    }

    @Test
    void readOnlyAViewerASecondPersonAndAnUnprovenTargetRefuseHereToo() throws Exception {
        assertThat(run("mark", "x", "--environment", "lab", "--yes-environment", "lab", "--read-only"))
                .isEqualTo(1);
        assertThat(said.toString()).contains("The console is read-only.");
        assertThat(run("mark", "x", "--environment", "strict", "--yes-environment", "strict"))
                .isEqualTo(1);
        assertThat(said.toString()).contains("has no key in the people file");
        assertThat(run("mark", "x", "--environment", "other", "--yes-environment", "other"))
                .isEqualTo(1);
        assertThat(said.toString()).contains("The target is not proven to be other");
        Files.writeString(
                folder.resolve("people.yaml"),
                "version: 1\npeople:\n  - {name: otto, role: viewer, key: '"
                        + SigningKey.create("otto").publicKey().text() + "'}\n");
        assertThat(run("mark", "x", "--environment", "lab", "--yes-environment", "lab"))
                .isEqualTo(1);
        assertThat(said.toString()).contains("otto is a viewer");
        Files.writeString(folder.resolve("people.yaml"), "version: 1\npeople: {}\n");
        assertThat(run("mark", "x", "--environment", "lab", "--yes-environment", "lab"))
                .isEqualTo(1);
        assertThat(said.toString()).contains("The people file is refused", "is not in the people file");
        assertThat(run("mark", "x", "--environment", "nowhere")).isEqualTo(2);
        assertThat(kinds()).isEmpty();
    }
}
