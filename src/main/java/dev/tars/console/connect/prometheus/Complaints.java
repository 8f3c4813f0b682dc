package dev.tars.console.connect.prometheus;

import dev.tars.console.base.Figures;
import dev.tars.console.base.Problem;
import dev.tars.console.connect.http.HttpFault;
import dev.tars.console.connect.prometheus.PrometheusException.Kind;
import java.time.Duration;
import java.util.Optional;

/** Makes a {@link PrometheusException} of a fault: what kind it is for the caller, and the server's words for people. */
final class Complaints {
    private static final int SHOWN = 300;
    private static final int FOLDED = 2048;
    private static final String NO_VALUE = "This query has no value.";

    private final String address;

    Complaints(String address) {
        this.address = address;
    }

    PrometheusException of(HttpFault fault) {
        Kind kind = switch (fault.kind()) {
            case UNREACHABLE -> Kind.UNREACHABLE;
            case TIMED_OUT -> Kind.TIMED_OUT;
            case CUT_OFF -> Kind.CUT_OFF;
            case TLS -> Kind.TLS_REFUSED;
            case REDIRECTED -> Kind.REDIRECTED;
            case UNREADABLE -> Kind.NOT_PROMETHEUS;
            case TOO_LARGE -> Kind.TOO_LARGE;
            case NOT_YET -> Kind.RATE_LIMITED;
            case CIRCUIT_OPEN -> Kind.CIRCUIT_OPEN;
            case SECRET -> Kind.SECRET_MISSING;
            case CLOSED -> Kind.CANCELLED;
            case STATUS -> {
                Optional<Envelope<Object>> envelope = Envelope.error(fault.body());
                yield envelope.isPresent() ? kind(fault.status(), envelope.get()) : kind(fault.status());
            }
        };
        Problem problem = switch (fault.kind()) {
            case STATUS -> {
                Optional<Envelope<Object>> envelope = Envelope.error(fault.body());
                String said = envelope.isPresent() ? envelope.get().error() : fault.body();
                yield problem(kind, fault.status(), said, fault.notBefore());
            }
            case UNREADABLE -> unreadable(fault);
            default -> fault.problem();
        };
        return new PrometheusException(kind, problem, fault.notBefore(), fault);
    }

    /** An error inside an answer with a good status. */
    PrometheusException of(Envelope<?> envelope) {
        Kind kind = kind(200, envelope);
        return new PrometheusException(
                kind, problem(kind, 200, envelope.error(), Optional.empty()), Optional.empty(), null);
    }

    /** A query that we do not send. */
    PrometheusException refused(Kind kind, String what, String mend) {
        return new PrometheusException(kind, Problem.of(what, address, NO_VALUE, mend), Optional.empty(), null);
    }

    private static Kind kind(int status, Envelope<?> envelope) {
        if (status == 401 || status == 403 || status == 429) {
            return kind(status);
        }
        return switch (envelope.errorType()) {
            case "bad_data", "execution", "not_acceptable", "not_found" -> Kind.BAD_QUERY;
            case "timeout", "canceled", "unavailable" -> Kind.OVERLOADED;
            case "internal" -> Kind.SERVER_ERROR;
            // Servers with the same API have their own words.
            default ->
                status == 400 || status == 422 ? Kind.BAD_QUERY : status < 500 ? Kind.SERVER_ERROR : kind(status);
        };
    }

    private static Kind kind(int status) {
        return switch (status) {
            case 401, 403 -> Kind.UNAUTHORIZED;
            case 429 -> Kind.RATE_LIMITED;
            case 502, 504 -> Kind.UNREACHABLE;
            case 503 -> Kind.OVERLOADED;
            default -> status >= 500 ? Kind.SERVER_ERROR : Kind.NOT_PROMETHEUS;
        };
    }

    private Problem problem(Kind kind, int status, String said, Optional<Duration> notBefore) {
        String quoted = said.isBlank() ? "" : ": " + shown(said);
        String unknown = "Nothing newer than the last answer is known.";
        return switch (kind) {
            case BAD_QUERY ->
                folded(
                        "Prometheus refuses the query" + quoted,
                        NO_VALUE,
                        "Correct the expression; asking again changes nothing.",
                        said);
            case OVERLOADED ->
                folded(
                        "Prometheus is overloaded" + quoted,
                        unknown,
                        "It is asked again; make the query cheaper if this stays.",
                        said);
            case RATE_LIMITED ->
                folded(
                        "Prometheus is asked too often"
                                + notBefore
                                        .map(wait -> "; not before " + Figures.duration(wait) + " have passed")
                                        .orElse(""),
                        unknown,
                        "It is asked again after that time; a longer interval may be needed.",
                        said);
            case UNAUTHORIZED ->
                folded(
                        "Prometheus answers: credentials rejected (HTTP " + status + ")",
                        "It is not asked again until this is mended.",
                        "Check user, password or token of this address in the settings.",
                        said);
            case UNREACHABLE ->
                folded(
                        "The gateway before Prometheus does not reach it (HTTP " + status + ")" + quoted,
                        unknown,
                        "Look at the gateway and at the server behind it.",
                        said);
            case NOT_PROMETHEUS ->
                folded(
                        "What answers here is not the API of Prometheus (HTTP " + status + ")" + quoted,
                        unknown,
                        "Check the address in the settings, its path above all.",
                        said);
            default ->
                folded(
                        "Prometheus has an error of its own (HTTP " + status + ")" + quoted,
                        unknown,
                        "Look at the log of the server.",
                        said);
        };
    }

    private Problem unreadable(HttpFault fault) {
        Problem problem = fault.problem();
        String head = shown(fault.body());
        String what = head.isEmpty() ? problem.what() : problem.what() + " It begins: " + head;
        return new Problem(what, address, problem.consequence(), problem.mend(), cut(problem.details(), FOLDED));
    }

    private Problem folded(String what, String consequence, String mend, String details) {
        String sentence = what.endsWith(".") ? what : what + ".";
        return new Problem(sentence, address, consequence, mend, cut(details, FOLDED));
    }

    /** One line without control characters, cut. */
    private static String shown(String text) {
        return cut(text.replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip(), SHOWN);
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most) + " …";
    }
}
