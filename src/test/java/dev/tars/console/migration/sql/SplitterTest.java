package dev.tars.console.migration.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tars.console.document.DocumentException;
import dev.tars.console.migration.Script;
import dev.tars.console.migration.Statement;
import dev.tars.console.migration.StatementKind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SplitterTest {

    private static Script read(String sql) throws DocumentException {
        return SqlReader.read(sql.getBytes(StandardCharsets.UTF_8), "m.sql");
    }

    private static List<String> texts(String sql) throws DocumentException {
        return read(sql).statements().stream().map(Statement::text).toList();
    }

    private static DocumentException refusal(String sql) {
        return catchThrowableOfType(DocumentException.class, () -> read(sql));
    }

    /** IDX-03. */
    @Test
    void semicolonsInStringsCommentsAndDollarQuotesEndNothing() throws DocumentException {
        Script script = read("""
                -- step 1; builds first index
                CREATE INDEX CONCURRENTLY idx_a ON evaluations(agent_id) WHERE status <> 'a;b''c';
                /* note; /* nested; */ still comment; */
                DO $mig$ BEGIN PERFORM 1; END $mig$;
                ANALYZE evaluations
                """);
        assertThat(script.statements())
                .extracting(Statement::text)
                .containsExactly(
                        "CREATE INDEX CONCURRENTLY idx_a ON evaluations(agent_id) WHERE status <> 'a;b''c'",
                        "DO $mig$ BEGIN PERFORM 1; END $mig$",
                        "ANALYZE evaluations");
        assertThat(script.statements())
                .extracting(Statement::kind)
                .containsExactly(StatementKind.BUILD_CONCURRENTLY, StatementKind.OTHER, StatementKind.ANALYZE);
        assertThat(script.statements()).extracting(Statement::line).containsExactly(2, 4, 5);
        assertThat(script.statements()).extracting(Statement::number).containsExactly(1, 2, 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n", "-- only; a comment", "/* a; /* b; */ c */", ";;\n;", "\uFEFF-- marked\n"})
    void aFileWithoutStatementsIsNoError(String sql) throws DocumentException {
        assertThat(texts(sql)).isEmpty();
    }

    @Test
    void aStatementKeepsTheCommentsInsideAndLosesThoseAround() throws DocumentException {
        assertThat(texts("/* a */ ANALYZE -- of; one\n  evaluations -- b\n ; -- c"))
                .containsExactly("ANALYZE -- of; one\n  evaluations");
    }

    @Test
    void everyKindOfQuoteHidesItsSemicolons() throws DocumentException {
        List<String> statements = List.of(
                "SELECT 'a\\'",
                "SELECT E'a\\';'",
                "SELECT E'a'\n  ';\\';'",
                "SELECT U&'d\\0061;''' UESCAPE '!'",
                "SELECT \"a;\"\"b\", U&\"c;\"",
                "SELECT $$a;'$$, $é_1$;$$;$é_1$",
                "SELECT B'01', X'1F', N';'",
                "SELECT a$b$, 1 FROM t$x$",
                "SELECT $1, 1.5e+3, .5, 5::text, a[1:2] OPERATOR(pg_catalog.+) -1 -/* ; */-2");
        assertThat(texts(String.join(";", statements))).isEqualTo(statements);
    }

    @Test
    void semicolonsOfRulesAndRoutineBodiesEndNothing() throws DocumentException {
        List<String> statements = List.of(
                "CREATE RULE r AS ON INSERT TO t DO ALSO (INSERT INTO a VALUES (1); INSERT INTO b VALUES (2))",
                "CREATE FUNCTION f(a int) RETURNS int BEGIN ATOMIC SELECT CASE WHEN a > 0 THEN 1 END; SELECT a; END",
                "create or replace procedure p() begin atomic select 1; select 2; end",
                "BEGIN",
                "END");
        assertThat(texts(String.join(";\n", statements) + ";")).isEqualTo(statements);
    }

    @Test
    void linesAndColumnsCountFromOneWithAnyLineEnd() throws DocumentException {
        Script script = read("\uFEFFANALYZE a;\r\n\r\n  ANALYZE b;\r  /* 😀é */ ANALYZE c;");
        assertThat(script.statements()).extracting(Statement::line).containsExactly(1, 3, 4);
        assertThat(script.statements()).extracting(Statement::column).containsExactly(2, 3, 12);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ANALYZE a;~SELECT 'abc;      | 2 | 8  | a string opens here with '",
                "SELECT 1;~~ SELECT E'a\\'; | 3 | 9  | a string opens here with E'",
                "SELECT U&'a              | 1 | 8  | a string opens here with U&'",
                "ANALYZE \"a;             | 1 | 9  | a quoted name opens here",
                "ANALYZE U&\"a;           | 1 | 9  | a quoted name opens here",
                "a;~/* x /* y */ ;        | 2 | 1  | a comment opens here with /*",
                "~DO $m$ a; $x$;          | 2 | 4  | a dollar-quoted string opens here with $m$",
                "SELECT (1; ANALYZE a;    | 1 | 8  | a parenthesis opens here and is never closed",
                "CREATE FUNCTION f() BEGIN ATOMIC SELECT 1; | 1 | 21 | a body opens here and never ends",
                "ANALYZE a;~\\i more.sql   | 2 | 1  | the psql command \\i,",
                "\\set v 1                 | 1 | 1  | the psql command \\set,",
                "\\copy t from x           | 1 | 1  | the psql command \\copy,",
                "SELECT 1 \\gexec          | 1 | 10 | the psql command \\gexec,",
                "ANALYZE :table;          | 1 | 9  | the psql variable :table,",
                "SELECT :'name';          | 1 | 8  | the psql variable :'name',",
                "COPY t FROM STDIN;~1     | 1 | 1  | COPY … FROM STDIN",
                "ANALYZE a;~SET standard_conforming_strings = off; | 2 | 1 | SET standard_conforming_strings",
                "SET LOCAL standard_conforming_strings TO off | 1 | 1 | SET standard_conforming_strings",
                "ANALYZE a~\0;            | 2 | 1  | a NUL character",
            })
    void whatCannotBeReadIsRefusedWhereItOpened(String sql, int line, int column, String cause) {
        DocumentException refusal = refusal(sql.replace('~', '\n'));
        assertThat(refusal).hasMessageContaining(cause);
        assertThat(refusal.line()).isEqualTo(line);
        assertThat(refusal.column()).isEqualTo(column);
        assertThat(refusal.mend()).isNotBlank();
        assertThat(refusal.file()).isEqualTo("m.sql");
    }

    @Test
    void bytesThatAreNoUtf8AreRefusedWithTheirLine() {
        byte[] bytes = "-- a\n-- \0\n".getBytes(StandardCharsets.UTF_8);
        bytes[8] = (byte) 0xE9;
        DocumentException refusal = catchThrowableOfType(DocumentException.class, () -> SqlReader.read(bytes, "m.sql"));
        assertThat(refusal).hasMessageContaining("no UTF-8");
        assertThat(refusal.line()).isEqualTo(2);
    }

    @Test
    void theScriptCarriesTheHashOfItsBytes() throws DocumentException {
        assertThat(read("").sha256()).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }
}
