package dev.tars.console.connect.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * A session of its own with autocommit on. One caller at a time; {@link #close} from any thread breaks the socket under
 * whatever runs, and the server's side of it may run on.
 */
public final class PostgresSession implements AutoCloseable {

    /** Makes a value of one row. */
    @FunctionalInterface
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private final Connection connection;
    private final Faults faults;
    private final int pid;
    private final int announcedPid;
    private final Instant startedAt;
    private final AtomicBoolean isClosed = new AtomicBoolean();
    private final AtomicBoolean isBusy = new AtomicBoolean();

    private PostgresSession(Connection connection, Faults faults, int announcedPid, int pid, Instant startedAt) {
        this.connection = connection;
        this.faults = faults;
        this.announcedPid = announcedPid;
        this.pid = pid;
        this.startedAt = startedAt;
    }

    /** Asks the server who serves us: the answer proves the line, too. */
    static PostgresSession of(Connection connection, Faults faults) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT pid, backend_start FROM pg_stat_activity WHERE pid = pg_backend_pid()")) {
            if (!row.next()) {
                throw new SQLException("the server does not know its own session", "08006");
            }
            return new PostgresSession(
                    connection,
                    faults,
                    connection.unwrap(PGConnection.class).getBackendPID(),
                    row.getInt(1),
                    row.getObject(2, OffsetDateTime.class).toInstant());
        }
    }

    /** The process that serves it. */
    public int pid() {
        return pid;
    }

    /** The process that the start of the session named; another one where a pooler stands between. */
    public int announcedPid() {
        return announcedPid;
    }

    /** When that process began, in microseconds: with it a pid that is used again is not taken for this one. */
    public Instant startedAt() {
        return startedAt;
    }

    /** A short question. @param parameters for each {@code ?}; text, numbers, booleans, OffsetDateTime */
    public <T> List<T> query(String sql, Row<T> row, @Nullable Object... parameters) throws PostgresFault {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            List<T> rows = new ArrayList<>();
            try (ResultSet answer = statement.executeQuery()) {
                while (answer.next()) {
                    rows.add(row.read(answer));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw fault(e);
        }
    }

    /** One statement, unchanged and alone. */
    public void execute(String sql) throws PostgresFault {
        try (Statement statement = connection.createStatement()) {
            // A question mark or a brace in it is its own.
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        } catch (SQLException e) {
            throw fault(e);
        }
    }

    /**
     * Sends one statement and returns at once.
     *
     * @return done when the server has answered; its failure is a {@link PostgresFault}. Cancelling it does nothing.
     */
    public CompletableFuture<Boolean> send(String sql) {
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        isBusy.set(true);
        Thread thread = new Thread(
                () -> {
                    try {
                        execute(sql);
                        isBusy.set(false);
                        answer.complete(true);
                    } catch (PostgresFault e) {
                        isBusy.set(false);
                        answer.completeExceptionally(e);
                    }
                },
                "connect-postgres-" + pid);
        thread.setDaemon(true);
        thread.start();
        return answer;
    }

    private PostgresFault fault(SQLException e) {
        return isClosed.get() ? faults.closed() : faults.asking(e);
    }

    @Override
    public void close() {
        if (isClosed.compareAndSet(false, true)) {
            try {
                // An ordinary close would wait for a statement that runs.
                if (isBusy.get()) {
                    connection.abort(Runnable::run);
                } else {
                    connection.close();
                }
            } catch (SQLException e) {
                throw new IllegalStateException("a session that is given up does not close", e);
            }
        }
    }
}
