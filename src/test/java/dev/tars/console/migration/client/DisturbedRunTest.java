package dev.tars.console.migration.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tars.console.migration.Blocker;
import dev.tars.console.migration.BuildPhase;
import dev.tars.console.migration.Migration;
import dev.tars.console.migration.MigrationOrder;
import dev.tars.console.migration.MigrationRun;
import dev.tars.console.migration.StatementKind;
import dev.tars.console.migration.StatementRun;
import dev.tars.console.migration.StatementState;
import dev.tars.console.release.Action;
import dev.tars.console.release.Outcome;
import dev.tars.console.release.Refused;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A build on a real PostgreSQL that somebody or something stands in the way of. */
@SuppressWarnings("NullAway.Init") // JUnit fills them
class DisturbedRunTest {

    private static final Migration ONE = Scripts.of(List.of(
            Scripts.build(1, "idx_one", "evaluations", List.of("agent_id", "created_at DESC"), "deleted_at IS NULL")));

    @TempDir
    Path folder;

    private TestServer.Database database;
    private Console console;

    @BeforeEach
    void open() throws Exception {
        database = TestServer.database(10_000);
        console = new Console(database.endpoint(), folder.resolve("journal.db"));
    }

    @AfterEach
    void close() {
        console.close();
    }

    /** IDX-04: time limits of the database that would kill the build are not the build's, and the blocker has a name. */
    @Test
    void aLongTransactionIsNamedAndWaitedForWhateverTheTimeLimitsAre() throws Exception {
        database.execute("ALTER DATABASE " + database.name() + " SET lock_timeout = '300ms'");
        database.execute("ALTER DATABASE " + database.name() + " SET statement_timeout = '300ms'");
        Future<MigrationRun> run;
        try (LongTransaction report = new LongTransaction(database)) {
            run = console.start(ONE);
            StatementRun waiting = console.await(
                    1, "names who blocks", each -> !each.blockers().isEmpty());
            assertThat(waiting.state()).isEqualTo(StatementState.WAITING);
            assertThat(waiting.progress().orElseThrow().words()).isEqualTo(BuildPhase.OLD_SNAPSHOTS.words());
            assertThat(waiting.progress().orElseThrow().lockerPid()).hasValue(report.pid);
            assertThat(waiting.progress().orElseThrow().total()).isEqualTo(1);
            assertThat(waiting.blockers()).singleElement().satisfies(blocker -> {
                assertThat(blocker.pid()).isEqualTo(report.pid);
                assertThat(blocker.user()).isEqualTo("postgres");
                assertThat(blocker.application()).isEqualTo("nightly-report");
                assertThat(blocker.state()).isEqualTo("idle in transaction");
                assertThat(blocker.query()).contains("pg_stat_statements");
                assertThat(blocker.openSince()).isPresent();
            });
            console.await(
                    1,
                    "has a clock of its wait",
                    each -> each.progress().orElseThrow().clocks().values().stream()
                            .anyMatch(clock -> clock.compareTo(Duration.ofMillis(400)) > 0));
            assertThat(database.indexes()).isEqualTo("idx_one=f");
        }
        assertThat(Console.ended(run).state()).isEqualTo(MigrationRun.State.DONE);
        assertThat(database.indexes()).isEqualTo("idx_one=t");
        assertThat(console.effects)
                .isNotEmpty()
                .allSatisfy(effect -> assertThat(effect.blocked()).isEmpty());
    }

