package dev.tars.console.journal.client;

import dev.tars.console.base.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.WeakHashMap;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;

/** One file beside its {@code -wal}: write-ahead log, every commit forced to the disk. */
final class SqliteDialect implements Dialect {

    private static final int BUSY_MILLIS = 5000;

    private final Path file;
    private final Map<Connection, Long> versions = new WeakHashMap<>();

    SqliteDialect(Path file) {
        this.file = file.toAbsolutePath();
    }

    @Override
    public String place() {
        return file.toString();
    }

    @Override
    public Connection connect() throws SQLException {
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException e) {
            throw new SQLException("the folder cannot be made: " + e.getMessage(), e);
        }
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLIS);
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        // What a disk holds back in its cache is not kept; macOS needs to be told.
        config.setPragma(SQLiteConfig.Pragma.FULL_SYNC, "true");
        return config.createConnection("jdbc:sqlite:" + file);
    }

    @Override
    public void create(Connection connection) throws SQLException {
        // Asked first: what can only be read is opened too.
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM sqlite_schema WHERE type = 'table'"
                        + " AND name IN ('journal_event', 'journal_head')")) {
            int tables = row.next() ? row.getInt(1) : 0;
            if (tables == 1) {
                throw new SQLException("one of the journal's two tables is gone");
            }
            if (tables == 2) {
                return;
            }
        }
        execute(connection, "BEGIN IMMEDIATE");
        try (Statement statement = connection.createStatement()) {
            for (String sql : Schema.tables("INTEGER PRIMARY KEY", " STRICT")) {
                statement.executeUpdate(sql);
            }
            for (String sql : Schema.SQLITE_TRIGGERS) {
                statement.executeUpdate(sql);
            }
        }
        execute(connection, "COMMIT");
    }

    // In words: the driver's own begin comes right after a commit, and would keep all others out from then on.
    @Override
    public void begin(Connection connection) throws SQLException {
        execute(connection, "BEGIN IMMEDIATE");
    }

    @Override
    public void commit(Connection connection) throws SQLException {
        execute(connection, "COMMIT");
    }

    @Override
    public void rollback(Connection connection) throws SQLException {
        execute(connection, "ROLLBACK");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    @Override
    public String lockHead() {
        return Schema.HEAD;
    }

    @Override
    public void announce(Connection connection) {
        // They see it in PRAGMA data_version.
    }

    @Override
    public boolean hasNews(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("PRAGMA data_version")) {
            long now = answer.next() ? answer.getLong(1) : -1;
            synchronized (versions) {
                Long before = versions.put(connection, now);
                return before == null || before != now;
            }
        }
    }

    @Override
    public boolean isLost(SQLException failure) {
        return false;
    }

    @Override
    public Duration patience() {
        return Duration.ZERO;
    }

    @Override
    public boolean isDuplicate(SQLException failure) {
        return code(failure) == SQLiteErrorCode.SQLITE_CONSTRAINT.code;
    }

    /** The primary code; the extended ones have it in their lowest eight bits. */
    private static int code(SQLException failure) {
        return failure.getErrorCode() & 0xff;
    }

    @Override
    public Problem problem(SQLException failure) {
        return SqliteProblems.of(code(failure), failure, place());
    }
}
