package dev.tars.console.migration.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tars.console.migration.ApiQuery;
import dev.tars.console.migration.CoreDatabase;
import dev.tars.console.migration.Migration;
import dev.tars.console.release.ReleaseFiles;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The shipped files on a real PostgreSQL with 200 000 evaluations: what they say runs, and each plan uses its index. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShippedQueriesTest {
    private static final int ROWS = 200_000;
    private static final int SAMPLES = 20;

    private Migration migration;
    private Connection database;
    private List<String> before;

    @BeforeAll
    void migrate() throws Exception {
        try (ReleaseFiles release = ReleaseFiles.builtIn()) {
            migration = MigrationFiles.read(release, "V1.0.1__add_indexes");
        }
        database = CoreDatabase.fresh();
        try (Statement statement = database.createStatement();
                PreparedStatement rows = database.prepareStatement(text("/practice/rows-v1.0.0.sql"))) {
            statement.execute(text("/practice/schema-v1.0.0.sql"));
            rows.setInt(1, ROWS);
            rows.execute();
            statement.execute("ANALYZE");
            before = usedIndexes("force_custom_plan");
            for (var step : migration.forward().statements()) {
                statement.execute(step.text());
            }
        }
    }

    @AfterAll
    void close() throws Exception {
        database.close();
    }

    private static String text(String resource) throws Exception {
        try (InputStream in = ShippedQueriesTest.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** For each query, and of those with an index it must use: what its plans use. */
    private List<String> usedIndexes(String mode) throws SQLException {
        List<String> used = new ArrayList<>();
        try (Statement statement = database.createStatement()) {
            statement.execute("SET plan_cache_mode = " + mode);
            for (ApiQuery query : migration.queries()) {
                statement.execute("PREPARE q AS " + numbered(query.sql()));
                for (String sample : samples(statement, query)) {
                    String plan = plan(statement, "EXPLAIN EXECUTE q" + sample);
                    if (plan.contains(query.index()) && !plan.contains("Seq Scan")) {
                        used.add(query.id());
                    }
                }
                statement.execute("DEALLOCATE q");
            }
        }
        return used;
    }

    private static String numbered(String sql) {
        StringBuilder numbered = new StringBuilder();
        int number = 0;
        for (char c : sql.toCharArray()) {
            numbered.append(c == '?' ? "$" + ++number : String.valueOf(c));
        }
        return numbered.toString();
    }

    private static List<String> samples(Statement statement, ApiQuery query) throws SQLException {
        List<String> samples = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(query.samples())) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next() && samples.size() < SAMPLES) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    values.add("'" + rows.getString(i).replace("'", "''") + "'");
                }
                samples.add("(" + String.join(", ", values) + ")");
            }
        }
        return samples;
    }

    private static String plan(Statement statement, String sql) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                plan.append(rows.getString(1)).append('\n');
            }
        }
        return plan.toString();
    }

    private List<String> all() {
        return migration.queries().stream()
                .flatMap(query -> Stream.generate(query::id).limit(SAMPLES))
                .toList();
    }

    @Test
    void beforeTheMigrationNoneUsesItsIndex() {
        assertThat(before).isEmpty();
    }

    @Test
    void everyPlanUsesItsIndexWithTheValuesKnown() throws SQLException {
        assertThat(usedIndexes("force_custom_plan")).isEqualTo(all());
    }

    /** A server keeps one plan for all values once a statement was executed often; it must be a good one, too. */
    @Test
    void everyPlanUsesItsIndexWithTheValuesUnknown() throws SQLException {
        assertThat(usedIndexes("force_generic_plan")).isEqualTo(all());
    }

    @Test
    void theRollbackLeavesNoneOfItsIndexes() throws Exception {
        try (Connection own = CoreDatabase.fresh();
                Statement statement = own.createStatement()) {
            statement.execute(text("/practice/schema-v1.0.0.sql"));
            for (var script : List.of(migration.forward(), migration.rollback())) {
                for (var step : script.statements()) {
                    statement.execute(step.text());
                }
            }
            try (ResultSet rows = statement.executeQuery(
                    "SELECT count(*) FROM pg_class WHERE relkind = 'i' AND relname LIKE 'idx%'")) {
                rows.next();
                assertThat(rows.getInt(1)).isZero();
            }
        }
    }
}
