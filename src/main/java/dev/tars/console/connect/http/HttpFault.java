package dev.tars.console.connect.http;

import dev.tars.console.base.Problem;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A call that got no usable answer. */
public final class HttpFault extends Exception implements Problem.Carrier {
    private static final long serialVersionUID = 1L;

    /** What happened. */
    public enum Kind {
        /** Refused, reset before an answer, no route, unknown host. */
        UNREACHABLE,
        /** No whole answer within the time limit. */
        TIMED_OUT,
        /** The answer began and broke off, or arrived damaged. */
        CUT_OFF,
        /** One side does not accept the other's certificate, or a TLS file cannot be used. */
        TLS,
        /** An answer with a status other than 2xx; see {@link #status()} and {@link #body()}. */
        STATUS,
        /** A redirect to another origin, or too many of them. */
        REDIRECTED,
        /** An answer that its reader does not understand. */
        UNREADABLE,
        /** Larger than the cap. */
        TOO_LARGE,
        /** Not asked: the server wants to be left alone for a while. */
        NOT_YET,
        /** Not asked: the circuit is open. */
        CIRCUIT_OPEN,
        /** Not asked: our own secret cannot be read or sent. */
        SECRET,
        /** The connection was closed from our side. */
        CLOSED
    }

    private final Kind kind;
    private final transient Problem problem;
    private final int status;
    private final String body;
    private final transient Optional<Duration> notBefore;

    HttpFault(
            Kind kind,
            Problem problem,
            int status,
            String body,
            Optional<Duration> notBefore,
            @Nullable Throwable cause) {
        super(problem.what(), cause);
        this.kind = Objects.requireNonNull(kind, "kind");
        this.problem = problem;
        this.status = status;
        this.body = body;
        this.notBefore = notBefore;
    }

    public Kind kind() {
        return kind;
    }

    @Override
    public Problem problem() {
        return problem;
    }

    /** The HTTP status; 0 where there was no answer. */
    public int status() {
        return status;
    }

    /** The beginning of the body that came with it; may be empty. */
    public String body() {
        return body;
    }

    /** How long not to ask again, from when this was thrown, where the server or the circuit says so. */
    public Optional<Duration> notBefore() {
        return notBefore;
    }

    /** Whether the same call may succeed a moment later. */
    boolean isRetryable() {
        return switch (kind) {
            case UNREACHABLE, TIMED_OUT, CUT_OFF -> true;
            case STATUS -> status == 429 || status == 502 || status == 503 || status == 504;
            case TLS, REDIRECTED, UNREADABLE, TOO_LARGE, NOT_YET, CIRCUIT_OPEN, SECRET, CLOSED -> false;
        };
    }

    /** Whether it speaks against the server, rather than against this one call. */
    boolean countsAgainstServer() {
        return switch (kind) {
            case UNREACHABLE, TIMED_OUT, CUT_OFF, TLS, UNREADABLE -> true;
            case STATUS -> status >= 500;
            case REDIRECTED, TOO_LARGE, NOT_YET, CIRCUIT_OPEN, SECRET, CLOSED -> false;
        };
    }
}
