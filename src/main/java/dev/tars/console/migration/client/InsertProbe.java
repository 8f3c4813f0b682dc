package dev.tars.console.migration.client;

import dev.tars.console.base.Progress;
import dev.tars.console.base.Ticker;
import dev.tars.console.connect.postgres.PostgresClient;
import dev.tars.console.connect.postgres.PostgresFault;
import dev.tars.console.connect.postgres.PostgresSession;
import dev.tars.console.migration.Benchmark;
import dev.tars.console.migration.IndexDefinition;
import dev.tars.console.migration.Migration;
import dev.tars.console.migration.WriteCost;
import dev.tars.console.migration.client.BenchCatalogue.Column;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Times inserts into the tables of a migration. Each row is a copy of one that is there with a key of its own, in a
 * transaction of its own that is rolled back at once, so nothing is left but a dead row.
 */
final class InsertProbe {

    private static final int TEMPLATES = 200;

    private final PostgresClient client;
    private final Clock clock;
    private final Ticker ticker;
    private final Random random = new Random(23);

    InsertProbe(PostgresClient client, Clock clock, Ticker ticker) {
        this.client = client;
        this.clock = clock;
        this.ticker = ticker;
    }

    /** One cost a table. */
    List<WriteCost> measure(Migration migration, Benchmark how, Progress progress)
            throws PostgresFault, InterruptedException {
        List<WriteCost> costs = new ArrayList<>();
        Set<String> tables = new LinkedHashSet<>();
        definitions(migration).forEach(definition -> tables.add(definition.table()));
        try (PostgresSession session = client.open()) {
            session.execute("SET statement_timeout = " + how.longest().toMillis());
            session.execute("SET lock_timeout = '2s'");
            for (String table : tables) {
                progress.checkCancelled();
                progress.report(-1, table);
                costs.add(cost(session, migration, table, how));
            }
        }
        return costs;
    }

    private static List<IndexDefinition> definitions(Migration migration) {
        return migration.forward().statements().stream()
                .flatMap(statement -> statement.index().stream())
                .toList();
    }

    private WriteCost cost(PostgresSession session, Migration migration, String table, Benchmark how)
            throws PostgresFault {
        int standing = 0;
        String place = table;
        for (IndexDefinition definition : definitions(migration)) {
            if (definition.table().equals(table)) {
                String schema = definition.schema().map(s -> s + ".").orElse("");
                place = schema + table;
                String index = schema + definition.name().orElse("");
                standing += BenchCatalogue.validIndex(session, index).isPresent() ? 1 : 0;
            }
        }
        try {
            List<Column> columns = BenchCatalogue.columns(session, place);
            Optional<String> objection = objection(columns, place);
            if (objection.isPresent()) {
                return missing(table, standing, objection.get());
            }
            RunTimes times = insert(session, place, columns, how.runs());
            return times.count() == 0
                    ? missing(table, standing, table + " has no row to copy.")
                    : new WriteCost(table, standing, clock.instant(), Optional.of(times.profile(1)), "");
        } catch (PostgresFault e) {
            if (e.endsSession()) {
                throw e;
            }
            session.execute("ROLLBACK");
            return missing(table, standing, "The server refused it: " + e.getMessage());
        }
    }

    private WriteCost missing(String table, int standing, String why) {
        return new WriteCost(table, standing, clock.instant(), Optional.empty(), why);
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

    private RunTimes insert(PostgresSession session, String table, List<Column> columns, int runs)
            throws PostgresFault {
        RunTimes times = new RunTimes();
        List<@Nullable String[]> templates = templates(session, table, columns);
        String names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
        String values = columns.stream().map(c -> "?::" + c.type()).collect(Collectors.joining(", "));
        String insert =
                "INSERT INTO " + table + " (" + names + ") OVERRIDING SYSTEM VALUE VALUES (" + values + ") RETURNING 1";
        for (int run = 0; run < runs && !templates.isEmpty(); run++) {
            @Nullable String[] template = templates.get(run % templates.size());
            @Nullable Object[] row = new Object[columns.size()];
            for (int i = 0; i < row.length; i++) {
                row[i] = columns.get(i).isKey() ? key(columns.get(i)) : template[i];
            }
            session.execute("BEGIN");
            long start = ticker.nanos();
            var unused = session.query(insert, answer -> answer.getInt(1), row);
            times.add(ticker.nanos() - start);
            session.execute("ROLLBACK");
        }
        return times;
    }

    private static List<@Nullable String[]> templates(PostgresSession session, String table, List<Column> columns)
            throws PostgresFault {
        String texts = columns.stream().map(c -> c.name() + "::text").collect(Collectors.joining(", "));
        return session.query("SELECT " + texts + " FROM " + table + " LIMIT " + TEMPLATES, row -> {
            @Nullable String[] values = new String[columns.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = row.getString(i + 1);
            }
            return values;
        });
    }

    /** One that no row has: numbers below zero, texts and identifiers by chance. */
    private String key(Column column) {
        if (isNumber(column)) {
            return String.valueOf(-1 - random.nextInt(Short.MAX_VALUE));
        }
        return column.type().equals("uuid") ? UUID.randomUUID().toString() : "benchmark-" + UUID.randomUUID();
    }
}
