package dev.tars.console.connect.http;

import dev.tars.console.base.Figures;
import dev.tars.console.base.Problem;
import dev.tars.console.connect.http.HttpFault.Kind;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** Makes faults of one endpoint, with words for people. No text holds a secret: addresses come without credentials. */
final class Faults {
    private static final String UNKNOWN_NOW = "Nothing newer than the last answer is known.";
    private static final String ASK_ADMIN = "Look at the server and at what stands between.";

    private final String name;
    private final String address;
    private final Duration timeout;

    Faults(String name, HttpEndpoint endpoint) {
        this.name = name;
        this.address = endpoint.address();
        this.timeout = endpoint.timeout();
    }

    /**
     * What an exception of OkHttp means.
     *
     * @param answering whether the answer had begun
     */
    HttpFault of(IOException e, boolean answering) {
        if (e instanceof CappedBody.Passed) {
            return tooLarge(e);
        }
        if (e instanceof InterruptedIOException) {
            return timedOut(e);
        }
        if (e instanceof SSLException refused && !isCutOff(e)) {
            return tls(refused);
        }
        if (answering) {
            return fault(
                    Kind.CUT_OFF, "The answer of " + name + " broke off or arrived damaged.", ASK_ADMIN, detail(e), e);
        }
        if (e instanceof ProtocolException) {
            return fault(
                    Kind.UNREADABLE,
                    "What answers here does not speak HTTP.",
                    "Check host and port in the settings.",
                    detail(e),
                    e);
        }
        return unreachable(e);
    }

    private static boolean isCutOff(IOException e) {
        return e.getCause() instanceof SocketException || e.getCause() instanceof EOFException;
    }

    private HttpFault unreachable(IOException e) {
        if (e instanceof UnknownHostException) {
            return fault(
                    Kind.UNREACHABLE,
                    "The host of " + name + " is not known.",
                    "Check the address in the settings and the name service.",
                    detail(e),
                    e);
        }
        if (e instanceof ConnectException) {
            return fault(
                    Kind.UNREACHABLE,
                    name + " refuses the connection.",
                    "Check that the server runs and that the port is right.",
                    detail(e),
                    e);
        }
        String what = e instanceof NoRouteToHostException
                ? "There is no way to " + name + "."
                : "The connection to " + name + " broke before it answered.";
        return fault(Kind.UNREACHABLE, what, ASK_ADMIN, detail(e), e);
    }

    HttpFault timedOut(@Nullable Throwable cause) {
        return fault(
                Kind.TIMED_OUT,
                name + " did not answer within " + Figures.duration(timeout) + ".",
                "Look at the server's load; raise the time limit in the settings if it is always this slow.",
                "",
                cause);
    }

    private HttpFault tls(SSLException e) {
        String what = e instanceof SSLPeerUnverifiedException
                ? "The certificate of " + name + " is for another host."
                : "No trusted TLS connection to " + name + " comes about.";
        return fault(Kind.TLS, what, "Check the certificates of both sides: issuer, host name, dates.", detail(e), e);
    }

    HttpFault tls(TlsUnusable e) {
        Problem problem = new Problem(
                "The file " + e.file() + " cannot be used: " + e.getMessage() + ".",
                e.file().toString(),
                name + " is not asked.",
                e.mend(),
                "");
        return new HttpFault(Kind.TLS, problem, 0, "", Optional.empty(), e);
    }

    HttpFault redirected(int status, String target) {
        return new HttpFault(
                Kind.REDIRECTED,
                new Problem(
                        name + " sends us to another place, where we do not go: " + target + ".",
                        address,
                        UNKNOWN_NOW,
                        "Put the final address into the settings. Credentials are never sent to another origin.",
                        ""),
                status,
                "",
                Optional.empty(),
                null);
    }

    HttpFault tooLarge(@Nullable Throwable cause) {
        return fault(
                Kind.TOO_LARGE,
                "The answer of " + name + " is larger than this client takes.",
                "Ask for less: a narrower selector, a larger step, a shorter range.",
                cause == null ? "" : String.valueOf(cause.getMessage()),
                cause);
    }

    HttpFault status(int status, String body, Optional<Duration> notBefore) {
        Problem problem =
                new Problem(name + " answers with HTTP status " + status + ".", address, UNKNOWN_NOW, ASK_ADMIN, body);
        return new HttpFault(Kind.STATUS, problem, status, body, notBefore, null);
    }

    HttpFault unreadable(String what, String body, @Nullable Throwable cause) {
        Problem problem = new Problem(
                what, address, UNKNOWN_NOW, "Check that the address in the settings is the one of " + name + ".", body);
        return new HttpFault(Kind.UNREADABLE, problem, 0, body, Optional.empty(), cause);
    }

    HttpFault notYet(Duration wait) {
        return waiting(
                Kind.NOT_YET,
                name + " wants to be left alone for another " + Figures.duration(wait) + ".",
                "Ask less often; it is asked again after that time.",
                wait);
    }

    HttpFault circuitOpen(Duration wait) {
        return waiting(
                Kind.CIRCUIT_OPEN,
                name + " failed repeatedly and is not asked for another " + Figures.duration(wait) + ".",
                "Look at the failure before this one; it is tried again after that time.",
                wait);
    }

    private HttpFault waiting(Kind kind, String what, String mend, Duration wait) {
        return new HttpFault(kind, Problem.of(what, address, UNKNOWN_NOW, mend), 0, "", Optional.of(wait), null);
    }

    HttpFault secret(SecretMissing e) {
        return new HttpFault(Kind.SECRET, e.problem(), 0, "", Optional.empty(), e);
    }

    HttpFault closed() {
        return fault(Kind.CLOSED, "The connection to " + name + " was closed.", "", "", null);
    }

    private HttpFault fault(Kind kind, String what, String mend, String details, @Nullable Throwable cause) {
        return new HttpFault(
                kind, new Problem(what, address, UNKNOWN_NOW, mend, details), 0, "", Optional.empty(), cause);
    }

    private static String detail(IOException e) {
        String message = e.getMessage();
        return e.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    }
}
