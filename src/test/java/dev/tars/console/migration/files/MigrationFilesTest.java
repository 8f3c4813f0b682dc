package dev.tars.console.migration.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tars.console.document.DocumentException;
import dev.tars.console.migration.Finding;
import dev.tars.console.migration.Finding.Weight;
import dev.tars.console.migration.Migration;
import dev.tars.console.migration.Statement;
import dev.tars.console.migration.StatementKind;
import dev.tars.console.migration.lint.Lint;
import dev.tars.console.release.ReleaseFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MigrationFilesTest {

    @TempDir
    Path folder;

    private ReleaseFiles release() throws IOException {
        Files.createDirectories(folder.resolve("migrations"));
        return ReleaseFiles.in(folder);
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve("migrations"));
        Files.writeString(folder.resolve("migrations").resolve(name), text);
    }

    @Test
    void theShippedMigrationIsReadAndHasNothingToFind() throws Exception {
        try (ReleaseFiles release = ReleaseFiles.builtIn()) {
            assertThat(MigrationFiles.names(release)).containsExactly("V1.0.1__add_indexes");
            Migration migration = MigrationFiles.read(release, "V1.0.1__add_indexes");
            assertThat(Lint.findings(migration)).isEmpty();
            assertThat(migration.forward().statements())
                    .filteredOn(statement -> statement.kind() == StatementKind.BUILD_CONCURRENTLY)
                    .extracting(Statement::object)
                    .containsExactly(
                            "idx_evaluations_agent_created", "idx_evaluations_region_status", "idx_agents_type_active");
            assertThat(migration.forward().statements()).hasSize(8);
            assertThat(migration.rollback().statements())
                    .extracting(Statement::kind)
                    .containsOnly(StatementKind.DROP_CONCURRENTLY)
                    .hasSize(3);
            assertThat(migration.queries()).hasSize(5).allSatisfy(query -> {
                assertThat(query.limit()).hasMillis(100);
                assertThat(query.sql()).doesNotContainIgnoringCase("offset");
            });
        }
    }

    @Test
    void aMigrationWithoutQueriesHasNone() throws Exception {
        write("V2__x.sql", "CREATE INDEX CONCURRENTLY i ON public.t (a);");
        write("V2__x.rollback.sql", "DROP INDEX CONCURRENTLY IF EXISTS public.i;");
        write("notes.txt", "");
        assertThat(MigrationFiles.names(release())).containsExactly("V2__x");
        Migration migration = MigrationFiles.read(release(), "V2__x");
        assertThat(migration.queries()).isEmpty();
        assertThat(migration.forward().file()).endsWith("V2__x.sql");
        assertThat(Lint.findings(migration)).extracting(Finding::weight).doesNotContain(Weight.BLOCKS);
    }

    @Test
    void aReleaseWithoutTheFolderHasNoMigrations() throws Exception {
        Files.createDirectories(folder.resolve("rules"));
        assertThat(MigrationFiles.names(ReleaseFiles.in(folder))).isEmpty();
    }

    @Test
    void aMissingRollbackIsRefusedWithItsMend() throws Exception {
        write("V2__x.sql", "CREATE INDEX CONCURRENTLY i ON public.t (a);");
        ReleaseFiles release = release();
        assertThatThrownBy(() -> MigrationFiles.read(release, "V2__x"))
                .isInstanceOf(DocumentException.class)
                .hasMessageContaining("the rollback of V2__x is missing")
                .hasMessageContaining("V2__x.rollback.sql:1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT 1; SELECT 2   | SELECT 1 | 10ms | a     | 3 | there are 2 statements",
                "UPDATE t SET a = 1   | SELECT 1 | 10ms | a     | 3 | this is no query",
                "ANALYZE t            | SELECT 1 | 10ms | a     | 3 | this is no query",
                "SELECT 'x            | SELECT 1 | 10ms | a     | 3 | line 1 of the SQL: a string opens here",
                "SELECT 1             | -- none  | 10ms | a     | 4 | there are 0 statements",
                "SELECT 1             | SELECT 1 | 0ms  | a     | 5 | the limit is 0ms",
                "SELECT 1             | SELECT 1 | 2h   | a     | 5 | the limit is 2h",
                "SELECT 1             | SELECT 1 | soon | a     | 5 | not a duration",
                "SELECT 1             | SELECT 1 | 1ms  | A Q   | 2 | the id \"A Q\"",
                "SELECT 1             | SELECT 1 | 1ms  | b     | 2 | the id \"b\" stands twice",
            })
    void aQueryThatIsNoneIsRefusedWhereItStands(
            String sql, String samples, String limit, String id, int line, String cause) {
        String entry = "  - id: %s\n    sql: %s\n    samples: %s\n    limit: %s\n    title: t\n    index: i\n";
        String text = "queries:\n" + entry.formatted(id, sql, samples, limit)
                + entry.formatted("b", "SELECT 1", "SELECT 1", "1s");
        DocumentException refusal =
                catchThrowableOfType(DocumentException.class, () -> QueriesFile.read(text, "q.yaml"));
        assertThat(refusal).hasMessageContaining(cause);
        assertThat(refusal.line()).isEqualTo(cause.endsWith("twice") ? 8 : line);
    }
}
