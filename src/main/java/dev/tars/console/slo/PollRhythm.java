package dev.tars.console.slo;

import java.time.Duration;

/**
 * When polls are due, in ticks. Slots stand an interval apart; one that passes while a poll is under way, or before
 * anybody came to it, is missed and never made up for.
 */
final class PollRhythm {

    private final long interval;
    private long due;

    PollRhythm(Duration interval, long now) {
        this.interval = interval.toNanos();
        this.due = now;
    }

    long untilDue(long now) {
        return Math.max(0, due - now);
    }

    long overdue(long now) {
        return now - due;
    }

    /** A poll starts now. @return slots that have passed before it came */
    long begin(long now) {
        long missed = Math.max(0, (now - due) / interval);
        due += (missed + 1) * interval;
        return missed;
    }

    /** A poll is under way. @return slots that have passed meanwhile and were not counted before */
    long passedWhileAsking(long now) {
        if (now < due) {
            return 0;
        }
        long missed = (now - due) / interval + 1;
        due += missed * interval;
        return missed;
    }

    /** The next poll is due at once; the rhythm goes on from there. */
    void restart(long now) {
        due = now;
    }

    /** No poll before, as the server asks; the rhythm goes on from there. */
    void holdUntil(long ticks) {
        due = Math.max(due, ticks);
    }
}
