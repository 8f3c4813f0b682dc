package dev.tars.console.migration.preflight;

import dev.tars.console.migration.DatabaseFacts;
import dev.tars.console.migration.IndexDefinition;
import dev.tars.console.migration.Migration;
import dev.tars.console.migration.Script;
import dev.tars.console.migration.Statement;
import dev.tars.console.migration.StatementKind;
import dev.tars.console.migration.TableFacts;
import dev.tars.console.migration.sql.IndexForm;
import dev.tars.console.migration.sql.QualifiedName;
import dev.tars.console.migration.sql.SqlReader;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is about to run, and where.
 *
 * @param isRollback whether the rollback's script runs
 */
record Flight(Migration migration, boolean isRollback, DatabaseFacts facts) {

    /** A build, what it makes and the table it is on, where that is there. */
    record Build(Statement statement, IndexDefinition index, IndexForm form, Optional<TableFacts> table) {
        String name() {
            return index.name().orElse("");
        }

        String tableName() {
            return new QualifiedName(index.schema(), index.table()).toString();
        }
    }

    Script script() {
        return isRollback ? migration.rollback() : migration.forward();
    }

    List<Build> builds() {
        return script().statements().stream()
                .flatMap(statement -> statement.index().stream()
                        .map(index -> new Build(
                                statement, index, IndexForm.of(index), facts.relation(index.schema(), index.table()))))
                .toList();
    }

    /** The tables that builds and ANALYZE name and those of the indexes that are dropped, each once. */
    List<QualifiedName> tables() {
        return script().statements().stream().flatMap(this::tables).distinct().toList();
    }

    private Stream<QualifiedName> tables(Statement statement) {
        if (statement.index().isPresent()) {
            return statement.index().stream().map(index -> new QualifiedName(index.schema(), index.table()));
        }
        if (statement.kind() == StatementKind.ANALYZE) {
            return SqlReader.objects(statement).stream();
        }
        return SqlReader.objects(statement).stream()
                .flatMap(name -> facts.index(name.schema(), name.name()).stream())
                .map(index -> new QualifiedName(Optional.of(index.schema()), index.table()));
    }

    boolean hasConcurrent() {
        return script().statements().stream()
                .anyMatch(statement -> statement.kind().isConcurrent());
    }
}
