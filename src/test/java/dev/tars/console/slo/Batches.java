package dev.tars.console.slo;

import dev.tars.console.base.Problem;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the answers of a poll down, for tests. */
public final class Batches {

    private final Map<String, SloSource.Answer> answers = new LinkedHashMap<>();
    private List<String> warnings = List.of();
    private Optional<Duration> skew = Optional.empty();

    private Batches() {}

    public static Batches answers() {
        return new Batches();
    }

    /** All three windows of an indicator, without labels. */
    public static Batches of(String name, double oneMinute, double fiveMinutes, double oneHour) {
        return answers()
                .value(name + ":1m", oneMinute)
                .value(name + ":5m", fiveMinutes)
                .value(name + ":1h", oneHour);
    }

    /** One value for all three windows of a region. */
    public Batches region(String name, String region, double value) {
        return region(name, region, value, value, value);
    }

    public Batches region(String name, String region, double oneMinute, double fiveMinutes, double oneHour) {
        Map<String, String> labels = Map.of("region", region);
        return sample(name + ":1m", labels, oneMinute)
                .sample(name + ":5m", labels, fiveMinutes)
                .sample(name + ":1h", labels, oneHour);
    }

    public Batches value(String expression, double value) {
        return sample(expression, Map.of(), value);
    }

    public Batches sample(String expression, Map<String, String> labels, double value) {
        List<SloSource.Sample> samples = new java.util.ArrayList<>();
        if (answers.get(expression) instanceof SloSource.Answer.Samples before) {
            samples.addAll(before.samples());
        }
        samples.add(new SloSource.Sample(labels, value));
        return put(expression, samples, List.of());
    }

    public Batches nothing(String... expressions) {
        for (String expression : expressions) {
            put(expression, List.of(), List.of());
        }
        return this;
    }

    public Batches partial(String expression, String warning) {
        List<SloSource.Sample> samples =
                answers.get(expression) instanceof SloSource.Answer.Samples before ? before.samples() : List.of();
        return put(expression, samples, List.of(warning));
    }

    public Batches refused(String expression, String text) {
        answers.put(
                expression,
                new SloSource.Answer.Refused(new Problem("The server refuses the query", "", "", "", text)));
        return this;
    }

    public Batches missing(String expression) {
        answers.remove(expression);
        return this;
    }

    public Batches warning(String warning) {
        warnings = List.of(warning);
        return this;
    }

    public Batches skew(Duration by) {
        skew = Optional.of(by);
        return this;
    }

    private Batches put(String expression, List<SloSource.Sample> samples, List<String> warned) {
        answers.put(
                expression,
                new SloSource.Answer.Samples(samples, warned, "raw of " + expression, Duration.ofMillis(2)));
        return this;
    }

    public SloSource.Batch batch() {
        return new SloSource.Batch(answers, warnings, Duration.ofMillis(38), skew);
    }
}
