package dev.tars.console.migration.preflight;

import dev.tars.console.migration.BuildFacts;
import dev.tars.console.migration.Finding;
import dev.tars.console.migration.Finding.Weight;
import dev.tars.console.migration.IndexFacts;
import dev.tars.console.migration.Statement;
import dev.tars.console.migration.StatementKind;
import dev.tars.console.migration.sql.QualifiedName;
import dev.tars.console.migration.sql.SqlReader;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Invalid indexes of others on the same tables: worth knowing, and never touched. */
final class ForeignInvalid implements PreflightRule {
    private static final String RULE = "foreign-invalid";

    @Override
    public List<Finding> findings(Flight flight) {
        Set<String> ours = Stream.of(
                        flight.migration().forward(), flight.migration().rollback())
                .flatMap(script -> script.statements().stream())
                .flatMap(ForeignInvalid::indexes)
                .collect(Collectors.toSet());
        Set<String> building = flight.facts().builds().value().orElse(List.of()).stream()
                .map(BuildFacts::index)
                .collect(Collectors.toSet());
        List<Finding> findings = flight.facts().indexes().stream()
                .filter(index -> !index.isValid() && !index.isPartitioned())
                .filter(index -> !ours.contains(index.name()) && !building.contains(index.name()))
                .map(ForeignInvalid::finding)
                .toList();
        return PreflightRule.orFine(findings, RULE, "indexes", "No other index of these tables is invalid.");
    }

    private static Stream<String> indexes(Statement statement) {
        boolean isAboutIndexes = statement.index().isPresent()
                || statement.kind().isConcurrent()
                || statement.kind() == StatementKind.OTHER_LOCKING;
        return isAboutIndexes ? SqlReader.objects(statement).stream().map(QualifiedName::name) : Stream.empty();
    }

    private static Finding finding(IndexFacts index) {
        return new Finding(
                Weight.INFORMS,
                RULE,
                index.shown(),
                index.shown() + " is invalid and not of this migration; the console never touches it.",
                "Its owner may want REINDEX INDEX CONCURRENTLY " + index.shown() + ", or to drop it.");
    }
}