    @Test
    void cancelTakesTheInvalidIndexAwayAndProvesIt() throws Exception {
        try (LongTransaction report = new LongTransaction(database)) {
            Future<MigrationRun> run = console.start(ONE);
            console.await(1, "waits", each -> !each.blockers().isEmpty());
            Instant asked = Instant.now();
            assertThat(console.runner.cancel()).isTrue();
            MigrationRun ended = Console.ended(run);
            assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(5));
            assertThat(ended.state()).as(ended.words()).isEqualTo(MigrationRun.State.CANCELLED);
            assertThat(ended.statements().get(0).state()).isEqualTo(StatementState.CANCELLED);
            assertThat(ended.words()).contains("dropped and is gone");
            assertThat(database.indexes()).isEmpty();
            assertThat(report.pid).isPositive();
        }
        assertThat(console.runner.cancel()).isFalse();
    }

    @Test
    void aBuildThatWasCancelledFromOutsideIsExplainedAndTheNextRunRepairsIt() throws Exception {
        try (LongTransaction report = new LongTransaction(database)) {
            Future<MigrationRun> run = console.start(ONE);
            console.await(1, "waits for " + report.pid, each -> !each.blockers().isEmpty());
            database.value("SELECT pg_cancel_backend(pid) FROM pg_stat_progress_create_index WHERE datname ="
                    + " current_database()");
            MigrationRun ended = Console.ended(run);
            assertThat(ended.state()).isEqualTo(MigrationRun.State.FAILED);
            assertThat(ended.statements().get(0).state()).isEqualTo(StatementState.INVALID_LEFT);
            assertThat(ended.words()).contains("It was cancelled, or its time ran out.", "repair");
            assertThat(database.indexes()).isEqualTo("idx_one=f");
        }
        assertThat(console.run(ONE).state()).isEqualTo(MigrationRun.State.DONE);
        assertThat(database.indexes()).isEqualTo("idx_one=t");
    }

    /** IDX-01: the invalid index is never taken for the finished one. */
    @Test
    void duplicateRowsUnderAUniqueIndexAreNamedAndTheLeftIndexIsRebuilt() throws Exception {
        database.execute("CREATE TABLE keys AS SELECT i AS k FROM generate_series(1, 100) i UNION ALL SELECT 42");
        Migration unique = Scripts.of(List.of(Scripts.build(1, "uq_keys", "keys", List.of("k"), "", true)));
        for (int i = 0; i < 2; i++) {
            MigrationRun run = console.run(unique);
            assertThat(run.state()).isEqualTo(MigrationRun.State.FAILED);
            assertThat(run.statements().get(0).state()).isEqualTo(StatementState.INVALID_LEFT);
            assertThat(run.words()).contains("Two rows have the same key", "(k)=(42)");
            assertThat(database.indexes()).isEqualTo("uq_keys=f");
        }
        database.execute("DELETE FROM keys WHERE ctid = (SELECT max(ctid) FROM keys WHERE k = 42)");
        assertThat(console.run(unique).state()).isEqualTo(MigrationRun.State.DONE);
        assertThat(database.indexes()).isEqualTo("uq_keys=t");
    }

    /** IDX-04 a: what a build by hand has left is not ours to drop, until a person says so. */
    @Test
    void anInvalidIndexThatSomebodyElseHasLeftIsDroppedOnlyByRepair() throws Exception {
        try (LongTransaction report = new LongTransaction(database);
                Connection other = database.connect();
                Statement statement = other.createStatement()) {
            statement.execute("SET lock_timeout = '200ms'");
            assertThatThrownBy(() ->
                            statement.execute(ONE.forward().statements().get(0).text()))
                    .as("waits for " + report.pid)
                    .hasMessageContaining("lock timeout");
        }
        MigrationRun run = console.run(ONE);
        assertThat(run.statements().get(0).state()).isEqualTo(StatementState.INVALID_LEFT);
        assertThat(run.words()).contains("the journal does not say that we began it");
        assertThat(database.indexes()).isEqualTo("idx_one=f");

        Action repair = console.actions.repair(ONE, ONE.forward().statements().get(0), console);
        assertThat(console.act(repair).ending()).isEqualTo(Outcome.Ending.DONE);
        assertThat(database.indexes()).isEqualTo("idx_one=t");
    }

    @Test
    void aFullDiskIsExplained() throws Exception {
        database.execute("CREATE FUNCTION fills(text) RETURNS text IMMUTABLE LANGUAGE plpgsql AS $$ BEGIN IF"
                + " hashtext($1) % 50 = 0 THEN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100';"
                + " END IF; RETURN $1; END $$");
        MigrationRun run = console.run(
                Scripts.of(List.of(Scripts.build(1, "idx_full", "evaluations", List.of("fills(id::text)"), ""))));
        assertThat(run.state()).isEqualTo(MigrationRun.State.FAILED);
        assertThat(run.words()).contains("The server's disk is full.");
        assertThat(database.indexes()).isEqualTo("idx_full=f");
    }

    /** IDX-05. */
    @Test
    void aPartitionedTableIsNotSentABuild() throws Exception {
        database.execute("CREATE TABLE pe (id int) PARTITION BY RANGE (id)");
        Migration migration = Scripts.of(List.of(Scripts.build(1, "idx_pe", "pe", List.of("id"), "")));
        assertThat(console.refusal(migration)).contains("partition", "ON ONLY");
        MigrationRun run = console.runUnjudged(MigrationOrder.forward(migration));
        assertThat(run.state()).isEqualTo(MigrationRun.State.FAILED);
        assertThat(run.words()).contains("partitioned");
        assertThat(console.journal.read(1, 100)).noneMatch(event -> event.kind().equals("migration.statement.sent"));
    }

    /** IDX-02: what would put statements into one transaction is not sent at all. */
    @Test
    void aScriptWithATransactionIsNotBegun() throws Exception {
        MigrationRun run = console.runUnjudged(MigrationOrder.forward(Scripts.of(List.of(
                Scripts.build(1, "idx_one", "evaluations", List.of("agent_id"), ""),
                Scripts.plain(2, StatementKind.TRANSACTION, "BEGIN", "")))));
        assertThat(run.state()).isEqualTo(MigrationRun.State.FAILED);
        assertThat(run.words()).contains("forward.sql:2", "Nothing was done");
        assertThat(database.indexes()).isEmpty();
    }

    @Test
    void whoBlocksIsEndedOnlyWhileHeIsTheSameAtTheSameWork() throws Exception {
        try (LongTransaction report = new LongTransaction(database)) {
            Future<MigrationRun> run = console.start(ONE);
            Blocker blocker = console.await(
                            1, "names who blocks", each -> !each.blockers().isEmpty())
                    .blockers()
                    .get(0);
            Action end = console.actions.endSession(blocker);
            assertThatThrownBy(() -> console.act(end, () -> report.query("SELECT 'something else'")))
                    .isInstanceOf(Refused.class);
            assertThat(run.isDone()).isFalse();
            assertThat(console.act(end).ending()).isEqualTo(Outcome.Ending.DONE);
            assertThat(Console.ended(run).state()).isEqualTo(MigrationRun.State.DONE);
        }
    }

    @Test
    void anOrdinaryStatementWaitsShortlyForItsLockAndTriesAgain() throws Exception {
        Migration analyze =
                Scripts.of(List.of(Scripts.plain(1, StatementKind.ANALYZE, "ANALYZE evaluations", "evaluations")));
        Future<MigrationRun> run;
        try (Connection other = database.connect();
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN");
            statement.execute("LOCK TABLE evaluations IN SHARE UPDATE EXCLUSIVE MODE");
            run = console.start(analyze);
            StatementRun waiting =
                    console.await(1, "lets others through", each -> each.words().contains("lets others through"));
            assertThat(waiting.state()).isEqualTo(StatementState.WAITING);
        }
        assertThat(Console.ended(run).state()).isEqualTo(MigrationRun.State.DONE);
    }
}
