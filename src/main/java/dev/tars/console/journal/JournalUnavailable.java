package dev.tars.console.journal;

import dev.tars.console.base.Problem;

/** The journal cannot read or cannot promise that an event is kept. What would have followed the event must not happen. */
public final class JournalUnavailable extends Exception implements Problem.Carrier {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;
    private final boolean unreachable;

    public JournalUnavailable(Problem problem) {
        super(problem.what());
        this.problem = problem;
        this.unreachable = false;
    }

    /** @param unreachable its server does not answer, and may do so again by itself */
    public JournalUnavailable(Problem problem, boolean unreachable, Throwable cause) {
        super(problem.what(), cause);
        this.problem = problem;
        this.unreachable = unreachable;
    }

    public JournalUnavailable(Problem problem, Throwable cause) {
        this(problem, false, cause);
    }

    @Override
    public Problem problem() {
        return problem;
    }

    /** Whether its server does not answer, and may do so again by itself. */
    public boolean isUnreachable() {
        return unreachable;
    }
}
