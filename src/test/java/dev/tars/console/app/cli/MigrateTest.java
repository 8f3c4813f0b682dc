package dev.tars.console.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tars.console.app.Options;
import dev.tars.console.app.Wiring;
import dev.tars.console.app.settings.UserFolders;
import dev.tars.console.base.Ticker;
import dev.tars.console.migration.client.PracticeDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole way without a window on a real database: look, measure, run, measure, take back. */
@Timeout(120)
class MigrateTest {

    /** So many that what an index saves is far more than what a busy machine adds. */
    private static final int ROWS = 200_000;

    @TempDir
    private Path folder;

    private StringWriter said = new StringWriter();
    private PracticeDatabase database;

    @BeforeEach
    void environments() throws Exception {
        database = PracticeDatabase.withRows(ROWS);
        write(database.url());
    }

    private void write(String url) throws IOException {
        Files.writeString(folder.resolve("environments.yaml"), """
                version: 1
                environments:
                  - name: lab
                    prometheus: {url: "http://127.0.0.1:9"}
                    postgres: {url: "%s"}
                  - name: bare
                    prometheus: {url: "http://127.0.0.1:9"}
                """.formatted(url));
    }

    private int run(String... args) {
        said = new StringWriter();
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

    private int on(String what, String... more) {
        String[] args = new String[4 + more.length];
        args[0] = "migrate";
        args[1] = what;
        args[2] = "--environment";
        args[3] = "lab";
        System.arraycopy(more, 0, args, 4, more.length);
        return run(args);
    }

    @Test
    void fromTheFirstLookToTheProofAndBack() throws Exception {
        assertThat(on("--status")).as("nothing is built: " + said).isEqualTo(Cli.BAD);
        assertThat(on("--preflight")).as(said.toString()).isZero();
        assertThat(on("--run")).as("not confirmed").isEqualTo(Cli.BAD);
        assertThat(said.toString()).contains("Exactly this runs on lab").contains("CREATE INDEX CONCURRENTLY");
        assertThat(database.indexes()).isEmpty();

        assertThat(on("--benchmark", "--yes-environment", "lab"))
                .as(said.toString())
                .isZero();
        assertThat(on("--run", "--yes-environment", "lab")).as(said.toString()).isZero();
        assertThat(database.indexes())
                .isEqualTo(
                        "idx_agents_type_active=t, idx_evaluations_agent_created=t, idx_evaluations_region_status=t");
        assertThat(on("--benchmark", "--yes-environment", "lab", "--json"))
                .as(said.toString())
                .isZero();
        assertThat(said.toString())
                .contains("\"verdict\":\"MET\"")
                .doesNotContain("\"verdict\":\"MISSED\"", "\"usesIndex\":false");
        assertThat(on("--status"))
                .as("the journal knows what was before: " + said)
                .isZero();
        assertThat(said.toString()).contains("MET evaluations-of-agent: p95 ");

        assertThat(on("--rollback", "--yes-environment", "lab"))
                .as(said.toString())
                .isZero();
        assertThat(database.indexes()).isEmpty();
        assertThat(on("--status")).isEqualTo(Cli.BAD);
    }

    @Test
    void whatCannotBeAskedIsNeitherGoodNorBad() throws Exception {
        assertThat(run("migrate", "--status", "--environment", "bare")).isEqualTo(Cli.CANNOT_TELL);
        assertThat(said.toString()).contains("No database is set").contains("postgres: {url:");
        assertThat(run("migrate", "--status", "--environment", "nowhere")).isEqualTo(Cli.CANNOT_TELL);
        assertThat(on("--status", "--run")).as("one of them").isEqualTo(Cli.CANNOT_TELL);
        write("jdbc:postgresql://127.0.0.1:1/none?user=postgres");
        for (String what : new String[] {"--status", "--preflight", "--run"}) {
            assertThat(on(what, "--yes-environment", "lab")).as(what).isEqualTo(Cli.CANNOT_TELL);
        }
    }

    @Test
    void readOnlyAndAnotherNameChangeNothing() throws Exception {
        assertThat(on("--run", "--yes-environment", "lab", "--read-only")).isEqualTo(Cli.BAD);
        assertThat(on("--run", "--yes-environment", "prod")).isEqualTo(Cli.BAD);
        assertThat(database.indexes()).isEmpty();
    }
}
