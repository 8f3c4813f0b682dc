package dev.tars.console.migration.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tars.console.migration.Migration;
import dev.tars.console.migration.MigrationHistory;
import dev.tars.console.migration.MigrationOrder;
import dev.tars.console.migration.MigrationRun;
import dev.tars.console.migration.StatementRun;
import dev.tars.console.migration.StatementState;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs on a real PostgreSQL that end as they should. */
@SuppressWarnings("NullAway.Init") // JUnit gives the folder
class MigrationRunTest {

    @TempDir
    Path folder;

    @Test
    void theThreeIndexesAreBuiltAndReadBackAndASecondRunFindsThem() throws Exception {
        TestServer.Database database = TestServer.database(10_000);
        Migration migration = Scripts.tars1004();
        try (Console console = new Console(database.endpoint(), folder.resolve("journal.db"))) {
            MigrationRun run = console.run(migration);
            assertThat(run.state()).as(run.words()).isEqualTo(MigrationRun.State.DONE);
            assertThat(run.statements()).extracting(StatementRun::state).containsOnly(StatementState.DONE);
            assertThat(run.statements().get(0).bytes().orElseThrow()).isPositive();
            assertThat(database.indexes())
                    .isEqualTo("idx_agents_type_active=t, idx_evaluations_agent_created=t, "
                            + "idx_evaluations_region_status=t");

            MigrationRun again = console.run(migration);
            assertThat(again.state()).isEqualTo(MigrationRun.State.DONE);
            assertThat(again.statements().subList(0, 3))
                    .extracting(StatementRun::state)
                    .containsOnly(StatementState.ALREADY_THERE);

            MigrationRun back = console.rollBack(migration);
            assertThat(back.state()).as(back.words()).isEqualTo(MigrationRun.State.DONE);
            assertThat(database.indexes()).isEmpty();
            assertThat(MigrationHistory.of(console.journal, Console.ENVIRONMENT).runs())
                    .extracting(past -> past.ended().orElseThrow(), past -> past.isRollback())
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(MigrationRun.State.DONE, false),
                            org.assertj.core.groups.Tuple.tuple(MigrationRun.State.DONE, false),
                            org.assertj.core.groups.Tuple.tuple(MigrationRun.State.DONE, true));
        }
    }

    @Test
    void anIndexOfTheSameNameAndAnotherDefinitionIsNeitherTakenNorDropped() throws Exception {
        TestServer.Database database = TestServer.database(10_000);
        database.execute("CREATE INDEX " + Scripts.AGENT + " ON evaluations (agent_id)");
        try (Console console = new Console(database.endpoint(), folder.resolve("journal.db"))) {
            assertThat(console.refusal(Scripts.tars1004())).contains("is another index");
            MigrationRun run = console.runUnjudged(MigrationOrder.forward(Scripts.tars1004()));
            assertThat(run.state()).isEqualTo(MigrationRun.State.FAILED);
            assertThat(run.words()).contains("another definition", "(agent_id)", "created_at DESC");
            assertThat(console.runUnjudged(MigrationOrder.rollback(Scripts.tars1004()))
                            .state())
                    .isEqualTo(MigrationRun.State.FAILED);
            assertThat(database.indexes()).isEqualTo(Scripts.AGENT + "=t");
        }
    }

    /** What the server makes of a predicate is not what the script has: the server's own words are compared. */
    @Test
    void aDefinitionIsComparedInTheServersWords() throws Exception {
        TestServer.Database database = TestServer.database(10_000);
        Migration migration = Scripts.of(List.of(Scripts.build(
                1,
                "idx_open",
                "evaluations",
                List.of("lower(agent_id)", "created_at DESC NULLS LAST", "status text_pattern_ops"),
                "status != 'deleted' AND status IN ('error', 'pending')")));
        try (Console console = new Console(database.endpoint(), folder.resolve("journal.db"))) {
            assertThat(console.run(migration).state()).isEqualTo(MigrationRun.State.DONE);
            assertThat(console.run(migration).statements().get(0).state()).isEqualTo(StatementState.ALREADY_THERE);
        }
    }
}
