package dev.tars.console.migration;

import dev.tars.console.journal.JournalUnavailable;
import java.util.Optional;
import java.util.OptionalLong;

/** The statements of a run in their order, and what the end of one means for the run. */
final class RunCourse {

    private final RunScene scene;
    private final Building building;
    private final Dropping dropping;
    private final Plain plain;

    RunCourse(RunScene scene) {
        this.scene = scene;
        this.building = new Building(scene);
        this.dropping = new Dropping(scene);
        this.plain = new Plain(scene);
    }

    MigrationRun run() throws InterruptedException {
        MigrationRun.State state = MigrationRun.State.DONE;
        String words = "All statements are done.";
        for (Statement statement : scene.order().script().statements()) {
            if (scene.cancel().isAsked()) {
                state = MigrationRun.State.CANCELLED;
                words = "The run was cancelled before statement " + statement.number() + ".";
                break;
            }
            StatementState ended = one(statement);
            if (ended != StatementState.DONE && ended != StatementState.ALREADY_THERE) {
                state = of(ended);
                words = words(statement);
                break;
            }
        }
        return end(state, words);
    }

    private StatementState one(Statement statement) throws InterruptedException {
        try {
            return switch (statement.kind()) {
                case BUILD_CONCURRENTLY -> building.run(statement);
                case DROP_CONCURRENTLY -> dropping.run(statement);
                case REINDEX_CONCURRENTLY, ANALYZE, COMMENT, OTHER -> plain.run(statement);
                case BUILD_LOCKING, OTHER_LOCKING, TRANSACTION, SETTING ->
                    throw new IllegalStateException("such a script is refused before");
            };
        } catch (DatabaseFault e) {
            return scene.unsent(
                    statement,
                    e.kind() == DatabaseFault.Kind.LOST ? StatementState.UNKNOWN : StatementState.FAILED,
                    e.getMessage() + ".",
                    OptionalLong.empty());
        } catch (RunLine.Taken e) {
            return scene.unsent(statement, StatementState.FAILED, String.valueOf(e.getMessage()), OptionalLong.empty());
        } catch (JournalUnavailable e) {
            return scene.unsent(
                    statement,
                    StatementState.UNKNOWN,
                    "The journal takes no events: " + e.getMessage() + " Nothing more is sent.",
                    OptionalLong.empty());
        }
    }

    private MigrationRun.State of(StatementState ended) {
        return switch (ended) {
            case CANCELLED -> MigrationRun.State.CANCELLED;
            case UNKNOWN -> MigrationRun.State.UNKNOWN;
            case FAILED, INVALID_LEFT ->
                scene.cancel().isAsked() ? MigrationRun.State.CANCELLED : MigrationRun.State.FAILED;
            case PENDING, RUNNING, WAITING, DONE, ALREADY_THERE ->
                throw new IllegalStateException("no end of a run: " + ended);
        };
    }

    private String words(Statement statement) {
        Optional<String> words = scene.board().run().statements().stream()
                .filter(run -> run.statement().equals(statement))
                .map(StatementRun::words)
                .findFirst();
        return "Statement " + statement.number() + ", " + statement.object() + ": " + words.orElse("");
    }

    private MigrationRun end(MigrationRun.State state, String words) {
        try {
            scene.log().runEnded(state, words);
            return scene.board().say(state, words);
        } catch (JournalUnavailable e) {
            return scene.board().say(state, words + " This end is not in the journal: " + e.getMessage());
        }
    }
}
