package dev.tars.console.connect.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * One server and how to speak to it.
 *
 * <p>A path of the base address is a prefix of every call, with or without a slash at its end; its query parameters
 * go with every call. User and password inside the address become Basic auth, unless {@code auth} names another, and
 * are gone from {@link #base}: no text made of an endpoint shows them.
 *
 * @param base http or https address
 * @param auth who we are
 * @param headers sent with every call; values are never shown
 * @param tls trust and client certificate, where they differ from the Java defaults
 * @param timeout time for one whole call with its retries, above zero, at most one hour
 */
public record HttpEndpoint(URI base, Auth auth, Map<String, String> headers, Optional<Tls> tls, Duration timeout) {

    /** What a call may take where nobody said otherwise. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);

    public HttpEndpoint {
        Objects.requireNonNull(auth, "auth");
        Objects.requireNonNull(tls, "tls");
        if (timeout.isNegative() || timeout.isZero() || timeout.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("timeout must be above 0 and at most 1 h, was " + timeout);
        }
        HttpUrl url = parse(base);
        if (!url.encodedUsername().isEmpty() || !url.encodedPassword().isEmpty()) {
            if (auth instanceof Auth.None) {
                auth = new Auth.Basic(url.username(), Secret.written("the password in the address", url.password()));
            }
            base = uri(url.newBuilder().username("").password("").build());
        }
        headers = checked(headers);
    }

    /** An endpoint without credentials, headers or TLS settings. */
    public static HttpEndpoint of(URI base) {
        return new HttpEndpoint(base, Auth.none(), Map.of(), Optional.empty(), DEFAULT_TIMEOUT);
    }

    /** The address for people: scheme, host, port and path; neither credentials nor query values. */
    public String address() {
        HttpUrl url = parse(base);
        String text = url.newBuilder().query(null).fragment(null).build().toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    /** The address of one call: the prefix, then {@code path} ("api/v1/query"), with the base's parameters kept. */
    HttpUrl url(String path) {
        return parse(base).newBuilder().addPathSegments(path).build();
    }

    private static HttpUrl parse(URI base) {
        HttpUrl url = HttpUrl.parse(base.toString());
        if (url == null) {
            // The text may hold a password, so it is not quoted.
            throw new IllegalArgumentException("an address is http://HOST[:PORT][/PATH] or the same with https");
        }
        return url;
    }

    private static URI uri(HttpUrl url) {
        try {
            return new URI(url.toString());
        } catch (URISyntaxException e) {
            return url.uri();
        }
    }

    private static Map<String, String> checked(Map<String, String> headers) {
        for (Map.Entry<String, String> header : headers.entrySet()) {
            String name = header.getKey();
            boolean nameOk = !name.isEmpty() && name.chars().allMatch(c -> c > 0x20 && c < 0x7f && c != ':');
            if (!nameOk) {
                throw new IllegalArgumentException("\"" + name + "\" is not a header name");
            }
            if (!isHeaderValue(header.getValue())) {
                throw new IllegalArgumentException(
                        "the value of header " + name + " has a character that no header can carry");
            }
        }
        return Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    static boolean isHeaderValue(String value) {
        return value.chars().allMatch(c -> c == '\t' || (c >= 0x20 && c < 0x7f));
    }

    @Override
    public String toString() {
        return "HttpEndpoint[" + address() + ", " + auth + ", headers " + headers.keySet() + ", " + tls + ", " + timeout
                + "]";
    }
}
