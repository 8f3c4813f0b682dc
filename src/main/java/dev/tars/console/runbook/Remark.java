package dev.tars.console.runbook;

import java.util.Objects;

/**
 * Something in a file that looks like a mistake and is none that stops it: told to people, changes nothing.
 *
 * @param what one sentence without a full stop
 * @param mend what to write instead
 */
public record Remark(Position at, String what, String mend) {
    public Remark {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(mend, "mend");
    }

    @Override
    public String toString() {
        return at + ": " + what + "; " + mend;
    }
}
