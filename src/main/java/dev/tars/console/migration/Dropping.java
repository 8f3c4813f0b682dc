package dev.tars.console.migration;

import dev.tars.console.journal.JournalUnavailable;
import java.util.Optional;
import java.util.OptionalLong;

/** A concurrent drop of the rollback. Only an index that the migration makes, and as it makes it, is dropped. */
final class Dropping {

    private final RunScene scene;

    Dropping(RunScene scene) {
        this.scene = scene;
    }

    StatementState run(Statement drop) throws DatabaseFault, RunLine.Taken, JournalUnavailable, InterruptedException {
        Optional<PastStatement> open = scene.history()
                .last(scene.identity(), drop.object())
                .filter(past -> past.ended().isEmpty() || past.ended().equals(Optional.of(StatementState.UNKNOWN)));
        if (open.isPresent() && scene.database().reading(open.get().backend()).isPresent()) {
            scene.board().begin(drop, "A statement of ours still works on it: the console follows it.");
            Ending ending = scene.follow(drop, open.get().backend(), "A statement of ours still works on it.");
            if (ending.kind() == Ending.Kind.LOST) {
                throw ending.fault().orElseThrow();
            }
        }
        Optional<IndexState> found = scene.database().index(drop);
        if (found.isEmpty()) {
            return scene.unsent(drop, StatementState.ALREADY_THERE, "It is not there.", OptionalLong.empty());
        }
        Optional<String> objection = objection(drop, found.get());
        if (objection.isPresent()) {
            return scene.unsent(drop, StatementState.FAILED, objection.get(), OptionalLong.empty());
        }
        if (scene.cancel().isAsked()) {
            return scene.unsent(drop, StatementState.CANCELLED, "It was not begun.", OptionalLong.empty());
        }
        scene.board().begin(drop, "");
        Ending ending = scene.send(drop, drop.text(), "", false);
        try {
            if (ending.kind() != Ending.Kind.LOST) {
                return conclude(
                        drop, ending, scene.insist(() -> scene.database().index(drop)));
            }
        } catch (DatabaseFault e) {
            ending = Ending.of(e);
        }
        return scene.end(
                drop,
                StatementState.UNKNOWN,
                "The line was lost and the database does not answer: it may still run. Run again to find out.",
                ending.fault(),
                Optional.empty());
    }

    private Optional<String> objection(Statement drop, IndexState index) throws DatabaseFault, InterruptedException {
        Optional<IndexDefinition> definition =
                scene.order().build(drop.object()).flatMap(Statement::index);
        if (definition.isEmpty()) {
            return Optional.of("The index " + index.name() + " is none of this migration's; it is not dropped.");
        }
        Optional<IndexShape> ours = scene.database().shape(definition.get());
        if (ours.isPresent() && !ours.get().equals(index.shape())) {
            return Optional.of("The index " + index.name() + " is not the one that this migration makes: "
                    + index.shape().words() + ", not " + ours.get().words() + ". It is not dropped.");
        }
        return scene.database()
                .worker(index)
                .map(worker -> "Session " + worker.pid() + " works on the index " + index.name()
                        + " now, and it is not ours. Wait for it, then run again.");
    }

    private StatementState conclude(Statement drop, Ending ending, Optional<IndexState> left)
            throws JournalUnavailable {
        if (left.isEmpty()) {
            return scene.end(drop, StatementState.DONE, "It is gone.", Optional.empty(), left);
        }
        String why = ending.fault()
                .map(fault -> FaultWords.of(fault, drop))
                .orElse("The server confirmed it, yet the index is there.");
        if (!left.get().isValid()) {
            return scene.end(
                    drop,
                    StatementState.INVALID_LEFT,
                    why + " The index is invalid now; run the rollback again to drop the rest.",
                    ending.fault(),
                    left);
        }
        StatementState how = scene.cancel().isAsked() ? StatementState.CANCELLED : StatementState.FAILED;
        return scene.end(drop, how, why + " The index is there as before.", ending.fault(), left);
    }
}
