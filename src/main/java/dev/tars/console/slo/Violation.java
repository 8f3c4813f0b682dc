package dev.tars.console.slo;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One time an objective was violated, as this console saw it.
 *
 * @param peak the worst value seen, and the labels it was seen at
 * @param end empty while it is open
 */
public record Violation(
        Slo slo, Instant start, Optional<Instant> end, double peak, Map<String, String> peakLabels, Severity severity) {
    public Violation {
        peakLabels = Map.copyOf(peakLabels);
    }
}
