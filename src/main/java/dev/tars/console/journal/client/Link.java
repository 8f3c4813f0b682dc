package dev.tars.console.journal.client;

import dev.tars.console.base.Problem;
import dev.tars.console.base.Ticker;
import dev.tars.console.journal.JournalUnavailable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection that one caller at a time uses, made when needed, and made anew when it was lost. */
final class Link implements AutoCloseable {

    /** Work on a connection. @param <T> what comes of it */
    @FunctionalInterface
    interface Work<T> {
        /** @param again whether an earlier try may have done it already */
        T on(Connection connection, boolean again) throws SQLException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(Link.class);
    private static final long FIRST_PAUSE_MILLIS = 50;
    private static final long LONGEST_PAUSE_MILLIS = 1000;
    private static final long CLOSING_MILLIS = 1000;

    private final Dialect dialect;
    private final Ticker ticker;
    private final ReentrantLock lock = new ReentrantLock();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Consumer<Optional<Problem>> trouble;
    private volatile @Nullable Connection open;

    /** @param trouble told when a connection is lost and tried again, and with nothing when there is one again */
    Link(Dialect dialect, Ticker ticker, Consumer<Optional<Problem>> trouble) {
        this.dialect = dialect;
        this.ticker = ticker;
        this.trouble = trouble;
    }

    /**
     * Does the work, again on a new connection where one is lost, as long as the dialect has patience. Where there was
     * none to lose, one try is enough.
     */
    <T> T call(Work<T> work) throws JournalUnavailable {
        lock.lock();
        try {
            long start = ticker.nanos();
            long patience = open == null ? 0 : dialect.patience().toNanos();
            long pause = FIRST_PAUSE_MILLIS;
            boolean again = false;
            while (true) {
                try {
                    T done = work.on(connection(), again);
                    if (again) {
                        trouble.accept(Optional.empty());
                    }
                    return done;
                } catch (SQLException e) {
                    drop();
                    boolean lost = dialect.isLost(e);
                    boolean spent = patience == 0 || ticker.nanos() - start > patience;
                    if (lost && !spent) {
                        trouble.accept(Optional.of(dialect.problem(e)));
                    }
                    if (!lost || spent || waited(pause)) {
                        throw new JournalUnavailable(dialect.problem(e), lost, e);
                    }
                    LOG.info("the connection to {} was lost, trying again: {}", dialect.place(), e.getMessage());
                    again = true;
                    pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** True where the waiting was ended early. */
    private boolean waited(long millis) {
        try {
            return closed.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private Connection connection() throws SQLException {
        Connection there = open;
        if (there == null) {
            if (closed.getCount() == 0) {
                throw new SQLException("the journal is closed");
            }
            there = dialect.connect();
            open = there;
            if (closed.getCount() == 0) {
                drop();
                throw new SQLException("the journal is closed");
            }
        }
        return there;
    }

    /** Lets go of the connection; an open transaction ends with it. */
    void drop() {
        lock.lock();
        try {
            Connection there = open;
            open = null;
            if (there != null) {
                there.close();
            }
        } catch (SQLException e) {
            LOG.debug("a connection that is given up does not close", e);
        } finally {
            lock.unlock();
        }
    }

    /** Waits a second at most for whoever uses the connection; then it is cut off under them. */
    @Override
    public void close() {
        closed.countDown();
        try {
            if (lock.tryLock(CLOSING_MILLIS, TimeUnit.MILLISECONDS)) {
                try {
                    drop();
                } finally {
                    lock.unlock();
                }
                return;
            }
            Connection there = open;
            if (there != null) {
                there.abort(Runnable::run);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            LOG.debug("a connection that is cut off does not close", e);
        }
    }
}
