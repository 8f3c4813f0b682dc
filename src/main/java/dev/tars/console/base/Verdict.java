package dev.tars.console.base;

import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;

/**
 * What a piece of evidence says about a claim. No data, NaN, a timeout and a refused connection are {@link Unknown},
 * never {@link Met}.
 */
public sealed interface Verdict {

    /** The claim holds; {@code warning} is true where it holds but is on its way out (a burning objective). */
    record Met(String sentence, boolean warning) implements Verdict {
        public Met {
            Objects.requireNonNull(sentence, "sentence");
        }
    }

    /** The claim was answered and does not hold. */
    record Missed(String sentence) implements Verdict {
        public Missed {
            Objects.requireNonNull(sentence, "sentence");
        }
    }

    /** There is no usable answer; {@code why} names the kind ("no samples", "stale", "unreachable"). */
    record Unknown(String why, String sentence) implements Verdict {
        public Unknown {
            Objects.requireNonNull(why, "why");
            Objects.requireNonNull(sentence, "sentence");
        }
    }

    /** A person let the claim pass unproven: who, why, until when. Never shown as met. */
    record Waived(String by, String reason, Instant until) implements Verdict {
        public Waived {
            Objects.requireNonNull(by, "by");
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(until, "until");
        }
    }

    /** One function a case: a new case breaks every caller at compile time. */
    default <T> T match(
            Function<Met, T> met,
            Function<Missed, T> missed,
            Function<Unknown, T> unknown,
            Function<Waived, T> waived) {
        if (this instanceof Met m) {
            return met.apply(m);
        }
        if (this instanceof Missed m) {
            return missed.apply(m);
        }
        if (this instanceof Unknown u) {
            return unknown.apply(u);
        }
        return waived.apply((Waived) this);
    }
}
