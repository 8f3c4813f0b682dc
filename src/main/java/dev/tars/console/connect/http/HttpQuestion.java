package dev.tars.console.connect.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * One call. It must be safe to repeat.
 *
 * @param method GET carries the parameters in the address, POST as a form
 * @param path below the endpoint's prefix, without a leading slash: {@code api/v1/query}
 * @param params names and values, not yet encoded, in order
 * @param says what is asked, for people
 */
public record HttpQuestion(Method method, String path, Map<String, String> params, String says) {

    /** How the parameters travel. */
    public enum Method {
        GET,
        POST
    }

    public HttpQuestion {
        Objects.requireNonNull(method, "method");
        if (path.startsWith("/")) {
            throw new IllegalArgumentException("the path stands below the endpoint's prefix, without a slash: " + path);
        }
        params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
        Objects.requireNonNull(says, "says");
    }

    /** The same question by another method. */
    public HttpQuestion by(Method other) {
        return new HttpQuestion(other, path, params, says);
    }
}
