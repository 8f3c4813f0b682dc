package dev.tars.console.migration.client;

import dev.tars.console.connect.postgres.PostgresFault;
import dev.tars.console.connect.postgres.PostgresSession;
import dev.tars.console.migration.Backend;
import dev.tars.console.migration.DatabaseFault;
import dev.tars.console.migration.Limits;
import dev.tars.console.migration.MigrationDatabase;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/** The line that statements are sent on. */
final class PostgresLine implements MigrationDatabase.Line {

    /** Any number, the same in every console: who holds its advisory lock runs a migration on the database. */
    static final long CLAIM = 7_302_514_417_134L;

    /**
     * A build outlives a line that breaks, to be found again; a process that has done its work and reaches nobody is soon
     * gone. Settings that an older server does not know are left out.
     */
    private static final String SETTINGS = """
            SELECT set_config(wanted.name, wanted.value, false)
            FROM (VALUES ('lock_timeout', ?::text), ('statement_timeout', ?::text), ('idle_session_timeout', '0'),
                         ('client_connection_check_interval', '0'), ('tcp_keepalives_idle', '10'),
                         ('tcp_keepalives_interval', '5'), ('tcp_keepalives_count', '3')) AS wanted (name, value)
            JOIN pg_settings USING (name)
            """;

    private final PostgresSession session;

    PostgresLine(PostgresSession session) {
        this.session = session;
    }

    @Override
    public Backend backend() {
        return new Backend(session.pid(), session.startedAt());
    }

    @Override
    public boolean claim() throws DatabaseFault {
        try {
            return session.query("SELECT pg_try_advisory_lock(" + CLAIM + ")", row -> row.getBoolean(1))
                    .get(0);
        } catch (PostgresFault e) {
            throw DatabaseFaults.asking(e);
        }
    }

    @Override
    public void prepare(Limits limits) throws DatabaseFault {
        try {
            session.query(
                    SETTINGS,
                    row -> row.getString(1),
                    String.valueOf(limits.lock().toMillis()),
                    String.valueOf(limits.statement().toMillis()));
        } catch (PostgresFault e) {
            throw DatabaseFaults.asking(e);
        }
    }

    @Override
    public Future<Boolean> send(String sql) {
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        CompletableFuture<Boolean> unused = session.send(sql).whenComplete((done, failure) -> {
            if (failure instanceof PostgresFault fault) {
                answer.completeExceptionally(DatabaseFaults.sent(fault));
            } else if (failure != null) {
                answer.completeExceptionally(failure);
            } else {
                answer.complete(done);
            }
        });
        return answer;
    }

    @Override
    public void close() {
        session.close();
    }
}
