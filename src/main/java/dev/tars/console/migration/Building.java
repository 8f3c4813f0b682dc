package dev.tars.console.migration;

import dev.tars.console.journal.JournalUnavailable;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A concurrent build, from the first look at the catalogue to the last. Done is only what was read back as valid and of
 * the definition that the script has.
 */
final class Building {

    private final RunScene scene;
    private final Leftovers leftovers;

    Building(RunScene scene) {
        this.scene = scene;
        this.leftovers = new Leftovers(scene);
    }

    StatementState run(Statement build) throws DatabaseFault, RunLine.Taken, JournalUnavailable, InterruptedException {
        IndexDefinition definition = build.index().orElseThrow();
        if (scene.database().isPartitioned(definition)) {
            return scene.unsent(
                    build,
                    StatementState.FAILED,
                    "The table " + definition.table() + " is partitioned: build on each partition, then attach.",
                    OptionalLong.empty());
        }
        Optional<IndexShape> wanted = scene.database().shape(definition);
        followEarlier(build);
        Optional<IndexState> found = scene.database().index(build);
        if (found.isPresent()) {
            Optional<StatementState> settled = settle(build, found.get(), wanted);
            if (settled.isPresent()) {
                return settled.get();
            }
        }
        return build(build, wanted);
    }

    /** A build of ours that has no end in the journal may still run: it is followed, not begun a second time. */
    private void followEarlier(Statement build) throws DatabaseFault, InterruptedException {
        Optional<PastStatement> open = scene.history()
                .last(scene.identity(), build.object())
                .filter(past -> past.ended().isEmpty() || past.ended().equals(Optional.of(StatementState.UNKNOWN)));
        if (open.isEmpty() || scene.database().reading(open.get().backend()).isEmpty()) {
            return;
        }
        scene.board().begin(build, "It was begun before and still runs: the console follows it.");
        Ending ending = scene.follow(build, open.get().backend(), "It was begun before and still runs.");
        if (ending.kind() == Ending.Kind.LOST) {
            throw ending.fault().orElseThrow();
        }
    }

