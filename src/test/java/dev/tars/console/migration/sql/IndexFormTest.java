package dev.tars.console.migration.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tars.console.migration.CoreDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IndexFormTest {

    private Connection database;

    @BeforeAll
    void tables() throws Exception {
        database = CoreDatabase.fresh();
        try (Statement statement = database.createStatement()) {
            statement.execute("CREATE TABLE t (id uuid, a text, v varchar(50), n int, m bigint, x double precision,"
                    + " b boolean, at timestamptz, gone timestamptz, d date, doc jsonb, \"Odd Name\" text)");
        }
    }

    @AfterAll
    void close() throws Exception {
        database.close();
    }

    private static IndexForm form(String sql) {
        return IndexForm.of(SqlReader.index(sql).orElseThrow(() -> new AssertionError("not read: " + sql)));
    }

    private String kept(String sql) throws Exception {
        try (Statement statement = database.createStatement()) {
            statement.execute("DROP INDEX IF EXISTS i");
            statement.execute(sql);
            try (ResultSet rows = statement.executeQuery("SELECT pg_get_indexdef('i'::regclass)")) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    /** What the server keeps of a definition is the same index as what was sent. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "(a, at DESC, v) WHERE gone IS NULL",
                "(a ASC NULLS LAST, n DESC NULLS FIRST, m NULLS FIRST, x DESC NULLS LAST)",
                "USING hash (a)",
                "USING gin (doc jsonb_path_ops)",
                "USING brin (at) WITH (pages_per_range = 32)",
                "(a text_pattern_ops, v varchar_pattern_ops, n int4_ops)",
                "(a COLLATE \"C\", \"Odd Name\" DESC)",
                "(lower(a), (n + m * 2) DESC)",
                "((doc ->> 'agent'), n)",
                "((a || v))",
                "(coalesce(a, 'none'), n) INCLUDE (x, m)",
                "(n) WHERE a IN ('error', 'pending', 'running')",
                "(n) WHERE a IN ('error')",
                "(n) WHERE v IN ('error', 'pending')",
                "(n) WHERE v <> 'deleted'",
                "(n) WHERE a != 'deleted' AND gone IS NULL",
                "(n) WHERE (gone IS NULL) AND (NOT b)",
                "(n) WHERE b AND n BETWEEN 1 AND 10",
                "(n) WHERE NOT (n = 1 OR m = 2)",
                "(n) WHERE a NOT IN ('x', 'y') OR m IS NOT NULL AND x > 1.5",
                "(n) WHERE a LIKE 'ppo%' AND v NOT LIKE 'd%'",
                "(n) WHERE n = -1 AND m > 5",
                "(n) WHERE at > '2026-01-01 00:00:00+00'",
                "(n) WHERE at > timestamptz '2026-01-01 00:00:00+00'",
                "(n) WHERE d >= DATE '2026-01-01'",
                "(n) WHERE b IS TRUE AND (b IS NOT FALSE)",
                "(n) WHERE a = ANY (ARRAY['x', 'y'])",
                "(n) WHERE CAST(n AS bigint) = 3",
                "(n) WHERE (n)::float8 < x",
                "(n) WHERE a IS DISTINCT FROM 'x'",
                "(n) WHERE a IS NOT NULL AND a > 'm' AND (n % 2) = 0",
                "(n) WHERE lower(a) = 'x' AND length(v) > 2",
                "(n) NULLS NOT DISTINCT WHERE a IS NOT NULL",
            })
    void whatTheServerKeepsIsTheSameIndex(String rest) throws Exception {
        String unique = rest.contains("NULLS NOT") ? "UNIQUE " : "";
        String sql = "CREATE " + unique + "INDEX i ON t " + rest;
        String kept = kept(sql);
        assertThat(form(kept).isSame(form(sql)))
                .as("%s%n%s%n%s", kept, form(kept), form(sql))
                .isTrue();
        assertThat(form(sql).isSame(form(kept))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(a, n)                    | (n, a)",
                "(a)                       | (a DESC)",
                "(a)                       | (a NULLS FIRST)",
                "(a)                       | (a text_pattern_ops)",
                "(a)                       | (a) WHERE b",
                "(a) WHERE b               | (a) WHERE NOT b",
                "(a) WHERE n < 1           | (a) WHERE n <= 1",
                "(a) WHERE n - m - 1 = 0   | (a) WHERE n - (m - 1) = 0",
                "(a) WHERE b OR n = 1 AND m = 1 | (a) WHERE (b OR n = 1) AND m = 1",
                "(a) INCLUDE (n)           | (a) INCLUDE (m)",
                "(lower(a))                | (upper(a))",
                "(at)                      | ((at::date))",
                "USING hash (a)            | (a)",
            })
    void whatIsDifferentIsToldDifferent(String one, String other) {
        assertThat(form("CREATE INDEX i ON t " + one).isSame(form("CREATE INDEX i ON t " + other)))
                .isFalse();
    }

    @Test
    void theOrderOfConditionsMeansNothing() {
        assertThat(form("CREATE INDEX i ON t (a) WHERE b AND n = 1 OR m IN (2, 1)")
                        .isSame(form("CREATE INDEX j ON public.t (a) WHERE m IN (1, 2) OR (n = 1 AND b)")))
                .isTrue();
        assertThat(form("CREATE INDEX i ON s.t (a)").isSame(form("CREATE INDEX i ON public.t (a)")))
                .isFalse();
        assertThat(form("CREATE UNIQUE INDEX i ON t (a)").isSame(form("CREATE INDEX i ON t (a)")))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(a, n)                   | (a)                  | true",
                "(a, n)                   | (n)                  | false",
                "(a, n)                   | (a DESC)             | false",
                "(a, n)                   | (a) WHERE b          | true",
                "(a, n) WHERE b           | (a)                  | false",
                "(a, n) WHERE b           | (a) WHERE b AND m = 1 | true",
                "(a, n) WHERE b AND m = 1 | (a) WHERE b          | false",
                "(a, n)                   | (a) INCLUDE (n)      | true",
                "(a DESC, n)              | (a DESC) INCLUDE (m) | false",
                "(a) INCLUDE (m, n)       | (a) INCLUDE (n)      | true",
                "USING hash (a)           | (a)                  | false",
            })
    void anIndexCoversWhatBeginsWithItsKeys(String wide, String narrow, boolean covers) {
        assertThat(form("CREATE INDEX w ON t " + wide).covers(form("CREATE INDEX n ON t " + narrow)))
                .isEqualTo(covers);
    }

    @Test
    void aUniqueIndexIsCoveredByItsTwinOnly() {
        IndexForm unique = form("CREATE UNIQUE INDEX u ON t (a)");
        assertThat(form("CREATE INDEX i ON t (a, n)").covers(unique)).isFalse();
        assertThat(form("CREATE UNIQUE INDEX i ON t (a)").covers(unique)).isTrue();
        assertThat(unique.covers(form("CREATE INDEX i ON t (a)"))).isTrue();
    }
}
