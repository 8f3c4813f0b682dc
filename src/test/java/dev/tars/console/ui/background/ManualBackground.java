package dev.tars.console.ui.background;

import dev.tars.console.base.Background;
import dev.tars.console.base.Problem;
import dev.tars.console.base.Progress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

/**
 * A background turned by hand: nothing runs and nothing arrives until the test says so. {@link #work()} runs what is
 * waiting, {@link #deliver()} lets the outcomes and the newest value of each relay arrive, {@link #crank()} does both.
 */
public final class ManualBackground implements Background {

    private final Queue<Task<?>> waiting = new ArrayDeque<>();
    private final Queue<Runnable> outcomes = new ArrayDeque<>();
    private final List<ManualRelay<?>> relays = new ArrayList<>();

    @Override
    public <T> Handle run(String title, Work<T> work, Consumer<T> whenDone, Consumer<Problem> whenFailed) {
        Task<T> task = new Task<>(title, work, whenDone, whenFailed);
        waiting.add(task);
        return task;
    }

    @Override
    public <T> Relay<T> relay(Consumer<T> receiver) {
        ManualRelay<T> relay = new ManualRelay<>(receiver);
        relays.add(relay);
        return relay;
    }

    /** How many pieces of work wait to be run. */
    public int pending() {
        return waiting.size();
    }

    /** Runs the work that waits, in the order it was given. */
    public void work() {
        for (int n = waiting.size(); n > 0; n--) {
            waiting.remove().run();
        }
    }

    /** Runs the work given last before the others: answers out of order. */
    public void workNewestFirst() {
        List<Task<?>> all = new ArrayList<>(waiting);
        waiting.clear();
        for (int i = all.size() - 1; i >= 0; i--) {
            all.get(i).run();
        }
    }

    /** Lets outcomes and relayed values arrive. */
    public void deliver() {
        for (int n = outcomes.size(); n > 0; n--) {
            outcomes.remove().run();
        }
        List.copyOf(relays).forEach(ManualRelay::deliver);
    }

    public void crank() {
        work();
        deliver();
    }

    private final class Task<T> extends FutureTask<T> implements Handle {
        private final String title;
        private final Consumer<T> whenDone;
        private final Consumer<Problem> whenFailed;

        Task(String title, Work<T> work, Consumer<T> whenDone, Consumer<Problem> whenFailed) {
            super(() -> work.run(Progress.ignored()));
            this.title = title;
            this.whenDone = whenDone;
            this.whenFailed = whenFailed;
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
                T value = get();
                outcomes.add(() -> arrive(() -> whenDone.accept(value)));
            } catch (java.util.concurrent.ExecutionException e) {
                Throwable cause = java.util.Objects.requireNonNullElse(e.getCause(), e);
                if (!(cause instanceof CancellationException) && !(cause instanceof InterruptedException)) {
                    Problem problem = Problem.from(title + " failed.", cause);
                    outcomes.add(() -> arrive(() -> whenFailed.accept(problem)));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void arrive(Runnable outcome) {
            if (!isCancelled()) {
                outcome.run();
            }
        }
    }

    private static final class ManualRelay<T> implements Relay<T> {
        private final Consumer<T> receiver;
        private final Queue<T> newest = new ArrayDeque<>();
        private boolean closed;

        ManualRelay(Consumer<T> receiver) {
            this.receiver = receiver;
        }

        @Override
        public synchronized void send(T value) {
            newest.clear();
            if (!closed) {
                newest.add(value);
            }
        }

        synchronized void deliver() {
            if (!newest.isEmpty() && !closed) {
                receiver.accept(newest.remove());
            }
        }

        @Override
        public synchronized void close() {
            closed = true;
            newest.clear();
        }
    }
}
