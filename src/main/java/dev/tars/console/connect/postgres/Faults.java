package dev.tars.console.connect.postgres;

import dev.tars.console.base.Problem;
import dev.tars.console.connect.http.SecretMissing;
import dev.tars.console.connect.postgres.PostgresFault.Kind;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Makes faults of one endpoint out of the driver's exceptions (SQLSTATE: PostgreSQL 15 manual, appendix A). */
final class Faults {
    private static final String UNKNOWN_NOW = "Nothing newer than the last answer is known.";
    private static final Set<String> UNAUTHORIZED = Set.of("28000", "28P01", "3D000");
    private static final Set<String> NOT_NOW = Set.of("57P03", "53300");
    private static final Set<String> ENDED = Set.of("57P01", "57P02", "57P05", "25P03");

    private final String name;
    private final String address;

    Faults(PostgresEndpoint endpoint) {
        this.name = endpoint.name();
        this.address = endpoint.address();
    }

    /** What a failed try to connect means. */
    PostgresFault connecting(SQLException e) {
        String state = state(e);
        if (UNAUTHORIZED.contains(state)) {
            return fault(
                    Kind.UNAUTHORIZED,
                    "3D000".equals(state)
                            ? name + " has no such database."
                            : name + " does not accept the user or the password.",
                    "Check user, password reference and database in the settings.",
                    e);
        }
        if (NOT_NOW.contains(state)) {
            return fault(
                    Kind.NOT_NOW,
                    "53300".equals(state)
                            ? name + " has no session left for the console."
                            : name + " is starting or ending and takes no sessions.",
                    "Wait until it has started, or free a session.",
                    e);
        }
        if (has(e, SSLException.class)) {
            return tls(e);
        }
        if (has(e, SocketTimeoutException.class)) {
            return timedOut(e);
        }
        if (state.startsWith("08") || state.isEmpty()) {
            String what = "08001".equals(state)
                    ? name + " refuses the connection or its host is not known."
                    : "The connection to " + name + " broke before it was made.";
            return fault(Kind.UNREACHABLE, what, "Check that the server runs and that the port is right.", e);
        }
        return refused(e);
    }

    /** What a failed question or statement means. */
    PostgresFault asking(SQLException e) {
        String state = state(e);
        if (has(e, SocketTimeoutException.class)) {
            return timedOut(e);
        }
        if (ENDED.contains(state)) {
            return fault(
                    Kind.LINE_LOST,
                    name + " ended the session.",
                    "What it was doing is looked up before anything is sent again.",
                    e);
        }
        if (state.startsWith("08") || "57P03".equals(state) || has(e, java.io.IOException.class)) {
            return fault(
                    Kind.LINE_LOST,
                    "The line to " + name + " broke.",
                    "What was sent may still run: it is looked up before anything is sent again.",
                    e);
        }
        return refused(e);
    }

    private PostgresFault refused(SQLException e) {
        String said = said(e);
        return fault(Kind.REFUSED, said, "", e);
    }

    private PostgresFault tls(SQLException e) {
        return fault(
                Kind.TLS,
                "No trusted TLS connection to " + name + " comes about.",
                "Check the certificates of both sides: issuer, host name, dates.",
                e);
    }

    private PostgresFault timedOut(SQLException e) {
        return fault(
                Kind.TIMED_OUT,
                name + " did not answer in time.",
                "Look at the server's load and at what stands between.",
                e);
    }

    PostgresFault secret(SecretMissing e) {
        return new PostgresFault(Kind.SECRET, e.problem(), "", "", e);
    }

    PostgresFault closed() {
        return new PostgresFault(
                Kind.CLOSED,
                Problem.of("The session with " + name + " was closed.", address, UNKNOWN_NOW, ""),
                "",
                "",
                null);
    }

    private PostgresFault fault(Kind kind, String what, String mend, SQLException e) {
        ServerErrorMessage server = server(e);
        String detail = server == null || server.getDetail() == null ? "" : server.getDetail();
        String details = (state(e) + " " + e.getMessage()).strip();
        return new PostgresFault(kind, new Problem(what, address, UNKNOWN_NOW, mend, details), state(e), detail, e);
    }

    private static String said(SQLException e) {
        ServerErrorMessage server = server(e);
        String message = server == null ? e.getMessage() : server.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }

    private static @Nullable ServerErrorMessage server(SQLException e) {
        return e instanceof PSQLException said ? said.getServerErrorMessage() : null;
    }

    private static String state(SQLException e) {
        String state = e.getSQLState();
        return state == null ? "" : state;
    }

    private static boolean has(Throwable e, Class<? extends Throwable> type) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
