package dev.tars.console.journal;

import dev.tars.console.base.Problem;

/** The journal cannot read or cannot promise that an event is kept. What would have followed the event must not happen. */
public final class JournalUnavailable extends Exception implements Problem.Carrier {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    public JournalUnavailable(Problem problem) {
        super(problem.what());
        this.problem = problem;
    }

    public JournalUnavailable(Problem problem, Throwable cause) {
        super(problem.what(), cause);
        this.problem = problem;
    }

    @Override
    public Problem problem() {
        return problem;
    }
}
