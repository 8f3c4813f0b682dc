package dev.tars.console.migration;

import dev.tars.console.journal.JournalUnavailable;
import java.util.Optional;

/**
 * Takes away an invalid index that a build of ours has left. It is ours where the journal says that we began it, nothing
 * says that nothing was left, and its oid is the one that was seen; or where a person says so. It is dropped by its own
 * schema and name, concurrently, and only while nobody works on it.
 */
final class Leftovers {

    private final RunScene scene;

    Leftovers(RunScene scene) {
        this.scene = scene;
    }

    boolean mayDrop(Statement build, IndexState index) throws JournalUnavailable {
        if (index.isValid()) {
            return false;
        }
        return scene.order().repairs(build.object())
                || scene.log()
                        .history()
                        .last(scene.identity(), build.object())
                        .filter(PastStatement::mayHaveLeft)
                        .filter(past -> past.oid() == 0 || past.oid() == index.oid())
                        .isPresent();
    }

    /** Drops it and looks whether it is gone. @return what is there afterwards; empty is the proof */
    Optional<IndexState> drop(Statement build, IndexState index)
            throws DatabaseFault, RunLine.Taken, JournalUnavailable, InterruptedException {
        Ending ending = scene.send(
                build,
                "DROP INDEX CONCURRENTLY " + index.quoted(),
                "It takes the invalid index " + index.name() + " away.",
                true);
        Optional<IndexState> left = scene.insist(() -> scene.database().index(index.oid()));
        scene.log()
                .ended(
                        build,
                        left.isEmpty() ? StatementState.DONE : StatementState.INVALID_LEFT,
                        left.isEmpty() ? "The invalid index is gone." : "The invalid index is still there.",
                        ending.fault(),
                        index.oid());
        return left;
    }
}
