package dev.tars.console.app;

import dev.tars.console.app.environments.Environment;
import dev.tars.console.base.Background;
import dev.tars.console.base.Background.Relay;
import dev.tars.console.base.Problem;
import dev.tars.console.base.Progress;
import dev.tars.console.ui.background.FxBackground;
import dev.tars.console.ui.background.FxThread;
import dev.tars.console.ui.background.Workers;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One environment is open at a time. Opening and closing happen on one thread, in the order asked for: the old one is
 * gone before the new one opens, and one that was superseded while it opened is closed at once.
 */
final class Sessions implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);
    /** Practice ends real servers; the window is gone by then. */
    private static final long CLOSING_SECONDS = 12;

    /** Opens an environment; on a worker, never twice at a time. */
    @FunctionalInterface
    interface Opener {
        EnvironmentSession open(Environment environment, Progress progress) throws Exception;
    }

    /** What comes of it; all on the FX thread, and only of the environment asked for last. */
    interface Listener {
        void progress(Environment environment, double fraction, String message);

        void opened(EnvironmentSession session);

        void failed(Environment environment, Problem problem);
    }

    private record Step(double fraction, String message) {}

    private final Opener opener;
    private final Listener listener;
    private final Workers workers = new Workers("switch", 1);
    private final FxBackground background;
    private final AtomicLong newest = new AtomicLong();

    /** Belongs to the switching thread. */
    private @Nullable EnvironmentSession current;

    Sessions(Opener opener, Listener listener, FxThread fx) {
        this.opener = opener;
        this.listener = listener;
        this.background = new FxBackground(workers.pool(), fx);
    }

    /** Closes what is open and opens another. */
    void activate(Environment environment) {
        long number = newest.incrementAndGet();
        Relay<Step> steps = background.relay(step -> {
            if (number == newest.get()) {
                listener.progress(environment, step.fraction(), step.message());
            }
        });
        Background.Work<Optional<EnvironmentSession>> work = progress -> switchTo(number, environment, steps);
        background.run(
                "Opening " + environment.name(),
                work,
                session -> {
                    steps.close();
                    session.filter(s -> number == newest.get()).ifPresent(listener::opened);
                },
                problem -> {
                    steps.close();
                    if (number == newest.get()) {
                        listener.failed(environment, problem);
                    }
                });
    }

    private Optional<EnvironmentSession> switchTo(long number, Environment environment, Relay<Step> steps)
            throws Exception {
        closeCurrent();
        if (number != newest.get()) {
            return Optional.empty();
        }
        EnvironmentSession session = opener.open(environment, new Progress() {
            @Override
            public void report(double fraction, String message) {
                steps.send(new Step(fraction, message));
            }

            @Override
            public boolean isCancelled() {
                return number != newest.get() || Thread.currentThread().isInterrupted();
            }
        });
        if (number != newest.get()) {
            session.close();
            return Optional.empty();
        }
        current = session;
        return Optional.of(session);
    }

    private void closeCurrent() {
        EnvironmentSession open = current;
        current = null;
        if (open != null) {
            open.close();
        }
    }

    /** Closes what is open and waits for it, twelve seconds at most. */
    @Override
    public void close() {
        newest.incrementAndGet();
        background.close();
        CountDownLatch closed = new CountDownLatch(1);
        workers.pool().execute(() -> {
            closeCurrent();
            closed.countDown();
        });
        try {
            if (!closed.await(CLOSING_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("the environment did not close within {} s", CLOSING_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        workers.close();
    }
}
