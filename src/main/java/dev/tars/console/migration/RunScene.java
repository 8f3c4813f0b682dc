package dev.tars.console.migration;

import dev.tars.console.base.Ticker;
import dev.tars.console.journal.JournalUnavailable;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What all statements of one run share, and the way each of them is sent. */
record RunScene(
        MigrationOrder order,
        MigrationDatabase database,
        String identity,
        MigrationHistory history,
        MigrationLog log,
        RunBoard board,
        CancelSwitch cancel,
        Supervision supervision,
        RunLine line,
        Ticker ticker,
        Duration patience) {

    private static final Logger LOG = LoggerFactory.getLogger(RunScene.class);
    private static final Duration AGAIN = Duration.ofMillis(250);

    /** A question to the database. */
    @FunctionalInterface
    interface Question<T> {
        T ask() throws DatabaseFault, InterruptedException;
    }

    /**
     * Sends one statement and watches it to its end; where the line is lost, its server process is followed.
     *
     * @param isCleanup a drop of our own invalid index; a first wish to stop does not mean it
     */
    Ending send(Statement statement, String sql, String running, boolean isCleanup)
            throws DatabaseFault, RunLine.Taken, JournalUnavailable, InterruptedException {
        MigrationDatabase.Line own =
                line.get(backend -> follow(statement, backend, "An earlier statement of ours ends."));
        prepare(own, isCleanup ? StatementKind.DROP_CONCURRENTLY : statement.kind());
        log.sent(statement, sql, own.backend(), isCleanup);
        Supervision.Watch watch =
                supervision.new Watch(statement, own.backend(), running, !isCleanup, oid -> seen(statement, oid));
        Ending ending = watch.answer(own, own.send(sql));
        if (ending.kind() != Ending.Kind.LOST) {
            return ending;
        }
        line.drop();
        board.end(statement, StatementState.UNKNOWN, OptionalLong.empty(), "The line was lost: it may still run.");
        Ending followed = follow(statement, own.backend(), running);
        return followed.kind() == Ending.Kind.LOST ? followed : new Ending(Ending.Kind.GONE, ending.fault());
    }

    private void prepare(MigrationDatabase.Line own, StatementKind kind) throws DatabaseFault {
        try {
            own.prepare(Limits.of(kind));
        } catch (DatabaseFault e) {
            line.drop();
            throw e;
        }
    }

    /** Follows a server process of ours that there is no line to. */
    Ending follow(Statement statement, Backend backend, String running) throws InterruptedException {
        return supervision.new Watch(statement, backend, running, true, oid -> seen(statement, oid)).follow();
    }

    private void seen(Statement statement, long oid) {
        try {
            log.seen(statement, oid);
        } catch (JournalUnavailable e) {
            LOG.warn("The oid of {} is not in the journal", statement.object(), e);
        }
    }

    /** Asks until there is an answer: after something was sent, "no answer" is not the end of it. */
    <T> T insist(Question<T> question) throws DatabaseFault, InterruptedException {
        long start = ticker.nanos();
        while (true) {
            try {
                return question.ask();
            } catch (DatabaseFault e) {
                if (e.kind() == DatabaseFault.Kind.REFUSED || ticker.nanos() - start > patience.toNanos()) {
                    throw e;
                }
                cancel.pause(AGAIN);
            }
        }
    }

    /** Puts an end on the board and into the journal. @param index what is there of it, where something is */
    StatementState end(
            Statement statement,
            StatementState how,
            String words,
            Optional<DatabaseFault> fault,
            Optional<IndexState> index)
            throws JournalUnavailable {
        OptionalLong bytes = index.filter(IndexState::isValid)
                .map(each -> OptionalLong.of(each.bytes()))
                .orElse(OptionalLong.empty());
        board.end(statement, how, bytes, words);
        log.ended(statement, how, words, fault, index.map(IndexState::oid).orElse(0L));
        return how;
    }

    /** An end of a statement that was not sent: on the board alone. */
    StatementState unsent(Statement statement, StatementState how, String words, OptionalLong bytes) {
        return board.end(statement, how, bytes, words);
    }
}
