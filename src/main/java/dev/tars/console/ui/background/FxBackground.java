package dev.tars.console.ui.background;

import dev.tars.console.base.Background;
import dev.tars.console.base.Problem;
import dev.tars.console.base.Progress;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@link Background} on a bounded pool, with outcomes on the FX thread. Closing it silences every outcome and every
 * relay; the pool is closed by who made it.
 */
public final class FxBackground implements Background, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FxBackground.class);

    private final Executor workers;
    private final FxThread fx;
    private final AtomicBoolean closed = new AtomicBoolean();

    /** @param workers where work runs; it may refuse when it is full */
    public FxBackground(Executor workers, FxThread fx) {
        this.workers = workers;
        this.fx = fx;
    }

    @Override
    public <T> Handle run(String title, Work<T> work, Consumer<T> whenDone, Consumer<Problem> whenFailed) {
        Task<T> task = new Task<>(title, work, whenDone, whenFailed);
        try {
            workers.execute(task);
        } catch (RejectedExecutionException e) {
            task.refuse();
        }
        return task;
    }

    @Override
    public <T> Relay<T> relay(Consumer<T> receiver) {
        return new PulseRelay<>(fx, receiver, closed::get);
    }

    /** Ends delivery for good. */
    @Override
    public void close() {
        closed.set(true);
    }

    private final class Task<T> extends FutureTask<T> implements Handle {
        private final String title;
        private final Consumer<T> whenDone;
        private final Consumer<Problem> whenFailed;

        Task(String title, Work<T> work, Consumer<T> whenDone, Consumer<Problem> whenFailed) {
            super(asCallable(title, work));
            this.title = title;
            this.whenDone = whenDone;
            this.whenFailed = whenFailed;
        }

        void refuse() {
            LOG.warn("{} was refused: too much work at once", title);
            deliver(() -> whenFailed.accept(Problem.of(
                    title + " did not start: too much is being worked on.", "", "", "Try again in a moment.")));
        }

        @Override
        public void cancel() {
            cancel(true);
        }

        @Override
        protected void done() {
            if (isCancelled()) {
                return;
            }
            try {
                T outcome = get();
                deliver(() -> whenDone.accept(outcome));
            } catch (ExecutionException e) {
                failed(e.getCause() == null ? e : e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void failed(Throwable cause) {
            if (cause instanceof CancellationException || cause instanceof InterruptedException) {
                LOG.debug("{} was cancelled", title);
                return;
            }
            LOG.info("{} failed", title, cause);
            Problem problem = Problem.from(title + " failed.", cause);
            deliver(() -> whenFailed.accept(problem));
        }

        private void deliver(Runnable outcome) {
            fx.later(() -> {
                if (!isCancelled() && !closed.get()) {
                    outcome.run();
                }
            });
        }
    }

    private static <T> Callable<T> asCallable(String title, Work<T> work) {
        return () -> work.run(new LoggedProgress(title));
    }

    private record LoggedProgress(String title) implements Progress {
        @Override
        public void report(double fraction, String message) {
            LOG.debug("{}: {} {}", title, fraction, message);
        }

        @Override
        public boolean isCancelled() {
            return Thread.currentThread().isInterrupted();
        }
    }
}
