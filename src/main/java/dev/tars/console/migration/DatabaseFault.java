package dev.tars.console.migration;

import dev.tars.console.base.Problem;

/** The database did not do, or did not answer, what it was asked. */
public final class DatabaseFault extends Exception implements Problem.Carrier {
    private static final long serialVersionUID = 1L;

    /** What is known of the thing asked for. */
    public enum Kind {
        /** No session comes about: nothing was sent. */
        UNREACHABLE,
        /** The server answered that it does not do it, or no longer. */
        REFUSED,
        /** The line broke, or no answer came in time: it may have happened, or still happen. */
        LOST
    }

    private final Kind kind;
    private final transient Problem problem;
    private final String sqlState;
    private final String detail;

    /**
     * A fault of a kind.
     *
     * @param sqlState five characters (PostgreSQL manual, appendix A); empty where the server said none
     * @param detail what the server said beside its message; may be empty
     */
    public DatabaseFault(Kind kind, Problem problem, String sqlState, String detail, Throwable cause) {
        super(problem.what(), cause);
        this.kind = kind;
        this.problem = problem;
        this.sqlState = sqlState;
        this.detail = detail;
    }

    public Kind kind() {
        return kind;
    }

    @Override
    public Problem problem() {
        return problem;
    }

    public String sqlState() {
        return sqlState;
    }

    public String detail() {
        return detail;
    }
}
