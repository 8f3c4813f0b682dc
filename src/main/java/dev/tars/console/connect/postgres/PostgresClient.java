package dev.tars.console.connect.postgres;

import dev.tars.console.base.ConnectionReport;
import dev.tars.console.connect.http.ConnectionWatch;
import dev.tars.console.connect.http.Subscription;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One database. Short questions share a kept session, one at a time, each within the endpoint's time limit; a question
 * only reads, so it is asked once more on a new session where the line was lost.
 */
public final class PostgresClient implements AutoCloseable {

    /** Work on the session of short questions. */
    @FunctionalInterface
    public interface Question<T> {
        T on(PostgresSession session) throws PostgresFault;
    }

    /** Tries to connect before it is a failure. */
    static final int TRIES = 3;

    private static final long FIRST_PAUSE_MILLIS = 100;

    private final PostgresEndpoint endpoint;
    private final Connecting connecting;
    private final Faults faults;
    private final ConnectionWatch watch;
    private final CountDownLatch closed = new CountDownLatch(1);
    private @Nullable PostgresSession kept;

    public PostgresClient(PostgresEndpoint endpoint, Clock clock) {
        this.endpoint = endpoint;
        this.faults = new Faults(endpoint);
        this.connecting = new Connecting(endpoint, faults);
        this.watch = new ConnectionWatch(endpoint.name(), endpoint.address(), clock);
    }

    public PostgresEndpoint endpoint() {
        return endpoint;
    }

    public ConnectionReport report() {
        return watch.report();
    }

    /** Every new report, the present one at once. */
    public Subscription subscribe(Consumer<ConnectionReport> receiver) {
        return watch.subscribe(receiver);
    }

    /**
     * A session of its own, without any time limit: for a statement that may run for hours. The caller closes it.
     *
     * @throws PostgresFault after a few tries with growing pauses
     */
    public PostgresSession open() throws PostgresFault, InterruptedException {
        return connect(Duration.ZERO);
    }

    /** Asks a short question. @param what the question in few words, for the report */
    public <T> T ask(String what, Question<T> question) throws PostgresFault, InterruptedException {
        watch.asked(what);
        boolean wasKept = isKept();
        try {
            return answer(question);
        } catch (PostgresFault e) {
            if (!wasKept || e.kind() != PostgresFault.Kind.LINE_LOST) {
                throw e;
            }
        }
        return answer(question);
    }

    private synchronized boolean isKept() {
        return kept != null;
    }

    private synchronized <T> T answer(Question<T> question) throws PostgresFault, InterruptedException {
        try {
            T answer = question.on(session());
            watch.answered(List.of(), Optional.empty());
            return answer;
        } catch (PostgresFault e) {
            if (e.endsSession()) {
                drop();
                watch.failed(e.problem(), false);
            } else {
                // It answers; that it refuses this one question is the asker's news.
                watch.answered(List.of(), Optional.empty());
            }
            throw e;
        }
    }

    private PostgresSession session() throws PostgresFault, InterruptedException {
        PostgresSession there = kept;
        if (there == null) {
            // The server's own limit comes first, so that a slow question does not cost the session.
            there = connect(endpoint.answerTimeout().plusSeconds(1));
            there.execute("SET statement_timeout = " + endpoint.answerTimeout().toMillis());
            there.execute("SET lock_timeout = "
                    + Math.min(2000, endpoint.answerTimeout().toMillis()));
            kept = there;
        }
        return there;
    }

    private PostgresSession connect(Duration silence) throws PostgresFault, InterruptedException {
        long pause = FIRST_PAUSE_MILLIS;
        for (int tried = 1; ; tried++) {
            if (closed.getCount() == 0) {
                throw faults.closed();
            }
            try {
                PostgresSession session = connecting.open(silence);
                watch.answered(List.of(), Optional.empty());
                return session;
            } catch (PostgresFault e) {
                watch.failed(e.problem(), false);
                if (!e.isRetryable() || tried == TRIES) {
                    throw e;
                }
            }
            closed.await(pause + ThreadLocalRandom.current().nextLong(pause), TimeUnit.MILLISECONDS);
            pause *= 2;
        }
    }

    private synchronized void drop() {
        PostgresSession there = kept;
        kept = null;
        if (there != null) {
            there.close();
        }
    }

    /** Ends the session of short questions; those that {@link #open} gave are their callers'. */
    @Override
    public void close() {
        closed.countDown();
        drop();
    }
}
