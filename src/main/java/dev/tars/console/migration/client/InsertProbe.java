package dev.tars.console.migration.client;

import dev.tars.console.base.Progress;
import dev.tars.console.base.Ticker;
import dev.tars.console.migration.Benchmark;
import dev.tars.console.migration.IndexDefinition;
import dev.tars.console.migration.Migration;
import dev.tars.console.migration.WriteCost;
import dev.tars.console.migration.client.BenchCatalogue.Column;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Times inserts into the tables of a migration. Each row is a copy of one that is there with a key of its own, in a
 * transaction of its own that is rolled back at once, so nothing is left but a dead row.
 */
final class InsertProbe {

    private static final String APPLICATION = "tars-console write cost";
    private static final int TEMPLATES = 200;

    private final Connections database;
    private final Clock clock;
    private final Ticker ticker;
    private final Random random = new Random(23);

    InsertProbe(Connections database, Clock clock, Ticker ticker) {
        this.database = database;
        this.clock = clock;
        this.ticker = ticker;
    }

    /** One cost a table. Where nothing may be written each says so, and nothing is asked. */
    List<WriteCost> measure(Migration migration, Benchmark how, Progress progress) throws SQLException {
        List<WriteCost> costs = new ArrayList<>();
        Set<String> tables = new LinkedHashSet<>();
        definitions(migration).forEach(definition -> tables.add(definition.table()));
        if (!how.mayWrite()) {
            return List.of();
        }
        try (Connection connection = database.open(APPLICATION);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(true);
            statement.execute("SET statement_timeout = " + how.longest().toMillis());
            statement.execute("SET lock_timeout = '2s'");
            for (String table : tables) {
                progress.checkCancelled();
                progress.report(-1, table);
                costs.add(cost(connection, migration, table, how));
            }
        }
        return costs;
    }

    private static List<IndexDefinition> definitions(Migration migration) {
        return migration.forward().statements().stream()
                .flatMap(statement -> statement.index().stream())
                .toList();
    }

    private WriteCost cost(Connection connection, Migration migration, String table, Benchmark how)
            throws SQLException {
        int valid = 0;
        String place = table;
        for (IndexDefinition definition : definitions(migration)) {
            if (definition.table().equals(table)) {
                String schema = definition.schema().map(s -> s + ".").orElse("");
                place = schema + table;
                String index = schema + definition.name().orElse("");
                valid += BenchCatalogue.validIndex(connection, index).isPresent() ? 1 : 0;
            }
        }
        int standing = valid;
        try {
            List<Column> columns = BenchCatalogue.columns(connection, place);
            Optional<String> objection = objection(columns, place);
            if (objection.isPresent()) {
                return new WriteCost(table, standing, clock.instant(), Optional.empty(), objection.get());
            }
            RunTimes times = insert(connection, place, columns, how.runs());
            return times.count() == 0
                    ? new WriteCost(table, standing, clock.instant(), Optional.empty(), table + " has no row to copy.")
                    : new WriteCost(table, standing, clock.instant(), Optional.of(times.profile(1)), "");
        } catch (SQLException e) {
            if (!connection.isValid(2)) {
                throw e;
            }
            connection.setAutoCommit(true);
            return new WriteCost(
                    table, standing, clock.instant(), Optional.empty(), "The server refused it: " + e.getMessage());
        }
    }

    private static Optional<String> objection(List<Column> columns, String table) {
        List<Column> keys = columns.stream().filter(Column::isKey).toList();
        if (keys.isEmpty()) {
            return Optional.of(table + " is not there or has no primary key.");
        }
        return keys.stream()
                .filter(key -> !isNumber(key) && !isText(key) && !key.type().equals("uuid"))
                .findFirst()
                .map(key ->
                        "No key of its own can be made for " + table + ": " + key.name() + " is " + key.type() + ".");
    }

    private static boolean isNumber(Column column) {
        return Set.of("smallint", "integer", "bigint", "numeric").contains(column.type());
    }

    private static boolean isText(Column column) {
        return column.type().equals("text") || column.type().equals("character varying");
    }

    private RunTimes insert(Connection connection, String table, List<Column> columns, int runs) throws SQLException {
        RunTimes times = new RunTimes();
        List<List<String>> templates = templates(connection, table, columns);
        String names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
        String values = columns.stream().map(c -> "?::" + c.type()).collect(Collectors.joining(", "));
        connection.setAutoCommit(false);
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO " + table + " (" + names + ") OVERRIDING SYSTEM VALUE VALUES (" + values + ")")) {
            for (int run = 0; run < runs && !templates.isEmpty(); run++) {
                List<String> template = templates.get(run % templates.size());
                for (int i = 0; i < columns.size(); i++) {
                    insert.setString(i + 1, columns.get(i).isKey() ? key(columns.get(i)) : template.get(i));
                }
                long start = ticker.nanos();
                insert.executeUpdate();
                times.add(ticker.nanos() - start);
                connection.rollback();
            }
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
        return times;
    }

    private static List<List<String>> templates(Connection connection, String table, List<Column> columns)
            throws SQLException {
        List<List<String>> templates = new ArrayList<>();
        String texts = columns.stream().map(c -> c.name() + "::text").collect(Collectors.joining(", "));
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT " + texts + " FROM " + table + " LIMIT " + TEMPLATES)) {
            while (rows.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= columns.size(); i++) {
                    values.add(rows.getString(i));
                }
                templates.add(values);
            }
        }
        return templates;
    }

    /** One that no row has: numbers below zero, texts and identifiers by chance. */
    private String key(Column column) {
        if (isNumber(column)) {
            return String.valueOf(-1 - random.nextInt(Short.MAX_VALUE));
        }
        return column.type().equals("uuid") ? UUID.randomUUID().toString() : "benchmark-" + UUID.randomUUID();
    }
}
