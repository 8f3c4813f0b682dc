package dev.tars.console.migration;

import dev.tars.console.base.Ticker;
import dev.tars.console.journal.Journal;
import dev.tars.console.journal.JournalUnavailable;
import dev.tars.console.release.Approval;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Runs a migration, one statement after the other, and takes one up again that was left in the middle: each statement
 * first asks the catalogue and the journal what there is of it, so running again is resuming.
 *
 * <p>One run at a time. {@link #run} blocks its thread until the run is over; an interrupt leaves it: what was sent runs
 * on in the server, and the next run finds it.
 */
public final class MigrationRunner {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final MigrationDatabase database;
    private final Journal journal;
    private final Clock clock;
    private final Ticker ticker;
    private final Duration patience;
    private final AtomicReference<@Nullable CancelSwitch> running = new AtomicReference<>();

    public MigrationRunner(MigrationDatabase database, Journal journal, Clock clock, Ticker ticker) {
        this(database, journal, clock, ticker, PATIENCE);
    }

    /** @param patience how long the database may say nothing before what was sent counts as unknown */
    MigrationRunner(MigrationDatabase database, Journal journal, Clock clock, Ticker ticker, Duration patience) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
        this.ticker = ticker;
        this.patience = patience;
    }

    /**
     * Asks the run to stop: the statement that runs is cancelled, an invalid index that it leaves is dropped, nothing
     * else is begun. Asked a second time, not even the dropping is waited for.
     *
     * @return false where nothing runs
     */
    public boolean cancel() {
        CancelSwitch now = running.get();
        if (now != null) {
            now.ask();
        }
        return now != null;
    }

    /** Whether a run is under way. */
    public boolean isRunning() {
        return running.get() != null;
    }

    /**
     * Runs what an order says.
     *
     * @param approval the guard's word; its requester and environment go into the journal
     * @return how it ended; what went wrong stands in its words
     * @throws IllegalStateException where a run is under way
     */
    public MigrationRun run(MigrationOrder order, Approval approval, RunListener listener) throws InterruptedException {
        CancelSwitch cancel = new CancelSwitch();
        if (!running.compareAndSet(null, cancel)) {
            throw new IllegalStateException("a migration runs already");
        }
        try {
            String id = UUID.randomUUID().toString();
            RunBoard board = new RunBoard(id, order, clock, ticker, listener);
            String environment = approval.plan().environment();
            MigrationLog log = new MigrationLog(journal, approval.requester(), environment, id);
            return run(order, approval, cancel, board, log, environment);
        } finally {
            running.set(null);
        }
    }

    private MigrationRun run(
            MigrationOrder order,
            Approval approval,
            CancelSwitch cancel,
            RunBoard board,
            MigrationLog log,
            String environment)
            throws InterruptedException {
        List<Statement> refused = order.refused();
        if (!refused.isEmpty()) {
            Statement first = refused.get(0);
            board.end(
                    first, StatementState.FAILED, OptionalLong.empty(), "The console does not send such a statement.");
            return board.say(
                    MigrationRun.State.FAILED,
                    order.script().file() + ":" + first.line() + ": a statement of kind " + first.kind()
                            + " is not sent by the console. Nothing was done.");
        }
        board.say(MigrationRun.State.RUNNING, "");
        try {
            String identity = database.identity();
            MigrationHistory history = MigrationHistory.of(journal, environment);
            log.begun(order, approval.plan().hash(), identity);
            Supervision supervision = new Supervision(database, board, cancel, ticker, patience);
            try (RunLine line = new RunLine(database, identity, history)) {
                RunScene scene = new RunScene(
                        order, database, identity, history, log, board, cancel, supervision, line, ticker, patience);
                return new RunCourse(scene).run();
            }
        } catch (DatabaseFault e) {
            return board.say(
                    MigrationRun.State.FAILED,
                    "The database cannot be asked: " + e.getMessage() + ". Nothing was done.");
        } catch (JournalUnavailable e) {
            return board.say(
                    MigrationRun.State.FAILED, "The journal takes no events, so nothing is sent: " + e.getMessage());
        }
    }
}
