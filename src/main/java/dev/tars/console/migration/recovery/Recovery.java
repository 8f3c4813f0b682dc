package dev.tars.console.migration.recovery;

import dev.tars.console.migration.DatabaseFacts;
import dev.tars.console.migration.Migration;
import dev.tars.console.migration.Script;
import dev.tars.console.migration.Statement;
import dev.tars.console.migration.recovery.Remainder.Step;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Decides what is left of a run. Pure: the same journal and the same facts give the same answer. */
public final class Recovery {
    private Recovery() {}

    /**
     * What is left, statement by statement.
     *
     * @param words what the journal says last, by the number of the statement; nothing for one that was never sent
     * @param isRollback whether it was the rollback's script that ran
     */
    public static List<Remainder> remainders(
            Migration migration, boolean isRollback, Map<Integer, LastWord> words, DatabaseFacts facts) {
        Script script = isRollback ? migration.rollback() : migration.forward();
        return script.statements().stream()
                .map(statement -> remainder(
                        migration, statement, words.getOrDefault(statement.number(), LastWord.NOTHING), facts))
                .toList();
    }

    private static Remainder remainder(Migration migration, Statement statement, LastWord word, DatabaseFacts facts) {
        return switch (statement.kind()) {
            case BUILD_CONCURRENTLY, BUILD_LOCKING -> new BuildLeft(statement, word, facts).remainder();
            case DROP_CONCURRENTLY -> new DropLeft(migration, statement, word, facts).remainder();
            case ANALYZE, COMMENT ->
                word.isDone()
                        ? of(statement, Step.DONE, "It was done.")
                        : of(statement, Step.RUN, "It may run twice without harm.");
            case REINDEX_CONCURRENTLY, OTHER_LOCKING, OTHER -> other(statement, word);
            case TRANSACTION, SETTING ->
                of(statement, Step.REFUSE, "It is none that the console sends: each statement is sent alone.");
        };
    }

    private static Remainder other(Statement statement, LastWord word) {
        if (word.isDone()) {
            return of(statement, Step.DONE, "It was done.");
        }
        return word.isOpen()
                ? of(statement, Step.ASK, "It was sent, and nothing tells whether it was done. May it be sent again?")
                : of(statement, Step.RUN, "It is still to do.");
    }

    static Remainder of(Statement statement, Step step, String words) {
        return new Remainder(statement, step, OptionalInt.empty(), words);
    }
}
