package dev.tars.console.migration;

import dev.tars.console.journal.JournalUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A statement that takes an ordinary lock: it waits for it shortly and tries again, so that it never holds up those who
 * come after it for long.
 */
final class Plain {

    /** Tries to get the lock. */
    static final int TRIES = 5;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    private final RunScene scene;

    Plain(RunScene scene) {
        this.scene = scene;
    }

    StatementState run(Statement statement)
            throws DatabaseFault, RunLine.Taken, JournalUnavailable, InterruptedException {
        boolean isRepeatable = isRepeatable(statement.kind());
        if (!isRepeatable
                && scene.history().wasDone(scene.identity(), scene.order().script(), statement)) {
            return scene.unsent(
                    statement,
                    StatementState.ALREADY_THERE,
                    "The journal says that it was done in the run before.",
                    OptionalLong.empty());
        }
        if (!isRepeatable && isOpen(statement)) {
            return scene.unsent(
                    statement,
                    StatementState.UNKNOWN,
                    "It was sent before, and what came of it is not known. Look at the database; it is not sent again.",
                    OptionalLong.empty());
        }
        Duration pause = FIRST_PAUSE;
        for (int tried = 1; ; tried++) {
            if (scene.cancel().isAsked()) {
                return scene.unsent(statement, StatementState.CANCELLED, "It was not begun.", OptionalLong.empty());
            }
            scene.board().begin(statement, tried == 1 ? "" : "Try " + tried + " of " + TRIES + ".");
            Optional<Instant> before = analyzed(statement);
            Ending ending = scene.send(statement, statement.text(), "", false);
            boolean isLost = ending.kind() == Ending.Kind.GONE && isRepeatable;
            if (tried == TRIES || (!ending.isRefused("55P03") && !isLost)) {
                return conclude(statement, ending, before);
            }
            scene.log().ended(statement, StatementState.FAILED, "It is tried again.", ending.fault(), 0);
            scene.board()
                    .reading(
                            statement,
                            StatementState.WAITING,
                            Optional.empty(),
                            List.of(),
                            "It did not get its lock within 2 s and lets others through; try " + (tried + 1) + " of "
                                    + TRIES + " follows.");
            scene.cancel().pause(pause);
            pause = pause.multipliedBy(2);
        }
    }

    private boolean isOpen(Statement statement) {
        return scene.history()
                .last(scene.identity(), statement.object())
                .filter(past -> past.sql().equals(statement.text()))
                .filter(past -> past.ended().isEmpty() || past.ended().equals(Optional.of(StatementState.UNKNOWN)))
                .isPresent();
    }

    /** Whether it may be sent again without harm where it is not known whether it was done. */
    private static boolean isRepeatable(StatementKind kind) {
        return kind == StatementKind.ANALYZE || kind == StatementKind.COMMENT;
    }

    private Optional<Instant> analyzed(Statement statement) throws DatabaseFault, InterruptedException {
        return statement.kind() == StatementKind.ANALYZE ? scene.database().analyzed(statement) : Optional.empty();
    }

    private StatementState conclude(Statement statement, Ending ending, Optional<Instant> before)
            throws JournalUnavailable, InterruptedException {
        return switch (ending.kind()) {
            case ANSWERED -> done(statement, before);
            case REFUSED ->
                scene.end(
                        statement,
                        scene.cancel().isAsked() ? StatementState.CANCELLED : StatementState.FAILED,
                        ending.fault()
                                .map(fault -> FaultWords.of(fault, statement))
                                .orElse(""),
                        ending.fault(),
                        Optional.empty());
            case GONE, LOST ->
                scene.end(
                        statement,
                        StatementState.UNKNOWN,
                        "The line was lost: whether it was done is not known.",
                        ending.fault(),
                        Optional.empty());
        };
    }

    private StatementState done(Statement statement, Optional<Instant> before)
            throws JournalUnavailable, InterruptedException {
        String words = "The server confirmed it.";
        if (statement.kind() == StatementKind.ANALYZE) {
            try {
                Optional<Instant> after = scene.database().analyzed(statement);
                words = after.isPresent() && !after.equals(before)
                        ? "The table's statistics are of " + after.get() + "."
                        : "The server confirmed it; its statistics do not show it yet.";
            } catch (DatabaseFault e) {
                words = "The server confirmed it; it could not be read back: " + e.getMessage() + ".";
            }
        }
        return scene.end(statement, StatementState.DONE, words, Optional.empty(), Optional.empty());
    }
}
