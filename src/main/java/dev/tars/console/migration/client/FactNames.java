package dev.tars.console.migration.client;

import dev.tars.console.migration.IndexDefinition;
import dev.tars.console.migration.Migration;
import dev.tars.console.migration.Statement;
import dev.tars.console.migration.StatementKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The tables and indexes that a migration speaks of, each with its schema where it has one. */
record FactNames(Set<Name> tables, Set<Name> indexes) {

    /** A name; without a schema the search path decides. */
    record Name(Optional<String> schema, String name) {}

    static FactNames of(Migration migration) {
        Set<Name> tables = new LinkedHashSet<>();
        Set<Name> indexes = new LinkedHashSet<>();
        List<Statement> all = new ArrayList<>(migration.forward().statements());
        all.addAll(migration.rollback().statements());
        for (Statement statement : all) {
            Optional<IndexDefinition> index = statement.index();
            index.ifPresent(each -> tables.add(new Name(each.schema(), each.table())));
            index.flatMap(IndexDefinition::name)
                    .ifPresent(name -> indexes.add(new Name(index.flatMap(IndexDefinition::schema), name)));
            if (index.isEmpty() && !statement.object().isEmpty()) {
                boolean isTable = statement.kind() == StatementKind.ANALYZE;
                (isTable ? tables : indexes).add(new Name(statement.schema(), statement.object()));
            }
        }
        return new FactNames(tables, indexes);
    }

    static String[] schemas(Set<Name> names) {
        return names.stream().map(name -> name.schema().orElse("")).toArray(String[]::new);
    }

    static String[] names(Set<Name> names) {
        return names.stream().map(Name::name).toArray(String[]::new);
    }
}
