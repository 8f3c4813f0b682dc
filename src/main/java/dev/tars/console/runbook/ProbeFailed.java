package dev.tars.console.runbook;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** There is no usable answer: the item is Unknown, and a person reads why. */
public final class ProbeFailed extends Exception {
    private static final long serialVersionUID = 1L;

    private final String why;
    private final String mend;
    private final String askedOf;

    /**
     * A failure.
     *
     * @param why the kind in a word or two: "unreachable", "no program"
     * @param sentence what failed, without a full stop
     * @param mend what to do about it; how to get a tool that is absent
     * @param askedOf who was asked; may be empty
     */
    public ProbeFailed(String why, String sentence, String mend, String askedOf, @Nullable Throwable cause) {
        super(sentence, cause);
        this.why = Objects.requireNonNull(why, "why");
        this.mend = Objects.requireNonNull(mend, "mend");
        this.askedOf = Objects.requireNonNull(askedOf, "askedOf");
    }

    public ProbeFailed(String why, String sentence, String mend) {
        this(why, sentence, mend, "", null);
    }

    public String why() {
        return why;
    }

    public String mend() {
        return mend;
    }

    public String askedOf() {
        return askedOf;
    }

    /** Sentence and mend in one. */
    public String words() {
        return mend.isEmpty() ? String.valueOf(getMessage()) : getMessage() + "; " + mend;
    }
}
