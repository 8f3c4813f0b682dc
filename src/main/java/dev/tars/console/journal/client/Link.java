package dev.tars.console.journal.client;

import dev.tars.console.base.Ticker;
import dev.tars.console.journal.JournalUnavailable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
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

    private final Dialect dialect;
    private final Ticker ticker;
    private final ReentrantLock lock = new ReentrantLock();
    private final CountDownLatch closed = new CountDownLatch(1);
    private @Nullable Connection open;

    Link(Dialect dialect, Ticker ticker) {
        this.dialect = dialect;
        this.ticker = ticker;
    }

    /** Does the work, again on a new connection where one is lost, as long as the dialect has patience. */
    <T> T call(Work<T> work) throws JournalUnavailable {
        lock.lock();
        try {
            long start = ticker.nanos();
            long pause = FIRST_PAUSE_MILLIS;
            boolean again = false;
            while (true) {
                try {
                    return work.on(connection(), again);
                } catch (SQLException e) {
                    drop();
                    boolean spent = ticker.nanos() - start > dialect.patience().toNanos();
                    if (!dialect.isLost(e) || spent || waited(pause)) {
                        throw new JournalUnavailable(dialect.problem(e), e);
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

    @Override
    public void close() {
        closed.countDown();
        drop();
    }
}
