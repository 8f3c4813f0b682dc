package dev.tars.console.connect.postgres;

import dev.tars.console.connect.http.Secret;
import dev.tars.console.connect.http.Tls;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Where a database is, and as whom it is asked.
 *
 * @param name what a person calls it: "PostgreSQL"
 * @param url {@code jdbc:postgresql://HOST:PORT/DATABASE}, with parameters that say nothing of time limits or passwords
 * @param application how its sessions are named in {@code pg_stat_activity}
 * @param connectTimeout for one try to connect, 1 s or more
 * @param answerTimeout for one short question, 1 s or more
 */
public record PostgresEndpoint(
        String name,
        String url,
        String application,
        Optional<String> user,
        Optional<Secret> password,
        Optional<Tls> tls,
        Duration connectTimeout,
        Duration answerTimeout) {

    private static final String SCHEME = "jdbc:postgresql:";
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(5);

    /** The driver prefers a URL's parameter to a property, so none of what is set here may stay in it. */
    private static final Set<String> OURS = Set.of(
            "user",
            "password",
            "ApplicationName",
            "connectTimeout",
            "socketTimeout",
            "loginTimeout",
            "cancelSignalTimeout",
            "tcpKeepAlive",
            "prepareThreshold",
            "autosave",
            "defaultRowFetchSize",
            "readOnly",
            "options");

    public PostgresEndpoint {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(application, "application");
        if (!url.startsWith(SCHEME)) {
            throw new IllegalArgumentException("a PostgreSQL address is jdbc:postgresql://HOST:PORT/DATABASE");
        }
        for (String parameter : parameters(url)) {
            if (OURS.contains(name(parameter))) {
                throw new IllegalArgumentException(
                        "the parameter " + name(parameter) + " of a PostgreSQL address is set elsewhere");
            }
        }
        atLeastOneSecond("connectTimeout", connectTimeout);
        atLeastOneSecond("answerTimeout", answerTimeout);
    }

    /**
     * Reads a URL as other programs take it: user and password are taken out of it, time limits are dropped.
     *
     * @param application how its sessions are named
     */
    public static PostgresEndpoint of(String name, String url, String application) {
        Optional<String> user = Optional.empty();
        Optional<Secret> password = Optional.empty();
        List<String> kept = new ArrayList<>();
        for (String parameter : parameters(url)) {
            switch (name(parameter)) {
                case "user" -> user = Optional.of(value(parameter));
                case "password" -> password = Optional.of(Secret.written("password in the URL", value(parameter)));
                default -> {
                    if (!OURS.contains(name(parameter))) {
                        kept.add(parameter);
                    }
                }
            }
        }
        String bare = place(url) + (kept.isEmpty() ? "" : "?" + String.join("&", kept));
        return new PostgresEndpoint(name, bare, application, user, password, Optional.empty(), CONNECT, ANSWER);
    }

    /** The same database with the password that a reference leads to. */
    public PostgresEndpoint with(String asUser, Secret secret) {
        return new PostgresEndpoint(
                name, url, application, Optional.of(asUser), Optional.of(secret), tls, connectTimeout, answerTimeout);
    }

    /** The same database over TLS, the server's name checked. */
    public PostgresEndpoint with(Tls secured) {
        return new PostgresEndpoint(
                name, url, application, user, password, Optional.of(secured), connectTimeout, answerTimeout);
    }

    /** Other limits for a try to connect and for a short question. */
    public PostgresEndpoint within(Duration connect, Duration answer) {
        return new PostgresEndpoint(name, url, application, user, password, tls, connect, answer);
    }

    /** Where it is, for people: without parameters. */
    public String address() {
        return place(url).substring("jdbc:".length());
    }

    @Override
    public String toString() {
        return name + " at " + address();
    }

    private static String place(String url) {
        int question = url.indexOf('?');
        return question < 0 ? url : url.substring(0, question);
    }

    private static List<String> parameters(String url) {
        int question = url.indexOf('?');
        return question < 0
                ? List.of()
                : List.of(url.substring(question + 1).split("&", -1)).stream()
                        .filter(parameter -> !parameter.isEmpty())
                        .toList();
    }

    private static String name(String parameter) {
        int equals = parameter.indexOf('=');
        return equals < 0 ? parameter : parameter.substring(0, equals);
    }

    private static String value(String parameter) {
        int equals = parameter.indexOf('=');
        return equals < 0 ? "" : URLDecoder.decode(parameter.substring(equals + 1), StandardCharsets.UTF_8);
    }

    private static void atLeastOneSecond(String name, Duration limit) {
        if (limit.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException(name + " must be 1 s or more, was " + limit);
        }
    }
}
