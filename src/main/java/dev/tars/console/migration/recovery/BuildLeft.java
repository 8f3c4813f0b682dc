package dev.tars.console.migration.recovery;

import dev.tars.console.migration.BuildFacts;
import dev.tars.console.migration.DatabaseFacts;
import dev.tars.console.migration.IndexDefinition;
import dev.tars.console.migration.IndexFacts;
import dev.tars.console.migration.Statement;
import dev.tars.console.migration.recovery.Remainder.Step;
import dev.tars.console.migration.sql.IndexForm;
import dev.tars.console.migration.sql.SqlReader;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What is left of a build. */
final class BuildLeft {
    private final Statement statement;
    private final LastWord word;
    private final DatabaseFacts facts;

    BuildLeft(Statement statement, LastWord word, DatabaseFacts facts) {
        this.statement = statement;
        this.word = word;
        this.facts = facts;
    }

    Remainder remainder() {
        Optional<IndexDefinition> build = statement.index();
        if (build.isEmpty() || build.get().name().isEmpty()) {
            return left(Step.REFUSE, "Its definition or its name cannot be told, so nothing tells whether it is done.");
        }
        Optional<IndexFacts> index = facts.index(build.get());
        return index.isPresent() ? found(build.get(), index.get()) : missing();
    }

    private Remainder missing() {
        Optional<List<BuildFacts>> builds = facts.builds().value();
        if (word.isOpen() && builds.isEmpty()) {
            return left(
                    Step.UNKNOWN,
                    "No index of this name is there, and whether its build runs is not known: "
                            + facts.builds().why() + ".");
        }
        Optional<BuildFacts> ours = builds.orElse(List.of()).stream()
                .filter(running -> word.isOpen() && word.pid().equals(OptionalInt.of(running.pid())))
                .findFirst();
        if (ours.isPresent()) {
            return wait(ours.get());
        }
        return word.isDone()
                ? left(Step.ASK, "It was built, and somebody has dropped it since. May it be built again?")
                : left(Step.RUN, "No index of this name is there: it is still to build.");
    }

    private Remainder found(IndexDefinition build, IndexFacts index) {
        boolean isSame = SqlReader.index(index.definition())
                .map(IndexForm::of)
                .filter(IndexForm.of(build)::isSame)
                .isPresent();
        if (!isSame) {
            return left(
                    Step.REFUSE,
                    "Another index bears the name " + index.shown() + ": " + index.definition()
                            + ". It is not ours and is not touched.");
        }
        if (index.isValid()) {
            return word.wasSent()
                    ? left(Step.DONE, index.shown() + " is there and valid.")
                    : left(Step.ALREADY_THERE, index.shown() + " was there before, valid and the same.");
        }
        if (index.isPartitioned()) {
            return left(
                    build.isOnly() ? Step.DONE : Step.REFUSE,
                    index.shown() + " is on a partitioned table and stays invalid until each partition's is attached.");
        }
        return facts.builds()
                .match(
                        builds -> builds.stream()
                                .filter(running -> running.index().equals(index.name()))
                                .findFirst()
                                .map(this::wait)
                                .orElseGet(() -> invalid(index)),
                        why -> left(
                                Step.UNKNOWN,
                                index.shown() + " is invalid, and whether it is being built is not known: " + why
                                        + "."));
    }

    private Remainder invalid(IndexFacts index) {
        boolean isOurs = word.wasSent() && (word.oid().isEmpty() || word.oid().getAsLong() == index.oid());
        return isOurs
                ? left(
                        Step.DROP_THEN_RUN,
                        "The build of " + index.shown()
                                + " broke off and left it invalid: it is dropped and built again.")
                : left(
                        Step.ASK,
                        index.shown()
                                + " is there and invalid, and the journal does not say that this run began it. May"
                                + " it be dropped and built again?");
    }

    private Remainder wait(BuildFacts running) {
        boolean isOurs = word.pid().equals(OptionalInt.of(running.pid()));
        return new Remainder(
                statement,
                Step.WAIT,
                OptionalInt.of(running.pid()),
                "Session " + running.pid() + (isOurs ? ", which this run sent it on," : " of " + running.user())
                        + " still builds it: " + running.phase() + ".");
    }

    private Remainder left(Step step, String words) {
        return Recovery.of(statement, step, words);
    }
}
