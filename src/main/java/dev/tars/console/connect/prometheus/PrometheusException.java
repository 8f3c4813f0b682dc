package dev.tars.console.connect.prometheus;

import dev.tars.console.base.Problem;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A question that got no usable answer, by kind, with words for people. */
public final class PrometheusException extends Exception implements Problem.Carrier {
    private static final long serialVersionUID = 1L;

    /** What went wrong, by what a caller may do about it. */
    public enum Kind {
        /** The server understood and refused the query (400 bad_data, 422 execution); asking again changes nothing. */
        BAD_QUERY,
        /** 503 or the server's own time-out; retried already. */
        OVERLOADED,
        /** 429; see {@link #notBefore()}. */
        RATE_LIMITED,
        /** 401 or 403: stop asking until a person has mended the credentials. */
        UNAUTHORIZED,
        /** Our own secret cannot be read. */
        SECRET_MISSING,
        /** An answer without Prometheus' envelope: another server, a login page, garbage. */
        NOT_PROMETHEUS,
        /** 500 or an internal error in the server's words. */
        SERVER_ERROR,
        /** Refused, reset, no route, unknown host, or a gateway that cannot reach it; retried already. */
        UNREACHABLE,
        /** The certificate of one side is not accepted by the other, or a TLS file cannot be used. */
        TLS_REFUSED,
        /** No whole answer within the endpoint's time limit. */
        TIMED_OUT,
        /** The answer broke off; retried already. */
        CUT_OFF,
        /** It sends us to another origin, where we do not go. */
        REDIRECTED,
        /** The answer is larger than the cap. */
        TOO_LARGE,
        /** Not asked: the circuit is open after repeated failure; see {@link #notBefore()}. */
        CIRCUIT_OPEN,
        /** The client was closed while the question was under way. */
        CANCELLED;

        /** Whether the server itself is well and only this question is not. */
        public boolean isAboutTheQuestion() {
            return this == BAD_QUERY || this == TOO_LARGE;
        }
    }

    private final Kind kind;
    private final transient Problem problem;
    private final transient Optional<Duration> notBefore;

    /**
     * A failure of a kind.
     *
     * @param notBefore how long not to ask again, where the server or the circuit says so
     */
    public PrometheusException(Kind kind, Problem problem, Optional<Duration> notBefore, @Nullable Throwable cause) {
        super(problem.what(), cause);
        this.kind = Objects.requireNonNull(kind, "kind");
        this.problem = problem;
        this.notBefore = notBefore;
    }

    public Kind kind() {
        return kind;
    }

    @Override
    public Problem problem() {
        return problem;
    }

    /** How long not to ask again, counted from when this was thrown. */
    public Optional<Duration> notBefore() {
        return notBefore;
    }
}
