package dev.tars.console.migration.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tars.console.connect.postgres.PostgresClient;
import dev.tars.console.connect.postgres.PostgresEndpoint;
import dev.tars.console.migration.DatabaseFacts;
import dev.tars.console.migration.Migration;
import dev.tars.console.migration.TableFacts;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Facts of a real server, with somebody at work on it. */
class FactsTest {

    private static final Migration MIGRATION = Scripts.tars1004();

    @Test
    void everythingThatABuildWouldMeetIsRead() throws Exception {
        TestServer.Database database = TestServer.database(10_000);
        database.execute("CREATE TABLE " + Scripts.TYPE + " (a int)");
        database.execute("CREATE TABLE k AS SELECT 1 AS id UNION ALL SELECT 1");
        assertThatThrownBy(() -> database.execute(
                        "CREATE UNIQUE INDEX CONCURRENTLY " + Scripts.AGENT + " ON evaluations (status)"))
                .hasMessageContaining("could not create unique index");
        try (LongTransaction report = new LongTransaction(database);
                Connection other = database.connect();
                Statement statement = other.createStatement()) {
            report.query("UPDATE evaluations SET reward = 1 WHERE id IN (SELECT id FROM evaluations LIMIT 1)");
            statement.execute("BEGIN");
            statement.execute("DELETE FROM agents WHERE agent_id = 'nobody'");
            statement.execute("PREPARE TRANSACTION 'forgotten_" + database.name() + "'");
            DatabaseFacts facts = read(database.endpoint());

            assertThat(facts.server().version()).startsWith("15.");
            assertThat(facts.server().systemIdentifier().value().orElseThrow()).hasSizeGreaterThan(10);
            assertThat(facts.server().database()).isEqualTo(database.name());
            assertThat(facts.server().searchPath()).containsExactly("public");
            assertThat(facts.server().poolerSuspicion()).isEmpty();
            assertThat(facts.server().settings()).containsKeys("maintenance_work_mem", "lock_timeout");

            TableFacts evaluations =
                    facts.relation(Optional.empty(), "evaluations").orElseThrow();
            assertThat(evaluations.kind()).isEqualTo(TableFacts.Kind.TABLE);
            assertThat(evaluations.rows()).hasValue(10_000);
            assertThat(evaluations.bytes()).isGreaterThan(1_000_000);
            assertThat(evaluations.hasColumn("created_at")).isTrue();
            assertThat(evaluations.isOwned()).isTrue();
            assertThat(facts.relation(Optional.empty(), Scripts.TYPE))
                    .as("a table has the name of an index")
                    .isPresent();

            assertThat(facts.index(Optional.empty(), Scripts.AGENT).orElseThrow())
                    .satisfies(index -> {
                        assertThat(index.isValid()).isFalse();
                        assertThat(index.definition()).contains("UNIQUE", "(status)");
                    });
            assertThat(facts.index(Optional.empty(), "evaluations_pkey")
                            .orElseThrow()
                            .isConstraint())
                    .isTrue();

            assertThat(facts.sessions().value().orElseThrow()).singleElement().satisfies(session -> {
                assertThat(session.who().pid()).isEqualTo(report.pid);
                assertThat(session.who().application()).isEqualTo("nightly-report");
                assertThat(session.holdsSnapshot()).isTrue();
                assertThat(session.isOurs()).isFalse();
                assertThat(session.lockedTables()).containsExactly("public.evaluations");
            });
            assertThat(facts.prepared().value().orElseThrow()).singleElement().satisfies(prepared -> {
                assertThat(prepared.gid()).isEqualTo("forgotten_" + database.name());
                assertThat(prepared.lockedTables()).containsExactly("public.agents");
            });
            assertThat(facts.builds().value().orElseThrow()).isEmpty();
            assertThat(facts.slots().value().orElseThrow()).isEmpty();
            assertThat(facts.standbys().value().orElseThrow()).isEmpty();
            assertThat(facts.freeBytes().why()).contains("does not tell");
        }
        database.execute("ROLLBACK PREPARED 'forgotten_" + database.name() + "'");
    }

    /** What the server keeps from a plain user is hidden, not absent. */
    @Test
    void aUserWithoutPrivilegesSeesThatSomethingIsHidden() throws Exception {
        TestServer.Database database = TestServer.database(10_000);
        database.execute("CREATE ROLE plain_" + database.name() + " LOGIN");
        try (LongTransaction report = new LongTransaction(database)) {
            PostgresEndpoint plain = PostgresEndpoint.of(
                    "PostgreSQL",
                    database.url().replace("user=postgres", "user=plain_" + database.name()),
                    PostgresMigrationDatabase.APPLICATION);
            DatabaseFacts facts = read(plain);
            assertThat(facts.server().seesOtherSessions()).isFalse();
            assertThat(facts.sessions().value().orElseThrow()).anySatisfy(session -> {
                assertThat(session.who().pid()).isEqualTo(report.pid);
                assertThat(session.isHidden()).isTrue();
            });
            assertThat(facts.relation(Optional.empty(), "evaluations")
                            .orElseThrow()
                            .isOwned())
                    .isFalse();
        }
    }

    private static DatabaseFacts read(PostgresEndpoint endpoint) throws Exception {
        try (PostgresClient client = new PostgresClient(endpoint, Clock.systemUTC())) {
            return new PostgresFacts(client).read(MIGRATION);
        }
    }
}
