package dev.tars.console.migration.recovery;

import dev.tars.console.migration.BuildFacts;
import dev.tars.console.migration.DatabaseFacts;
import dev.tars.console.migration.IndexDefinition;
import dev.tars.console.migration.IndexFacts;
import dev.tars.console.migration.Migration;
import dev.tars.console.migration.Statement;
import dev.tars.console.migration.recovery.Remainder.Step;
import dev.tars.console.migration.sql.IndexForm;
import dev.tars.console.migration.sql.SqlReader;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What is left of a drop. Only an index that the migration itself builds is ever dropped. */
final class DropLeft {
    private final Migration migration;
    private final Statement statement;
    private final LastWord word;
    private final DatabaseFacts facts;

    DropLeft(Migration migration, Statement statement, LastWord word, DatabaseFacts facts) {
        this.migration = migration;
        this.statement = statement;
        this.word = word;
        this.facts = facts;
    }

    Remainder remainder() {
        Optional<IndexFacts> index = facts.index(statement.schema(), statement.object());
        if (index.isEmpty()) {
            return word.wasSent()
                    ? left(Step.DONE, "The index is gone.")
                    : left(Step.ALREADY_THERE, "No index of this name was there.");
        }
        Optional<BuildFacts> running = facts.builds().value().orElse(List.of()).stream()
                .filter(build -> build.index().equals(index.get().name()))
                .findFirst();
        if (running.isPresent()) {
            return new Remainder(
                    statement,
                    Step.WAIT,
                    OptionalInt.of(running.get().pid()),
                    "Session " + running.get().pid() + " is building it: cancel that first, or wait.");
        }
        if (!isBuiltHere(index.get())) {
            return left(
                    Step.REFUSE,
                    index.get().shown() + " is not the index that the migration builds, but "
                            + index.get().definition() + "; it is not touched.");
        }
        return left(
                Step.RUN,
                index.get().shown() + " is there" + (index.get().isValid() ? "." : " and invalid.")
                        + " It is still to drop.");
    }

    private boolean isBuiltHere(IndexFacts index) {
        Optional<IndexForm> there = SqlReader.index(index.definition()).map(IndexForm::of);
        return !index.isConstraint()
                && migration.forward().statements().stream()
                        .flatMap(build -> build.index().stream())
                        .filter(build -> build.name().equals(Optional.of(index.name())))
                        .anyMatch(build -> isSame(build, there));
    }

    private static boolean isSame(IndexDefinition build, Optional<IndexForm> there) {
        return there.filter(IndexForm.of(build)::isSame).isPresent();
    }

    private Remainder left(Step step, String words) {
        return Recovery.of(statement, step, words);
    }
}
