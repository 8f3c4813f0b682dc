package dev.tars.console.connect.prometheus;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * The answer to a range query.
 *
 * @param series one a label set, in the server's order
 * @param warnings what the server could not look at: the answer is partial
 * @param infos remarks on the query, and what this client left out (native histograms)
 * @param took from the question to the parsed answer, all pieces together
 */
public record RangeAnswer(List<RangeSeries> series, List<String> warnings, List<String> infos, Duration took) {
    public RangeAnswer {
        series = List.copyOf(series);
        warnings = List.copyOf(warnings);
        infos = List.copyOf(infos);
        Objects.requireNonNull(took, "took");
    }

    /** Whether the server says that something is missing. */
    public boolean isPartial() {
        return !warnings.isEmpty();
    }
}
