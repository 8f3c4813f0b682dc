package dev.tars.console.connect.prometheus;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * One series at one time.
 *
 * @param labels its labels, {@code __name__} included where the server sends it; not to be changed
 * @param millis the evaluation time in unix milliseconds (not when the sample was scraped)
 * @param value the value; NaN and infinities are values
 */
public record InstantSample(Map<String, String> labels, long millis, double value) {
    public InstantSample {
        Objects.requireNonNull(labels, "labels");
    }

    public Instant at() {
        return Instant.ofEpochMilli(millis);
    }
}
