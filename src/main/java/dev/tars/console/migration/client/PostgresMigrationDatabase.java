package dev.tars.console.migration.client;

import dev.tars.console.base.Ticker;
import dev.tars.console.connect.postgres.PostgresClient;
import dev.tars.console.connect.postgres.PostgresFault;
import dev.tars.console.migration.Backend;
import dev.tars.console.migration.BackendReading;
import dev.tars.console.migration.DatabaseFault;
import dev.tars.console.migration.IndexDefinition;
import dev.tars.console.migration.IndexShape;
import dev.tars.console.migration.IndexState;
import dev.tars.console.migration.LiveEffect;
import dev.tars.console.migration.MigrationDatabase;
import dev.tars.console.migration.SessionReading;
import dev.tars.console.migration.Statement;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** PostgreSQL 13 and newer, as a migration sees it. */
public final class PostgresMigrationDatabase implements MigrationDatabase {

    /** How the console's sessions for it are named. */
    public static final String APPLICATION = "tars-console migration";

    /** Not allowed to make a temporary table; a standby or a read-only session. */
    private static final Set<String> NO_COPY = Set.of("42501", "25006");

    private final PostgresClient client;
    private final Effect effect;

    /** @param client stays its owner's */
    public PostgresMigrationDatabase(PostgresClient client, Ticker ticker) {
        this.client = client;
        this.effect = new Effect(ticker);
    }

    @Override
    public Line open() throws DatabaseFault, InterruptedException {
        try {
            return new PostgresLine(client.open());
        } catch (PostgresFault e) {
            throw DatabaseFaults.asking(e);
        }
    }

    @Override
    public String identity() throws DatabaseFault, InterruptedException {
        return ask("which database it is", session -> {
            String database = session.query("SELECT current_database()", row -> row.getString(1))
                    .get(0);
            try {
                return session.query("SELECT system_identifier::text FROM pg_control_system()", row -> row.getString(1))
                                .get(0)
                        + "/" + database;
            } catch (PostgresFault e) {
                if (e.kind() == PostgresFault.Kind.REFUSED) {
                    return client.endpoint().address();
                }
                throw e;
            }
        });
    }

    @Override
    public Optional<Backend> claimant() throws DatabaseFault, InterruptedException {
        return ask(
                "who runs a migration",
                session -> session.query("""
                                SELECT a.pid, a.backend_start FROM pg_locks l JOIN pg_stat_activity a USING (pid)
                                WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1
                                  AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
                                  AND l.classid::bigint << 32 | l.objid::bigint = ?
                                """, Catalogue::backend, PostgresLine.CLAIM).stream()
                        .findFirst());
    }

    @Override
    public Optional<IndexState> index(Statement statement) throws DatabaseFault, InterruptedException {
        return ask("the index " + statement.object(), session -> Catalogue.index(session, statement));
    }

    @Override
    public Optional<IndexState> index(long oid) throws DatabaseFault, InterruptedException {
        return ask("the index " + oid, session -> Catalogue.index(session, oid));
    }

    @Override
    public Optional<IndexShape> shape(IndexDefinition definition) throws DatabaseFault, InterruptedException {
        try {
            return ask("the shape of an index", session -> Catalogue.shape(session, definition));
        } catch (DatabaseFault e) {
            if (NO_COPY.contains(e.sqlState())) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public boolean isPartitioned(IndexDefinition definition) throws DatabaseFault, InterruptedException {
        return ask("the table " + definition.table(), session -> Catalogue.isPartitioned(session, definition));
    }

    @Override
    public Optional<BackendReading> reading(Backend backend) throws DatabaseFault, InterruptedException {
        return ask("progress", session -> Activity.reading(session, backend));
    }

    @Override
    public Optional<Backend> worker(IndexState index) throws DatabaseFault, InterruptedException {
        return ask("who works on " + index.name(), session -> Catalogue.worker(session, index.oid()));
    }

    @Override
    public Optional<Instant> analyzed(Statement analyze) throws DatabaseFault, InterruptedException {
        return ask("statistics of " + analyze.object(), session -> Catalogue.analyzed(session, analyze));
    }

    @Override
    public LiveEffect effect(Backend ours) throws DatabaseFault, InterruptedException {
        return ask("live effect", session -> effect.read(session, ours));
    }

    @Override
    public boolean cancel(Backend backend) throws DatabaseFault, InterruptedException {
        return ask("cancel of " + backend.pid(), session -> Activity.cancel(session, backend));
    }

    @Override
    public boolean terminate(Backend backend) throws DatabaseFault, InterruptedException {
        return ask("end of " + backend.pid(), session -> Activity.terminate(session, backend));
    }

    @Override
    public Optional<SessionReading> session(int pid) throws DatabaseFault, InterruptedException {
        return ask("session " + pid, session -> Sessions.read(session, pid));
    }

    @Override
    public boolean stop(SessionReading other, boolean isEnding) throws DatabaseFault, InterruptedException {
        return ask("stop of " + other.backend().pid(), session -> Sessions.stop(session, other, isEnding));
    }

    private <T> T ask(String what, PostgresClient.Question<T> question) throws DatabaseFault, InterruptedException {
        try {
            return client.ask(what, question);
        } catch (PostgresFault e) {
            throw DatabaseFaults.asking(e);
        }
    }
}
