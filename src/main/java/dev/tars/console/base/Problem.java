package dev.tars.console.base;

import java.util.Objects;
import java.util.Optional;

/**
 * A failure as a person reads it.
 *
 * @param what what failed, one plain sentence in the present tense
 * @param where file:line, URL or table; empty where the sentence says it
 * @param consequence what it means for the release
 * @param mend what to do about it
 * @param details for the folded part: server text or stack trace; may be empty
 */
public record Problem(String what, String where, String consequence, String mend, String details) {

    public Problem {
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(where, "where");
        Objects.requireNonNull(consequence, "consequence");
        Objects.requireNonNull(mend, "mend");
        Objects.requireNonNull(details, "details");
    }

    /** A problem with nothing to unfold. */
    public static Problem of(String what, String where, String consequence, String mend) {
        return new Problem(what, where, consequence, mend, "");
    }

    /** An exception that carries its own problem; the view model shows it as it is. */
    public interface Carrier {
        Problem problem();
    }

    /** The problem an exception carries, or a plain one made of it. */
    public static Problem from(String what, Throwable cause) {
        if (cause instanceof Carrier carrier) {
            return carrier.problem();
        }
        String detail =
                Optional.ofNullable(cause.getMessage()).orElse(cause.getClass().getSimpleName());
        return new Problem(what, "", "", "", detail);
    }
}
