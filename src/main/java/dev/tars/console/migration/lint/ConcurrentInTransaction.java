package dev.tars.console.migration.lint;

import dev.tars.console.migration.Finding;
import dev.tars.console.migration.Finding.Weight;
import dev.tars.console.migration.Migration;
import dev.tars.console.migration.Script;
import dev.tars.console.migration.Statement;
import dev.tars.console.migration.StatementKind;
import dev.tars.console.migration.sql.SqlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The server refuses every CONCURRENTLY inside a transaction block (25001), and with it all that follows. */
final class ConcurrentInTransaction implements LintRule {
    @Override
    public List<Finding> findings(Migration migration) {
        return Stream.of(migration.forward(), migration.rollback())
                .flatMap(script -> blocks(script).stream())
                .toList();
    }

    private static List<Finding> blocks(Script script) {
        List<Finding> findings = new ArrayList<>();
        Optional<Statement> begin = Optional.empty();
        List<Statement> inside = new ArrayList<>();
        for (Statement statement : script.statements()) {
            if (statement.kind() == StatementKind.TRANSACTION) {
                String word = SqlReader.words(statement.text()).get(0);
                if (word.equals("begin") || word.equals("start")) {
                    begin = begin.or(() -> Optional.of(statement));
                } else if (List.of("commit", "end", "abort").contains(word) || isWholeRollback(statement)) {
                    begin.flatMap(opened -> finding(script, opened, inside)).ifPresent(findings::add);
                    begin = Optional.empty();
                    inside.clear();
                }
            } else if (begin.isPresent() && statement.kind().isConcurrent()) {
                inside.add(statement);
            }
        }
        begin.flatMap(opened -> finding(script, opened, inside)).ifPresent(findings::add);
        return findings;
    }

    private static boolean isWholeRollback(Statement statement) {
        List<String> words = SqlReader.words(statement.text());
        return words.get(0).equals("rollback") && !words.contains("to");
    }

    private static Optional<Finding> finding(Script script, Statement begin, List<Statement> inside) {
        if (inside.isEmpty()) {
            return Optional.empty();
        }
        String lines = inside.stream()
                .map(statement -> String.valueOf(statement.line()))
                .collect(Collectors.joining(", "));
        return Optional.of(new Finding(
                Weight.BLOCKS,
                "concurrently-in-transaction",
                StatementRule.where(script, inside.get(0)),
                "CONCURRENTLY inside the transaction that line " + begin.line() + " opens, in line " + lines
                        + ": the server refuses it (25001), nothing is made, and psql without ON_ERROR_STOP still exits 0.",
                "Take the transaction out: each statement goes to the server alone."));
    }
}
