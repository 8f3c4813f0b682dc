package dev.tars.console.runbook.client;

import dev.tars.console.base.Unit;
import dev.tars.console.document.DocumentException;
import dev.tars.console.runbook.Answer;
import dev.tars.console.runbook.Block;
import dev.tars.console.runbook.NoneGiven;
import dev.tars.console.runbook.Probe;
import dev.tars.console.runbook.ProbeContext;
import dev.tars.console.runbook.ProbeFailed;
import dev.tars.console.runbook.Value;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;

/**
 * {@code sql}: one statement that reads, run by PostgreSQL in a read-only transaction with a statement timeout, and rolled
 * back. (Some functions have effects in such a transaction all the same: let its user be one that may only read.) The last column is the value of a row, the others are its name; true is 1 and false is 0, NULL is no number, and an
 * interval is in seconds only where the statement makes it so ({@code extract(epoch FROM ...)} with {@code unit=s}).
 */
public final class SqlProbe implements Probe {
    private static final Pattern READS = Pattern.compile("(?is)(select|with|show|explain|values|table)\\b.*");
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int MOST_ROWS = 1000;

    /** A new connection, closed by whoever asked for it. */
    @FunctionalInterface
    public interface Connections {
        Connection open() throws SQLException;
    }

    private final Connections connections;
    private final String address;
    private final Executor executor;

    /**
     * A probe of one database.
     *
     * @param address for people, without a password
     * @param executor waits for the database; not the one probes run on, or there may be no thread left
     */
    public SqlProbe(Connections connections, String address, Executor executor) {
        this.connections = connections;
        this.address = address;
        this.executor = executor;
    }

    @Override
    public String kind() {
        return "sql";
    }

    @Override
    public void check(Block block) throws DocumentException {
        Taking.refuseForeign(block, false, false);
        block.attributes().allowOnly("expect", "timeout", "unit");
        Taking.refuseUnitless(block, Unit.COUNT);
        String statement = SqlText.withoutComments(block.question());
        if (!READS.matcher(statement).matches()) {
            throw block.inBody(0, 0).error("not a statement that reads", "begin it with SELECT, WITH, SHOW or EXPLAIN");
        }
        // The driver would send them one after the other, and the second could end the read-only transaction.
        if (SqlText.hasSecondStatement(statement)) {
            throw block.inBody(0, 0).error("more than one statement", "write one a block");
        }
        if (!statement.matches("(?is).*\\b(from|show|explain|table|pg_\\w+|current_\\w+|version|now)\\b.*")) {
            throw block.inBody(0, 0).error("the statement looks at nothing, so it cannot fail", "read from a table");
        }
    }

    @Override
    public Answer ask(Block block, ProbeContext context) throws ProbeFailed, InterruptedException {
        String statement = context.fill(block.question());
        Optional<String> given = block.expectation().orElseThrow() instanceof NoneGiven none
                ? Optional.of(context.fill(none.given()))
                : Optional.empty();
        Running running = new Running();
        try {
            return Interruptible.call(executor, () -> ask(block, statement, given, running), running::breakOff);
        } catch (InterruptedException | ProbeFailed e) {
            throw e;
        } catch (SQLException e) {
            throw failed(e);
        } catch (Exception e) {
            throw new ProbeFailed("failed", "asking the database failed: " + e, "", address, e);
        }
    }

    private Answer ask(Block block, String statement, Optional<String> given, Running running) throws SQLException {
        try (Connection connection = connections.open()) {
            running.begin(connection);
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            try (Statement settings = connection.createStatement()) {
                long limit = block.timeout().orElse(LIMIT).toMillis();
                settings.execute("SET LOCAL statement_timeout = " + limit);
                settings.execute("SET LOCAL lock_timeout = " + limit);
            }
            Map<String, String> prints = Map.of("database", identity(connection));
            StringBuilder raw = new StringBuilder();
            Rows rows = rows(block, running, connection, statement, raw);
            Answer answer = Answer.of(statement, address, raw.toString(), rows.values())
                    .fingerprints(prints)
                    .warnings(rows.isCut() ? List.of("only the first " + MOST_ROWS + " rows were read") : List.of());
            if (given.isPresent()) {
                answer = answer.given(rows(block, running, connection, given.get(), new StringBuilder())
                        .values());
            }
            connection.rollback();
            return answer;
        }
    }

    private record Rows(List<Value> values, boolean isCut) {}

    private static Rows rows(Block block, Running running, Connection connection, String statement, StringBuilder raw)
            throws SQLException {
        List<Value> values = new ArrayList<>();
        try (PreparedStatement asked = connection.prepareStatement(statement)) {
            running.begin(asked);
            asked.setMaxRows(MOST_ROWS + 1);
            try (ResultSet rows = asked.executeQuery()) {
                ResultSetMetaData columns = rows.getMetaData();
                int last = columns.getColumnCount();
                while (rows.next() && values.size() <= MOST_ROWS) {
                    List<String> name = new ArrayList<>();
                    for (int i = 1; i < last; i++) {
                        name.add(text(rows, i));
                    }
                    String value = text(rows, last);
                    boolean isTruth = columns.getColumnTypeName(last).equals("bool");
                    String number = isTruth ? (value.equals("t") ? "1" : "0") : value;
                    values.add(Taking.value(block, String.join(" ", name), value.isEmpty() ? "" : number));
                    raw.append(String.join(" | ", name))
                            .append(last > 1 ? " | " : "")
                            .append(value)
                            .append('\n');
                }
            }
        }
        boolean isCut = values.size() > MOST_ROWS;
        return new Rows(isCut ? values.subList(0, MOST_ROWS) : values, isCut);
    }

    private static String text(ResultSet rows, int column) throws SQLException {
        return Optional.ofNullable(rows.getString(column)).orElse("");
    }

    /** Which database this is: its cluster's own number, where it may be read, and its name. */
    private static String identity(Connection connection) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT system_identifier || '/' || current_database() FROM pg_control_system()")) {
            row.next();
            return text(row, 1);
        } catch (SQLException e) {
            connection.rollback(before);
            return String.valueOf(connection.getCatalog());
        }
    }

    private ProbeFailed failed(SQLException e) {
        String state = Optional.ofNullable(e.getSQLState()).orElse("");
        String said = Optional.ofNullable(e.getMessage()).orElse("no words").replaceAll("\\s+", " ");
        if (state.startsWith("08") || state.startsWith("28") || state.startsWith("57P") || state.equals("3D000")) {
            return new ProbeFailed("unreachable", said, "see that it runs and lets this user in", address, e);
        }
        if (state.equals("57014") || state.equals("55P03")) {
            return new ProbeFailed("timed out", said, "give it a longer timeout=", address, e);
        }
        return new ProbeFailed("refused", said + " (SQLSTATE " + state + ")", "mend the statement", address, e);
    }
}
