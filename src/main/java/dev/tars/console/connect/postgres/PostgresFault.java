package dev.tars.console.connect.postgres;

import dev.tars.console.base.Problem;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A question or statement that got no usable answer, by kind, with words for people. */
public final class PostgresFault extends Exception implements Problem.Carrier {
    private static final long serialVersionUID = 1L;

    /** What went wrong, by what a caller may do about it. */
    public enum Kind {
        /** Nobody listens, or the host is not known. */
        UNREACHABLE,
        /** The server is there and takes no sessions now: it starts, ends, or has too many of them. */
        NOT_NOW,
        /** The server does not accept the user or the password, or has no such database. */
        UNAUTHORIZED,
        /** The certificate of one side is not accepted by the other. */
        TLS,
        /** No answer within the time limit; what was asked may still run. */
        TIMED_OUT,
        /** The line broke or the server ended the session; what was sent may have run, or still run. */
        LINE_LOST,
        /** The server answered that it does not do this; see {@link #sqlState()}. */
        REFUSED,
        /** Our own secret cannot be read. */
        SECRET,
        /** Closed from our side. */
        CLOSED
    }

    private final Kind kind;
    private final transient Problem problem;
    private final String sqlState;
    private final String detail;

    PostgresFault(Kind kind, Problem problem, String sqlState, String detail, @Nullable Throwable cause) {
        super(problem.what(), cause);
        this.kind = Objects.requireNonNull(kind, "kind");
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

    /** Five characters of PostgreSQL's appendix A; empty where the server said none. */
    public String sqlState() {
        return sqlState;
    }

    /** What the server said beside its message: the key that is there twice, the processes of a deadlock; may be empty. */
    public String detail() {
        return detail;
    }

    /** Whether the same try to connect may succeed a moment later; a time limit was long enough the first time. */
    boolean isRetryable() {
        return kind == Kind.UNREACHABLE || kind == Kind.NOT_NOW || kind == Kind.LINE_LOST;
    }

    /** Whether the session it came from is of no more use. */
    public boolean endsSession() {
        return kind != Kind.REFUSED;
    }
}
