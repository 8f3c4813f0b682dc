package dev.tars.console.migration.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tars.console.document.DocumentException;
import dev.tars.console.migration.IndexDefinition;
import dev.tars.console.migration.Statement;
import dev.tars.console.migration.StatementKind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatementParserTest {

    private static Statement statement(String sql) throws DocumentException {
        return SqlReader.read(sql.getBytes(StandardCharsets.UTF_8), "m.sql")
                .statements()
                .get(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "create index concurrently i on t (a)        | BUILD_CONCURRENTLY   | i",
                "CREATE UNIQUE INDEX i ON s.t (a)            | BUILD_LOCKING        | s.i",
                "CREATE INDEX ON t (a)                       | BUILD_LOCKING        | ``",
                "CREATE INDEX CONCURRENTLY i ON t (a         + | BUILD_CONCURRENTLY | ``",
                "DROP INDEX CONCURRENTLY IF EXISTS s.\"I\"   | DROP_CONCURRENTLY    | s.\"I\"",
                "drop /* all */ index i, j cascade           | OTHER_LOCKING        | i, j",
                "REINDEX INDEX CONCURRENTLY i                | REINDEX_CONCURRENTLY | i",
                "REINDEX (VERBOSE, CONCURRENTLY) INDEX i     | REINDEX_CONCURRENTLY | i",
                "REINDEX (CONCURRENTLY off) TABLE t          | OTHER_LOCKING        | t",
                "REINDEX SYSTEM tars                         | OTHER_LOCKING        | tars",
                "ANALYZE                                     | ANALYZE              | ``",
                "ANALYZE VERBOSE t                           | ANALYZE              | t",
                "ANALYSE (VERBOSE, SKIP_LOCKED) t (a, b), s.u | ANALYZE             | t, s.u",
                "COMMENT ON INDEX s.i IS 'x'                 | COMMENT              | s.i",
                "COMMENT ON TABLE t IS 'x'                   | COMMENT              | ``",
                "BEGIN                                       | TRANSACTION          | ``",
                "START TRANSACTION                           | TRANSACTION          | ``",
                "COMMIT AND CHAIN                            | TRANSACTION          | ``",
                "end work                                    | TRANSACTION          | ``",
                "ROLLBACK PREPARED 'x'                       | TRANSACTION          | ``",
                "PREPARE TRANSACTION 'x'                     | TRANSACTION          | ``",
                "SAVEPOINT a                                 | TRANSACTION          | ``",
                "PREPARE q AS SELECT 1                       | OTHER                | ``",
                "SET lock_timeout = '2s'                     | SETTING              | ``",
                "RESET ALL                                   | SETTING              | ``",
                "DISCARD ALL                                 | SETTING              | ``",
                "CREATE TABLE t (a int)                      | OTHER                | ``",
                "\"begin\"                                   | OTHER                | ``",
                "DROP INDEX                                  | OTHER                | ``",
                "VACUUM ANALYZE t                            | OTHER                | ``",
            })
    void aStatementIsToldByItsFirstWords(String sql, StatementKind kind, String objects) throws DocumentException {
        String text = sql.replace("(a         +", "(a)) +").strip();
        Statement statement = statement(text);
        assertThat(statement.kind()).isEqualTo(kind);
        assertThat(SqlReader.objects(statement).stream()
                        .map(QualifiedName::toString)
                        .toList())
                .isEqualTo(objects.isEmpty() ? List.of() : List.of(objects.split(", ")));
    }

    @Test
    void anIndexIsReadWithEverythingItsGrammarAllows() throws DocumentException {
        IndexDefinition index =
                statement("""
                        CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS "Idx A" ON ONLY tars."Evaluations" AS_IS USING GIST
                        """.replace(" AS_IS", "") + """
                                  (Agent_Id, "Created At" DESC NULLS LAST, lower ( status ) COLLATE "C" text_pattern_ops ASC,
                                   (a /* sum */ + b) NULLS FIRST, tags public.gist_trgm_ops (siglen = 32) DESC NULLS FIRST)
                                  INCLUDE (reward, "X") NULLS NOT DISTINCT WITH (fillfactor = 70, deduplicate_items = OFF)
                                  TABLESPACE fast WHERE deleted_at IS NULL AND status <> ';'
                                """).index().orElseThrow();
        assertThat(index)
                .isEqualTo(new IndexDefinition(
                        Optional.of("tars"),
                        Optional.of("Idx A"),
                        "Evaluations",
                        "gist",
                        List.of(
                                "agent_id",
                                "\"Created At\" DESC NULLS LAST",
                                "lower ( status ) COLLATE \"C\" text_pattern_ops",
                                "(a + b) NULLS FIRST",
                                "tags public.gist_trgm_ops(siglen = 32) DESC"),
                        List.of("reward", "\"X\""),
                        Optional.of("deleted_at IS NULL AND status <> ';'"),
                        true,
                        true,
                        true,
                        true,
                        true,
                        List.of("fillfactor=70", "deduplicate_items=off"),
                        Optional.of("fast")));
    }

    @Test
    void namesAreFoldedAsTheServerFoldsThem() throws DocumentException {
        IndexDefinition index = statement("CREATE INDEX CONCURRENTLY Idx_É ON U&\"d\\0061t\\+000061\" (A)")
                .index()
                .orElseThrow();
        assertThat(index.name()).contains("idx_É");
        assertThat(index.table()).isEqualTo("data");
        assertThat(Names.isTooLong("é".repeat(31) + "a")).isFalse();
        assertThat(Names.isTooLong("é".repeat(32))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE INDEX CONCURRENTLY i ON (a)",
                "CREATE INDEX i ON t",
                "CREATE INDEX i ON t (a) WHERE",
                "CREATE INDEX i ON t (a) INCLUDING (b)",
                "CREATE INDEX i ON t (a NULLS)",
                "CREATE INDEX i ON t ()",
            })
    void aBuildThatCannotBeReadIsStillABuild(String sql) throws DocumentException {
        assertThat(statement(sql).kind().name()).startsWith("BUILD");
        assertThat(statement(sql).index()).isEmpty();
        assertThat(statement(sql).object()).isEmpty();
    }

    @Test
    void theObjectIsWithoutItsSchemaWhichStandsBesideIt() throws DocumentException {
        Statement drop = statement("DROP INDEX CONCURRENTLY public.idx_a");
        assertThat(drop.object()).isEqualTo("idx_a");
        assertThat(drop.schema()).contains("public");
        assertThat(statement("COMMENT ON INDEX i IS 'x'").object()).isEmpty();
    }
}
