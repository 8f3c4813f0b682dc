package dev.tars.console.slo;

import dev.tars.console.base.Ticker;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * When polls are due, and the beats that look after them: the tasks on the scheduler and what is counted in ticks. It
 * decides nothing about answers. Guarded by its owner's lock.
 */
final class PollTimer {

    private static final int BEATS_PER_INTERVAL = 3;

    private final Ticker ticker;
    private final ScheduledExecutorService scheduler;
    private final Duration interval;
    private final Runnable poll;
    private final Runnable beat;
    private final PollRhythm rhythm;
    private Optional<Long> askingSince = Optional.empty();
    private Optional<Future<?>> nextPoll = Optional.empty();
    private Optional<Future<?>> nextBeat = Optional.empty();
    private long heldUntil;
    private boolean stopped;
    private boolean closed;

    /**
     * @param poll what is run when a poll is due
     * @param beat what is run a few times an interval, each time asked for
     */
    PollTimer(Ticker ticker, ScheduledExecutorService scheduler, Duration interval, Runnable poll, Runnable beat) {
        this.ticker = ticker;
        this.scheduler = scheduler;
        this.interval = interval;
        this.poll = poll;
        this.beat = beat;
        this.rhythm = new PollRhythm(interval, ticker.nanos());
        this.heldUntil = ticker.nanos();
    }

    /** Time between two looks at the polls. */
    static Duration beat(Duration interval) {
        return interval.dividedBy(BEATS_PER_INTERVAL);
    }

    void start() {
        rhythm.restart(ticker.nanos());
        schedulePoll();
        scheduleBeat();
    }

    void close() {
        closed = true;
        nextPoll.ifPresent(task -> task.cancel(true));
        nextBeat.ifPresent(task -> task.cancel(true));
    }

    /** A poll starts. @return slots that have passed before it came */
    long begin() {
        long now = ticker.nanos();
        askingSince = Optional.of(now);
        return rhythm.begin(now);
    }

    /** The poll under way has ended. @return how long it took */
    Duration end() {
        long now = ticker.nanos();
        Duration took = Duration.ofNanos(now - askingSince.orElse(now));
        askingSince = Optional.empty();
        return took;
    }

    boolean isAsking() {
        return askingSince.isPresent();
    }

    /** Slots that have passed while a poll is under way and were not counted before. */
    long passed() {
        return isAsking() ? rhythm.passedWhileAsking(ticker.nanos()) : 0;
    }

    /** How long the poll under way takes already, or how long the next one is overdue. */
    Duration late() {
        long now = ticker.nanos();
        return Duration.ofNanos(askingSince.map(since -> now - since).orElse(rhythm.overdue(now)));
    }

    /** Nothing is asked until {@link #resume}. */
    void stop() {
        stopped = true;
    }

    void resume() {
        stopped = false;
    }

    boolean isStopped() {
        return stopped;
    }

    /** The server asks to be left alone for so long. */
    void hold(Duration wait) {
        heldUntil = ticker.nanos() + wait.toNanos();
        rhythm.holdUntil(heldUntil);
    }

    /** The next poll is due at once, or when the server allows it. */
    void restart() {
        rhythm.restart(ticker.nanos());
        rhythm.holdUntil(heldUntil);
    }

    void pollAtOnce() {
        restart();
        schedulePoll();
    }

    Duration untilDue() {
        return Duration.ofNanos(rhythm.untilDue(ticker.nanos()));
    }

    void schedulePoll() {
        nextPoll.ifPresent(task -> task.cancel(false));
        if (!stopped && !closed && !scheduler.isShutdown()) {
            nextPoll = Optional.of(scheduler.schedule(poll, untilDue().toNanos(), TimeUnit.NANOSECONDS));
        }
    }

    void scheduleBeat() {
        if (!closed && !scheduler.isShutdown()) {
            long wait = beat(interval).toNanos();
            nextBeat = Optional.of(scheduler.schedule(beat, wait, TimeUnit.NANOSECONDS));
        }
    }
}
