package dev.tars.console.base;

import java.util.function.Consumer;

/**
 * Work off the FX thread with its outcome back on it. Outcomes always arrive as a new FX event, never inline, in the
 * production version and in the hand-cranked one of the tests.
 */
public interface Background {

    /** Work that may fail and can be cancelled. */
    @FunctionalInterface
    interface Work<T> {
        T run(Progress progress) throws Exception;
    }

    /** Running work, owned by whoever closes it. */
    interface Handle {
        /** Interrupts the work; neither outcome is delivered afterwards. */
        void cancel();

        boolean isDone();
    }

    /** Runs {@code work} on a worker; one of the two outcomes arrives on the FX thread, unless cancelled. */
    <T> Handle run(String title, Work<T> work, Consumer<T> whenDone, Consumer<Problem> whenFailed);

    /**
     * A door from any thread to the FX thread that coalesces: at most one delivery per pulse is pending, the newest
     * value wins, older ones are dropped. Nothing is delivered after {@link Relay#close()}.
     */
    <T> Relay<T> relay(Consumer<T> receiver);

    /** See {@link #relay}. */
    interface Relay<T> extends AutoCloseable {
        void send(T value);

        @Override
        void close();
    }
}
