package dev.tars.console.migration.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tars.console.document.DocumentException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What holds for every file, on generated ones; a failure names its seed. */
class SplitterPropertyTest {
    private static final int FILES = 4000;

    private static final List<String> PARTS = List.of(
            "a",
            "CREATE",
            "\"x;\"\"y\"",
            "'a;''b'",
            "'\\'",
            "E'\\';'",
            "E'a'\n';\\''",
            "$$;'$$",
            "$t$;$$;$t$",
            "(1; 2)",
            "U&'\\0041;'",
            "é",
            "a$b$",
            "$1",
            "1.5e-3",
            "::text",
            "<>",
            "-",
            "[1:2]",
            ",",
            "/* ; /* ' */ $$ */ b",
            "-- ;'\n c",
            "N';'",
            "😀");

    private static final List<String> BETWEEN =
            List.of("", " ", "\n", "\r\n", "\r", "\t", "-- c; '\n", "/* ; /* $$ */ */", ";", "\f\u000B");

    private static final List<String> SHARDS = List.of(
            "'",
            "\"",
            "$",
            "$a$",
            "/*",
            "*/",
            "--",
            "\n",
            "\r",
            ";",
            "(",
            ")",
            "E'",
            "U&\"",
            "\\",
            ":",
            ":a",
            "a",
            "1",
            "[",
            "]",
            "\uFEFF",
            "é",
            "BEGIN",
            "END",
            "CREATE FUNCTION",
            "\0",
            " ",
            ".",
            "$1",
            "\uD83D");

    private static <T> T one(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static String joined(String sql, List<Piece> pieces) {
        return pieces.stream()
                .map(piece -> sql.substring(piece.start(), piece.end()))
                .collect(Collectors.joining());
    }

    @Test
    void thePiecesJoinedGiveTheFileBackAndTheStatementsAreThoseThatWereWritten() throws DocumentException {
        for (int seed = 0; seed < FILES; seed++) {
            Random random = new Random(seed);
            List<String> statements = new ArrayList<>();
            StringBuilder file = new StringBuilder(random.nextInt(4) == 0 ? "\uFEFF" : "");
            for (int n = random.nextInt(5); n > 0; n--) {
                file.append(one(random, BETWEEN)).append(one(random, BETWEEN)).append('\n');
                StringBuilder statement = new StringBuilder("s");
                for (int i = random.nextInt(6); i > 0; i--) {
                    statement.append(' ').append(one(random, PARTS));
                }
                statements.add(statement.toString());
                file.append(statement).append('\n').append(one(random, BETWEEN)).append(";");
            }
            if (random.nextInt(3) == 0) {
                statements.add("last");
                file.append("\nlast ").append(one(random, BETWEEN));
            }
            String sql = file.toString();
            List<Piece> pieces = Splitter.split("seed " + seed, sql);
            assertThat(joined(sql, pieces)).as("seed %d", seed).isEqualTo(sql);
            assertThat(pieces.stream()
                            .filter(Piece::isStatement)
                            .map(piece -> sql.substring(piece.start(), piece.end())))
                    .as("seed %d: %s", seed, sql)
                    .isEqualTo(statements);
        }
    }

    @Test
    void anyCharactersAtAllAreSplitOrRefusedWithAPlaceInTheFile() {
        int refused = 0;
        for (int seed = 0; seed < FILES; seed++) {
            Random random = new Random(seed);
            StringBuilder file = new StringBuilder();
            for (int i = random.nextInt(12); i > 0; i--) {
                file.append(one(random, SHARDS));
            }
            String sql = file.toString();
            try {
                assertThat(joined(sql, Splitter.split("f", sql)))
                        .as("seed %d", seed)
                        .isEqualTo(sql);
            } catch (DocumentException e) {
                refused++;
                assertThat(e.line()).as("seed %d", seed).isBetween(1, sql.length() + 1);
                assertThat(e.column()).as("seed %d", seed).isBetween(1, sql.length() + 1);
            }
        }
        assertThat(refused).isBetween(FILES / 10, FILES - FILES / 10);
    }

    @Test
    void splittingTakesTimeInProportionToTheLength() throws DocumentException {
        String sql = "/* /* */ */ SELECT $a$ $ $b$ $a$, 'x''', E'\\'';\n".repeat(20_000) + "$ ".repeat(200_000);
        assertThat(Splitter.split("long", sql).stream().filter(Piece::isStatement))
                .hasSize(20_001);
    }
}
