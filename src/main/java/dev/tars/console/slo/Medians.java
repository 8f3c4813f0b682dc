package dev.tars.console.slo;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The median of each series of an objective whose indicator is a quantile of a histogram: beside the quantile that is
 * judged it tells whether all are slow or a few. It is asked of the same histogram, at the same time and over the same
 * window as what was judged, by the judged expression with another quantile in it.
 *
 * @param at of what time, by our clock
 * @param bySeries median of each label set, in the indicator's base unit; NaN is no traffic
 */
public record Medians(Instant at, Map<Map<String, String>, Double> bySeries) {

    private static final Pattern QUANTILE = Pattern.compile("\\A\\s*histogram_quantile\\(\\s*0?\\.(\\d+)\\s*,");

    public Medians {
        bySeries = Map.copyOf(bySeries);
    }

    /** Name of the quantile that is judged, "p95"; empty where the indicator is none. */
    public static Optional<String> judgedQuantile(Slo slo) {
        Matcher found = QUANTILE.matcher(expression(slo));
        if (!found.find()) {
            return Optional.empty();
        }
        String digits = found.group(1).length() == 1 ? found.group(1) + "0" : found.group(1);
        String parts = digits.length() > 2 ? "." + digits.substring(2) : "";
        return Optional.of("p" + digits.substring(0, 2) + parts);
    }

    /** What stands behind the record, where there is one. */
    private static String expression(Slo slo) {
        return slo.raw().getOrDefault(slo.judgedOn(), slo.judgingQuery());
    }

    /** The question for the median; empty where the indicator is no quantile. */
    static Optional<String> question(Slo slo) {
        Matcher found = QUANTILE.matcher(expression(slo));
        return found.find() ? Optional.of(found.replaceFirst("histogram_quantile(0.5,")) : Optional.empty();
    }

    /**
     * Asks the server; blocks.
     *
     * @param at of what time, by our clock
     * @param serverAt the same by the server's
     * @return without a series where the server refuses, or has none
     */
    static Medians ask(SloSource source, Slo slo, Instant at, Instant serverAt)
            throws SloSource.SourceFailed, InterruptedException {
        Map<Map<String, String>, Double> medians = new HashMap<>();
        Optional<String> question = question(slo);
        if (question.isPresent()) {
            SloSource.Batch batch = source.ask(List.of(question.get()), serverAt);
            for (SloSource.Sample sample :
                    new Answers(batch).samples(question.get()).orElse(List.of())) {
                medians.put(Labels.withoutName(sample.labels()), sample.value());
            }
        }
        return new Medians(at, medians);
    }
}
