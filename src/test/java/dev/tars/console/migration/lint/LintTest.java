package dev.tars.console.migration.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tars.console.migration.Finding;
import dev.tars.console.migration.Finding.Weight;
import dev.tars.console.migration.Migration;
import dev.tars.console.migration.MigrationText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LintTest {
    private static final String BUILD = "CREATE INDEX CONCURRENTLY i ON public.t (a);\n";
    private static final String DROP = "DROP INDEX CONCURRENTLY IF EXISTS public.i;\n";

    private static List<Finding> findings(Migration migration) {
        return Lint.findings(migration);
    }

    private static List<Finding> forward(String sql) {
        return findings(MigrationText.of(BUILD + sql, DROP));
    }

    private static Finding only(List<Finding> findings) {
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    @Test
    void aCleanMigrationHasNoFinding() {
        assertThat(forward("COMMENT ON INDEX public.i IS 'x';\nANALYZE public.t (a);"))
                .isEmpty();
    }

    /** One fault in line 2 each, told by one rule, with a mend. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "COMMIT;                                            | BLOCKS | transaction-statement",
                "SAVEPOINT a;                                       | BLOCKS | transaction-statement",
                "SET lock_timeout = '500ms';                        | BLOCKS | time-limit",
                "SET statement_timeout TO 400;                      | BLOCKS | time-limit",
                "SET work_mem = '1GB';                              | WARNS  | setting-statement",
                "RESET lock_timeout;                                | WARNS  | setting-statement",
                "REINDEX INDEX public.i;                            | BLOCKS | locking-drop",
                "CREATE INDEX CONCURRENTLY j ON public.t (a) WHERE; | BLOCKS | unreadable-build",
                "CREATE INDEX CONCURRENTLY ON public.t (b);         | BLOCKS | missing-name",
                "ANALYZE t;                                         | WARNS  | missing-schema",
                "ANALYZE public.other;                              | WARNS  | foreign-object",
                "COMMENT ON INDEX public.j IS 'x';                  | WARNS  | foreign-object",
                "ANALYZE;                                           | WARNS  | analyze-everything",
                "ALTER TABLE public.t ADD c int;                    | WARNS  | other-statement",
                "CREATE INDEX CONCURRENTLY i ON public.t (b);       | BLOCKS | name-twice",
            })
    void eachFaultIsToldByItsRule(String sql, Weight weight, String rule) {
        Finding finding = only(forward(sql));
        assertThat(finding.rule()).isEqualTo(rule);
        assertThat(finding.weight()).isEqualTo(weight);
        assertThat(finding.where()).isEqualTo("m.sql:2");
        assertThat(finding.sentence()).isNotBlank();
        assertThat(finding.mend()).isNotBlank();
    }

    /** The same for a second build in line 2, which the rollback drops, too. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "CREATE INDEX j ON public.t (b)                                      | BLOCKS | locking-build",
                "CREATE INDEX CONCURRENTLY IF NOT EXISTS j ON public.t (b)           | WARNS  | if-not-exists",
                "CREATE INDEX CONCURRENTLY j ON t (b)                                | WARNS  | missing-schema",
                "CREATE INDEX CONCURRENTLY j ON public.t (a ASC NULLS LAST)          | BLOCKS | two-names",
                "CREATE INDEX CONCURRENTLY j ON public.t (a) WHERE b                 | WARNS  | covered-in-file",
                "CREATE INDEX CONCURRENTLY j ON public.t (b) WHERE at > now() - interval '7 days' | BLOCKS | not-immutable",
                "CREATE INDEX CONCURRENTLY j ON public.t (b) WHERE d > CURRENT_DATE  | BLOCKS | not-immutable",
                "CREATE INDEX CONCURRENTLY j ON public.t (to_char(at, 'YYYY'))       | BLOCKS | not-immutable",
            })
    void eachFaultOfABuildIsToldByItsRule(String build, Weight weight, String rule) {
        Finding finding =
                only(findings(MigrationText.of(BUILD + build + ";", "DROP INDEX CONCURRENTLY public.j;" + DROP)));
        assertThat(finding.rule()).isEqualTo(rule);
        assertThat(finding.weight()).isEqualTo(weight);
        assertThat(finding.where()).isEqualTo("m.sql:2");
        assertThat(finding.mend()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "(b) WHERE a > 'now()'",
                "(b) WHERE \"now\" > 1 AND later(a) = 1",
                "(lower(b), date_part('year', d))",
            })
    void whatOnlyLooksVolatileIsNot(String rest) {
        assertThat(findings(MigrationText.of(
                        "CREATE INDEX CONCURRENTLY i ON public.t " + rest, "DROP INDEX CONCURRENTLY public.i")))
                .isEmpty();
    }

    /** IDX-02: the lint tells before the server does. */
    @Test
    void concurrentlyInsideATransactionIsRefusedWithAllItsLines() {
        List<Finding> findings = findings(MigrationText.of(
                "START TRANSACTION;\n" + BUILD + "ROLLBACK TO a;\nDROP INDEX CONCURRENTLY public.old;\nEND;\n", DROP));
        assertThat(findings)
                .extracting(Finding::rule)
                .containsExactly(
                        "concurrently-in-transaction",
                        "transaction-statement",
                        "transaction-statement",
                        "transaction-statement");
        assertThat(findings.get(0).where()).isEqualTo("m.sql:2");
        assertThat(findings.get(0).sentence())
                .contains("line 1 opens, in line 2, 4:")
                .contains("25001");
    }

    @Test
    void aTransactionThatClosedBeforeHoldsNothing() {
        assertThat(findings(MigrationText.of("BEGIN; ROLLBACK;" + BUILD, DROP)))
                .extracting(Finding::rule)
                .containsOnly("transaction-statement");
    }

    @Test
    void anEmptyIndexOnAPartitionedTableMayBeMadeWithoutConcurrently() {
        assertThat(findings(MigrationText.of("CREATE INDEX i ON ONLY public.pe (id)", DROP)))
                .isEmpty();
    }

    @Test
    void aRollbackTakesBackAllOfItAndNothingElseInReverse() {
        String two = BUILD + "CREATE INDEX CONCURRENTLY j ON public.t (b);";
        assertThat(only(findings(MigrationText.of(two, DROP))).rule()).isEqualTo("rollback-incomplete");
        assertThat(only(findings(MigrationText.of(two, DROP))).mend())
                .isEqualTo("Add DROP INDEX CONCURRENTLY IF EXISTS public.j;");
        assertThat(only(findings(MigrationText.of(two, DROP + "DROP INDEX CONCURRENTLY public.j;")))
                        .rule())
                .isEqualTo("rollback-order");
        Finding foreign = only(findings(MigrationText.of(BUILD, DROP + "DROP INDEX CONCURRENTLY other.i;")));
        assertThat(foreign.rule()).isEqualTo("rollback-drops-foreign");
        assertThat(foreign.where()).isEqualTo("m.rollback.sql:2");
        assertThat(findings(MigrationText.of(two, "DROP INDEX public.j, public.i;")))
                .extracting(Finding::rule)
                .containsExactly("locking-drop");
        assertThat(findings(MigrationText.of(two, "DROP INDEX CONCURRENTLY public.j, public.i;")))
                .extracting(Finding::rule)
                .containsExactly("several-drops");
    }

    @Test
    void aNameThatTheServerWouldCutIsRefused() {
        String name = "i".repeat(64);
        assertThat(findings(MigrationText.of(
                        "CREATE INDEX CONCURRENTLY " + name + " ON public.t (a)",
                        "DROP INDEX CONCURRENTLY public." + name)))
                .extracting(Finding::rule)
                .containsExactly("name-too-long", "name-too-long");
    }

    @Test
    void aFileOfCommentsIsNothingToDo() {
        assertThat(only(findings(MigrationText.of("-- later", ""))).rule()).isEqualTo("nothing-to-do");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "gone IS NULL             | SELECT 1 FROM t WHERE a = ? AND gone IS NULL ORDER BY b | true",
                "gone IS NULL             | SELECT 1 FROM t WHERE a = ? ORDER BY b                  | false",
                "gone IS NULL             | SELECT 1 FROM (SELECT 1 FROM t WHERE gone IS NULL) x    | false",
                "gone IS NULL             | SELECT 1 FROM t                                         | false",
                "gone IS NULL             | SELECT 1 FROM t WHERE a = ? OR gone IS NULL             | false",
                "s IN ('error', 'pending') | SELECT 1 FROM t WHERE t.s = 'error' LIMIT 5            | true",
                "s IN ('error', 'pending') | SELECT 1 FROM t WHERE s IN ('pending', 'error')        | true",
                "s IN ('error', 'pending') | SELECT 1 FROM t WHERE s IN ('pending', 'done')         | false",
                "s IN ('error', 'pending') | SELECT 1 FROM t WHERE s = ?                            | false",
                "s <> 'deleted'            | SELECT 1 FROM t WHERE a = ? AND s != 'deleted'         | true",
                "s <> 'deleted'            | SELECT 1 FROM t WHERE a = ?                            | false",
                "b AND gone IS NULL        | SELECT 1 FROM t WHERE (gone IS NULL AND (b)) AND c     | true",
            })
    void aPredicateIsUsableWhereTheQuerySaysIt(String predicate, String query, boolean usable) {
        List<Finding> findings = findings(MigrationText.of(
                "CREATE INDEX CONCURRENTLY i ON public.t (a) WHERE " + predicate,
                DROP,
                MigrationText.query(query, "i")));
        assertThat(findings).extracting(Finding::rule).isEqualTo(usable ? List.of() : List.of("unusable-predicate"));
    }

    @Test
    void aQueryForAnIndexThatTheFileDoesNotMakeIsRefused() {
        Finding finding =
                only(findings(MigrationText.of(BUILD, DROP, MigrationText.query("SELECT 1 FROM t WHERE a = ?", "k"))));
        assertThat(finding.rule()).isEqualTo("unknown-index");
        assertThat(finding.weight()).isEqualTo(Weight.BLOCKS);
    }
}
