package dev.tars.console.slo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** A live board, as screens see it. {@link SloMonitor} is the real one. */
public interface SloFeed {

    /** The newest board; never waits. */
    SloBoard board();

    /** Every new board, on the monitor's thread, the current one at once. Close to end it. */
    Subscription subscribe(Consumer<SloBoard> receiver);

    /** Polls now, unless one is under way; the rhythm goes on from there. */
    void askNow();

    /**
     * The course of an objective's indicator; blocks, so call it from a worker. Of the window that decides these are the
     * figures that were judged, as far back as they are kept; the server is asked for what was before.
     */
    List<SloSource.Course> course(Slo slo, Window window, Instant from, Instant to, Duration step)
            throws SloSource.SourceFailed, InterruptedException;

    /**
     * What the tiers of an objective's budget would have told; blocks for seconds, so call it from a worker.
     *
     * @throws IllegalArgumentException where the objective has no budget
     */
    BackTest.Result backTest(Slo slo, Instant from, Instant to) throws SloSource.SourceFailed, InterruptedException;

    /**
     * How the error budget of an objective went down over its period; blocks, so call it from a worker.
     *
     * @param to now
     * @throws IllegalArgumentException where the objective has no budget
     */
    BurnDown burnDown(Slo slo, Instant to) throws SloSource.SourceFailed, InterruptedException;

    /**
     * The medians beside an objective's quantiles; blocks, so call it from a worker.
     *
     * @param at when those were judged
     */
    Medians medians(Slo slo, Instant at) throws SloSource.SourceFailed, InterruptedException;

    /** Ends a subscription. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