    /** What stands there before anything is sent. Empty where the build may begin. */
    private Optional<StatementState> settle(Statement build, IndexState index, Optional<IndexShape> wanted)
            throws DatabaseFault, RunLine.Taken, JournalUnavailable, InterruptedException {
        if (index.isValid()) {
            return Optional.of(standing(build, index, wanted));
        }
        Optional<Backend> worker = scene.database().worker(index);
        if (worker.isPresent()) {
            return Optional.of(scene.unsent(
                    build,
                    StatementState.FAILED,
                    "Session " + worker.get().pid() + " works on the index " + index.name()
                            + " now, and it is not ours. Wait for it, then run again.",
                    OptionalLong.empty()));
        }
        if (!leftovers.mayDrop(build, index)) {
            return Optional.of(scene.unsent(
                    build,
                    StatementState.INVALID_LEFT,
                    "An invalid index " + index.name() + " is there, and the journal does not say that we began it."
                            + " Repair drops it and builds it anew.",
                    OptionalLong.empty()));
        }
        scene.board().begin(build, "It takes the invalid index away that an earlier build has left.");
        Optional<IndexState> left = leftovers.drop(build, index);
        if (left.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(scene.unsent(
                build,
                StatementState.INVALID_LEFT,
                "The invalid index of an earlier build could not be taken away.",
                OptionalLong.empty()));
    }

    private StatementState standing(Statement build, IndexState index, Optional<IndexShape> wanted) {
        if (wanted.isEmpty()) {
            return scene.unsent(
                    build,
                    StatementState.FAILED,
                    "An index of this name is there, and the server does not let the console compare it: "
                            + index.shape().words() + ".",
                    OptionalLong.empty());
        }
        if (!wanted.get().equals(index.shape())) {
            return scene.unsent(build, StatementState.FAILED, otherShape(index, wanted.get()), OptionalLong.empty());
        }
        return scene.unsent(
                build,
                StatementState.ALREADY_THERE,
                "It was there, valid and of the same definition.",
                OptionalLong.of(index.bytes()));
    }

    private static String otherShape(IndexState index, IndexShape wanted) {
        return "An index of this name is there with another definition: "
                + index.shape().words() + " on " + index.table() + ", not " + wanted.words() + ".";
    }

    private StatementState build(Statement build, Optional<IndexShape> wanted)
            throws DatabaseFault, RunLine.Taken, JournalUnavailable, InterruptedException {
        if (scene.cancel().isAsked()) {
            return scene.unsent(build, StatementState.CANCELLED, "It was not begun.", OptionalLong.empty());
        }
        scene.board().begin(build, "");
        Ending ending = scene.send(build, build.text(), "", false);
        if (ending.kind() == Ending.Kind.LOST) {
            return unknown(build, ending);
        }
        Optional<IndexState> index;
        try {
            index = scene.insist(() -> scene.database().index(build));
        } catch (DatabaseFault e) {
            return unknown(build, Ending.of(e));
        }
        return conclude(build, wanted, ending, index);
    }

    private StatementState unknown(Statement build, Ending ending) throws JournalUnavailable {
        return scene.end(
                build,
                StatementState.UNKNOWN,
                "The line was lost and the database does not answer: it may still run. Run again to find out.",
                ending.fault(),
                Optional.empty());
    }

    private StatementState conclude(
            Statement build, Optional<IndexShape> wanted, Ending ending, Optional<IndexState> found)
            throws DatabaseFault, RunLine.Taken, JournalUnavailable, InterruptedException {
        boolean isTaken = ending.isRefused("42P07");
        if (found.isEmpty()) {
            return gone(build, ending);
        }
        IndexState index = found.get();
        if (isTaken) {
            return scene.end(build, StatementState.FAILED, words(build, ending), ending.fault(), Optional.empty());
        }
        if (index.isValid()) {
            return wanted.isPresent() && !wanted.get().equals(index.shape())
                    ? scene.end(build, StatementState.FAILED, otherShape(index, wanted.get()), ending.fault(), found)
                    : scene.end(build, StatementState.DONE, "It was read back as valid.", Optional.empty(), found);
        }
        String left = words(build, ending) + " An invalid index is left; repair drops it and builds it anew.";
        scene.end(build, StatementState.INVALID_LEFT, left, ending.fault(), found);
        return scene.cancel().isAsked() && leftovers.mayDrop(build, index)
                ? clean(build, index)
                : StatementState.INVALID_LEFT;
    }

    private StatementState gone(Statement build, Ending ending) throws JournalUnavailable {
        return scene.cancel().isAsked()
                ? scene.end(
                        build,
                        StatementState.CANCELLED,
                        "It was cancelled; nothing is left of it.",
                        ending.fault(),
                        Optional.empty())
                : scene.end(
                        build,
                        StatementState.FAILED,
                        words(build, ending) + " Nothing is left of it.",
                        ending.fault(),
                        Optional.empty());
    }

    /** A person has stopped it: what it left is taken away, too. */
    private StatementState clean(Statement build, IndexState index)
            throws DatabaseFault, RunLine.Taken, JournalUnavailable, InterruptedException {
        scene.board().say(MigrationRun.State.CANCELLING, "The run takes the invalid index away.");
        Optional<IndexState> left;
        try {
            left = leftovers.drop(build, index);
        } catch (DatabaseFault e) {
            return scene.end(
                    build,
                    StatementState.INVALID_LEFT,
                    "It was cancelled; its invalid index could not be taken away: " + e.getMessage() + ".",
                    Optional.of(e),
                    Optional.of(index));
        }
        return left.isEmpty()
                ? scene.end(
                        build,
                        StatementState.CANCELLED,
                        "It was cancelled; its invalid index was dropped and is gone.",
                        Optional.empty(),
                        Optional.empty())
                : scene.end(
                        build,
                        StatementState.INVALID_LEFT,
                        "It was cancelled; its invalid index is still there.",
                        Optional.empty(),
                        left);
    }

    private static String words(Statement build, Ending ending) {
        return ending.fault()
                .map(fault -> FaultWords.of(fault, build))
                .orElse("It ended without a word that reached the console.");
    }
}
