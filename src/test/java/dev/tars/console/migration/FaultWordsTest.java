package dev.tars.console.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tars.console.base.Problem;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** The words for what a real server says. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultWordsTest {
    private static final Statement BUILD = MigrationText.script(
                    "m.sql", "CREATE INDEX CONCURRENTLY idx_a ON public.t (a)")
            .statements()
            .get(0);

    private Connection database;

    @BeforeAll
    void tables() throws Exception {
        database = CoreDatabase.fresh();
        execute("CREATE TABLE t (a int, b text)");
        execute("INSERT INTO t SELECT 7, string_agg(md5(n::text), '') FROM generate_series(1, 400) AS n");
        execute("INSERT INTO t VALUES (7, 'x')");
        execute("CREATE TABLE pe (a int) PARTITION BY RANGE (a)");
        execute("CREATE INDEX taken ON t (a)");
        execute("CREATE FUNCTION full_disk(a int) RETURNS int IMMUTABLE LANGUAGE plpgsql AS"
                + " $$ BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100';"
                + " END $$");
    }

    @AfterAll
    void close() throws Exception {
        database.close();
    }

    private void execute(String sql) throws SQLException {
        try (java.sql.Statement statement = database.createStatement()) {
            for (String part : sql.split("~", -1)) {
                statement.execute(part);
            }
        }
    }

    private static DatabaseFault said(SQLException e) {
        String detail = e instanceof PSQLException postgres
                ? Optional.ofNullable(postgres.getServerErrorMessage())
                        .map(ServerErrorMessage::getDetail)
                        .orElse("")
                : "";
        return fault(DatabaseFault.Kind.REFUSED, e.getSQLState(), String.valueOf(e.getMessage()), detail);
    }

    private static DatabaseFault fault(DatabaseFault.Kind kind, String state, String message, String detail) {
        return new DatabaseFault(kind, Problem.of(message, "", "", ""), state, detail, new SQLException(message));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "CREATE UNIQUE INDEX CONCURRENTLY u ON t (a)  | 23505 | Two rows have the same key, so the index cannot be unique. Key (a)=(7) is duplicated.",
                "CREATE INDEX CONCURRENTLY f ON t (full_disk(a)) | 53100 | The server's disk is full.",
                "CREATE INDEX CONCURRENTLY taken ON t (a)     | 42P07 | The name idx_a is taken.",
                "CREATE INDEX CONCURRENTLY v ON t (a) WHERE now() > '2026-01-01' | 42P17 | A function in the index is not IMMUTABLE, such as NOW().",
                "CREATE INDEX CONCURRENTLY w ON t (a) INCLUDE (b) | 54000 | A row is too large for an index entry.",
                "CREATE INDEX CONCURRENTLY p ON pe (a)        | 0A000 | The server does not do this on such a table",
                "CREATE INDEX CONCURRENTLY x ON nowhere (a)   | 42P01 | The table is not there.",
                "CREATE INDEX CONCURRENTLY x ON t (nothing)   | 42703 | A column is not there.",
                "CREATE INDEX CONCURRENTLY x ON t (a b c)     | 42601 | The server does not read this statement.",
                "DROP INDEX CONCURRENTLY nothing              | 42704 | idx_a is not there.",
                "BEGIN~CREATE INDEX CONCURRENTLY x ON t (a)   | 25001 | It was sent inside a transaction",
                "SET statement_timeout = 30~SELECT pg_sleep(5) | 57014 | It was cancelled, or its time ran out.",
                "SET default_transaction_read_only = on~CREATE INDEX x ON t (a) | 25006 | The server takes no changes here",
                "SET ROLE pg_monitor~CREATE INDEX x ON t (a)  | 42501 | The user may not do this.",
                "SELECT 1/0                                   | 22012 | The server refused it: ERROR: division by zero",
            })
    void whatTheServerSaysIsToldInWordsWithAMend(String sql, String state, String words) throws SQLException {
        SQLException said = catchThrowableOfType(SQLException.class, () -> execute(sql));
        execute("ROLLBACK~RESET ALL~RESET ROLE");
        assertThat(said.getSQLState()).isEqualTo(state);
        assertThat(FaultWords.of(said(said), BUILD)).startsWith(words);
        assertThat(FaultWords.of(said(said), BUILD).length())
                .as("there is a mend")
                .isGreaterThan(words.length() + 10);
    }

    @Test
    void aLineThatWasLostIsUnknownUnlessTheServerSaidWhy() {
        assertThat(FaultWords.of(fault(DatabaseFault.Kind.LOST, "57P01", "terminating connection", ""), BUILD))
                .startsWith("An administrator ended the session");
        for (String state : List.of("08006", "08003", "")) {
            assertThat(FaultWords.of(fault(DatabaseFault.Kind.LOST, state, "I/O error", ""), BUILD))
                    .isEqualTo("The line was lost: the server may still be at it, have done it or have given it up."
                            + " Run again: the console looks for the build before it begins one.");
        }
    }

    @Test
    void theMendNamesTheObjectAndTheDetailIsKept() {
        Statement analyze =
                MigrationText.script("m.sql", "ANALYZE t").statements().get(0);
        assertThat(FaultWords.of(fault(DatabaseFault.Kind.REFUSED, "55P03", "", ""), analyze))
                .isEqualTo("It did not get its lock in time. See who holds t, wait for its end, then run again.");
        assertThat(FaultWords.of(fault(DatabaseFault.Kind.REFUSED, "40P01", "", "Process 1 waits."), BUILD))
                .contains(" Process 1 waits. ");
    }

    @Test
    void aPercentSignInTheServersWordsIsLeftAlone() {
        assertThat(FaultWords.of(fault(DatabaseFault.Kind.REFUSED, "XX000", "100 % of %s", ""), BUILD))
                .startsWith("The server refused it: 100 % of %s.");
    }
}
