package dev.tars.console.journal.client;

import dev.tars.console.base.Problem;
import dev.tars.console.base.Ticker;
import dev.tars.console.connect.http.SecretMissing;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.WeakHashMap;
import org.postgresql.PGConnection;

/**
 * Tables in a PostgreSQL database that several consoles share. Writers queue at a row lock on the head, which makes one
 * order of them; they tell each other by NOTIFY in the transaction of the append.
 */
final class PostgresDialect implements Dialect {

    private static final String CHANNEL = "tars_journal";

    /** Any number, the same in every console: who creates the tables does it alone. */
    private static final long CREATING = 7_302_514_417_133L;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** No room for one more connection; the server stops, has crashed, or starts. */
    private static final Set<String> LOST = Set.of("53300", "57P01", "57P02", "57P03");

    /** A connection whose server has gone without a word shows it only when it is asked something. */
    private static final Duration ASKING = Duration.ofSeconds(1);

    /** How long that may take; less than an append may, which waits for others. */
    private static final int ANSWER_MILLIS = 3000;

    private final PostgresUrl url;
    private final Ticker ticker;

    /** When each connection that listens was last asked. */
    private final Map<Connection, Long> listening = new WeakHashMap<>();

    PostgresDialect(PostgresUrl url, Ticker ticker) {
        this.url = url;
        this.ticker = ticker;
    }

    @Override
    public String place() {
        return url.shown();
    }

    @Override
    public Connection connect() throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("ApplicationName", "tars-console journal");
        settings.setProperty("connectTimeout", "5");
        settings.setProperty("loginTimeout", "5");
        settings.setProperty("socketTimeout", "30");
        settings.setProperty("tcpKeepAlive", "true");
        Connection connection = connect(settings);
        try {
            execute(connection, "SET synchronous_commit = on");
            execute(connection, "SET lock_timeout = '10s'");
            execute(connection, "SET statement_timeout = '25s'");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private Connection connect(Properties settings) throws SQLException {
        try {
            url.putSecrets(settings);
        } catch (SecretMissing e) {
            throw new SQLException(e.getMessage(), e);
        }
        // Not by way of the driver manager, which quotes the URL where it knows no driver for it.
        Connection connection = new org.postgresql.Driver().connect(url.connect(), settings);
        if (connection == null) {
            throw new SQLException("the driver cannot read this URL", "08001");
        }
        return connection;
    }

    @Override
    public void create(Connection connection) throws SQLException {
        execute(connection, "BEGIN");
        execute(connection, "SELECT pg_advisory_xact_lock(" + CREATING + ")");
        // Asked first: who may only write events need not be allowed to create tables.
        if (!isThere(connection)) {
            for (String sql : Schema.tables("BIGINT PRIMARY KEY", "")) {
                execute(connection, sql);
            }
            for (String sql : Schema.POSTGRES_TRIGGERS) {
                execute(connection, sql);
            }
        }
        execute(connection, "COMMIT");
    }

    private static boolean isThere(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT to_regclass('journal_head') IS NOT NULL")) {
            return row.next() && row.getBoolean(1);
        }
    }

    @Override
    public void begin(Connection connection) throws SQLException {
        execute(connection, "BEGIN");
    }

    @Override
    public void commit(Connection connection) throws SQLException {
        execute(connection, "COMMIT");
    }

    @Override
    public void rollback(Connection connection) throws SQLException {
        execute(connection, "ROLLBACK");
    }

    @Override
    public String lockHead() {
        return Schema.HEAD + " FOR UPDATE";
    }

    @Override
    public void announce(Connection connection) throws SQLException {
        execute(connection, "NOTIFY " + CHANNEL);
    }

    /** A connection listens from the first question on; what came before it is not known, so it is news. */
    @Override
    public boolean hasNews(Connection connection) throws SQLException {
        long now = ticker.nanos();
        Long asked;
        synchronized (listening) {
            asked = listening.get(connection);
        }
        boolean due = asked == null || now - asked >= ASKING.toNanos();
        if (due) {
            ask(connection, asked == null ? "LISTEN " + CHANNEL : "SELECT 1");
            synchronized (listening) {
                listening.put(connection, now);
            }
        }
        return connection.unwrap(PGConnection.class).getNotifications().length > 0 || asked == null;
    }

    private static void ask(Connection connection, String sql) throws SQLException {
        int usual = connection.getNetworkTimeout();
        connection.setNetworkTimeout(Runnable::run, ANSWER_MILLIS);
        execute(connection, sql);
        connection.setNetworkTimeout(Runnable::run, usual);
    }

    @Override
    public boolean isLost(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return state.startsWith("08") || LOST.contains(state);
    }

    @Override
    public Duration patience() {
        return PATIENCE;
    }

    @Override
    public boolean isDuplicate(SQLException failure) {
        return "23505".equals(failure.getSQLState());
    }

    @Override
    public Problem problem(SQLException failure) {
        return PostgresProblems.of(failure, place());
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
