package dev.tars.console.release;

import dev.tars.console.base.Problem;

/** The guard lets an action not run. Nothing has happened. */
public final class Refused extends Exception implements Problem.Carrier {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Why {
        READ_ONLY,
        ROLE,
        OTHER_ENVIRONMENT,
        NO_PLAN,
        TARGET,
        NOT_CONFIRMED,
        WRONG_NAME,
        EXPIRED,
        NO_SECOND_PERSON,
        CHANGED,
        USED,
        NOT_RECORDED
    }

    private final Why why;
    private final transient Problem problem;

    Refused(Why why, Problem problem) {
        super(problem.what());
        this.why = why;
        this.problem = problem;
    }

    public Why why() {
        return why;
    }

    @Override
    public Problem problem() {
        return problem;
    }
}
