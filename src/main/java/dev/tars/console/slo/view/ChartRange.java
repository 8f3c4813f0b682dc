package dev.tars.console.slo.view;

import java.time.Duration;
import java.time.Instant;

/** The stretch of time the chart shows. */
sealed interface ChartRange {

    /** Points a line is asked for, about: more cannot be seen. */
    int POINTS = 480;

    Instant from(Instant now);

    Instant to(Instant now);

    /** The last stretch before now; it moves on with every poll. */
    record Last(Duration length) implements ChartRange {
        @Override
        public Instant from(Instant now) {
            return now.minus(length);
        }

        @Override
        public Instant to(Instant now) {
            return now;
        }
    }

    /** A fixed stretch, as chosen or dragged. */
    record Between(Instant start, Instant end) implements ChartRange {
        public Between {
            if (!start.isBefore(end)) {
                throw new IllegalArgumentException("a range ends after it starts, was " + start + " to " + end);
            }
        }

        @Override
        public Instant from(Instant now) {
            return start;
        }

        @Override
        public Instant to(Instant now) {
            return end;
        }
    }

    /** Time between two points: whole seconds, no finer than the polls for the last hours. */
    default Duration step(Instant now, Duration interval) {
        long seconds = Duration.between(from(now), to(now)).toSeconds();
        long wanted = (seconds + POINTS - 1) / POINTS;
        return Duration.ofSeconds(Math.max(Math.max(1, interval.toSeconds()), wanted));
    }
}
