package dev.tars.console.migration.lint;

import dev.tars.console.migration.IndexDefinition;
import dev.tars.console.migration.Script;
import dev.tars.console.migration.Statement;
import dev.tars.console.migration.sql.IndexForm;
import dev.tars.console.migration.sql.QualifiedName;
import java.util.List;
import java.util.Optional;

/** The builds of a script that could be read. */
final class Builds {

    /** A build and what it makes. */
    record Build(Statement statement, IndexDefinition index, IndexForm form) {
        String name() {
            return index.name().orElse("the index of line " + statement.line());
        }
    }

    private Builds() {}

    static List<Build> of(Script script) {
        return script.statements().stream()
                .flatMap(statement ->
                        statement.index().stream().map(index -> new Build(statement, index, IndexForm.of(index))))
                .toList();
    }

    /** Whether two names are one: a schema that is not written fits any. */
    static boolean isSame(QualifiedName one, QualifiedName other) {
        return one.name().equals(other.name())
                && (one.schema().isEmpty()
                        || other.schema().isEmpty()
                        || one.schema().equals(other.schema()));
    }

    static Optional<QualifiedName> name(Build build) {
        return build.index().name().map(name -> new QualifiedName(build.index().schema(), name));
    }
}
