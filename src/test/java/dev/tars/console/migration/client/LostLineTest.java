package dev.tars.console.migration.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tars.console.migration.Migration;
import dev.tars.console.migration.MigrationHistory;
import dev.tars.console.migration.MigrationOrder;
import dev.tars.console.migration.MigrationRun;
import dev.tars.console.migration.PastStatement;
import dev.tars.console.migration.StatementState;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The line, the server process or the console goes away while a build runs: it is found again, never begun twice. */
@SuppressWarnings("NullAway.Init") // JUnit fills them
class LostLineTest {

    private static final Migration ONE =
            Scripts.of(List.of(Scripts.build(1, "idx_one", "evaluations", List.of("agent_id", "created_at DESC"), "")));

    @TempDir
    Path folder;

    private TestServer.Database database;
    private CuttingProxy proxy;
    private Console console;

    @BeforeEach
    void open() throws Exception {
        database = TestServer.database(10_000);
        proxy = new CuttingProxy(TestServer.port());
        console = console();
    }

    private Console console() {
        return new Console(database.endpoint(proxy.port()), folder.resolve("journal.db"));
    }

    @AfterEach
    void close() throws Exception {
        console.close();
        proxy.close();
    }

    @Test
    void aLineThatIsCutIsUnknownUntilTheRunningBuildIsFoundAgain() throws Exception {
        Future<MigrationRun> run;
        try (LongTransaction report = new LongTransaction(database)) {
            run = console.start(ONE);
            console.await(1, "waits", each -> !each.blockers().isEmpty());
            proxy.down(true);
            console.await(
                    1,
                    "is unknown",
                    each -> each.state() == StatementState.UNKNOWN
                            || each.words().contains("does not answer"));
            proxy.down(false);
            console.await(
                    1,
                    "waits for " + report.pid + " again",
                    each -> !each.blockers().isEmpty());
            assertThat(run.isDone()).isFalse();
        }
        assertThat(Console.ended(run).state()).isEqualTo(MigrationRun.State.DONE);
        assertThat(console.seen(picture -> picture.statements().get(0).state())).contains(StatementState.UNKNOWN);
        assertThat(database.indexes()).isEqualTo("idx_one=t");
        assertThat(sent()).hasSize(1);
    }

    @Test
    void anotherConsoleFollowsTheBuildOfOneThatIsGone() throws Exception {
        Future<MigrationRun> run;
        try (LongTransaction report = new LongTransaction(database)) {
            assertThat(console.start(ONE)).isNotDone();
            console.await(1, "waits", each -> !each.blockers().isEmpty());
            console.vanish();
            console = console();
            MigrationRun known = MigrationHistory.of(console.journal, Console.ENVIRONMENT)
                    .last(ONE.name())
                    .orElseThrow()
                    .shown(ONE.forward());
            assertThat(known.state()).isEqualTo(MigrationRun.State.UNKNOWN);
            assertThat(known.statements().get(0).state()).isEqualTo(StatementState.UNKNOWN);
            run = console.start(ONE);
            console.await(1, "waits for " + report.pid, each -> !each.blockers().isEmpty());
        }
        MigrationRun ended = Console.ended(run);
        assertThat(ended.state()).as(ended.words()).isEqualTo(MigrationRun.State.DONE);
        assertThat(database.indexes()).isEqualTo("idx_one=t");
        assertThat(sent()).hasSize(1);
    }

    @Test
    void aSessionThatSomebodyEndsLeavesAnInvalidIndexThatTheNextRunRepairs() throws Exception {
        try (LongTransaction report = new LongTransaction(database)) {
            Future<MigrationRun> run = console.start(ONE);
            console.await(1, "waits for " + report.pid, each -> !each.blockers().isEmpty());
            database.value("SELECT pg_terminate_backend(pid) FROM pg_stat_progress_create_index"
                    + " WHERE datname = current_database()");
            MigrationRun ended = Console.ended(run);
            assertThat(ended.state()).isEqualTo(MigrationRun.State.FAILED);
            assertThat(ended.words())
                    .contains(
                            "An administrator ended the session, or the server shuts down.",
                            "An invalid index is left");
        }
        assertThat(console.run(ONE).state()).isEqualTo(MigrationRun.State.DONE);
        assertThat(database.indexes()).isEqualTo("idx_one=t");
    }

    @Test
    void whileOneConsoleRunsItAnotherDoesNotAndSaysWho() throws Exception {
        try (LongTransaction report = new LongTransaction(database);
                Console other = new Console(database.endpoint(), folder.resolve("other.db"))) {
            Future<MigrationRun> run = console.start(ONE);
            console.await(1, "waits for " + report.pid, each -> !each.blockers().isEmpty());
            Migration two = Scripts.of(List.of(Scripts.build(1, "idx_two", "agents", List.of("region"), "")));
            MigrationRun refused = other.run(two);
            assertThat(refused.state()).isEqualTo(MigrationRun.State.FAILED);
            assertThat(refused.words()).contains("Another session runs a migration");
            assertThat(other.run(ONE).words()).contains("works on the index idx_one now, and it is not ours");
            console.runner.cancel();
            assertThat(Console.ended(run).state()).isEqualTo(MigrationRun.State.CANCELLED);
        }
        assertThat(database.indexes()).isEmpty();
    }

    @Test
    void withoutADatabaseNothingIsSaidToBeDone() throws Exception {
        proxy.down(true);
        assertThat(console.refusal(ONE)).contains("refuses the connection");
        MigrationRun run = console.runUnjudged(MigrationOrder.forward(ONE));
        assertThat(run.state()).isEqualTo(MigrationRun.State.FAILED);
        assertThat(run.words()).contains("cannot be asked", "Nothing was done");
    }

    private List<PastStatement> sent() throws Exception {
        return MigrationHistory.of(console.journal, Console.ENVIRONMENT).runs().stream()
                .flatMap(past -> past.statements().stream())
                .toList();
    }
}
