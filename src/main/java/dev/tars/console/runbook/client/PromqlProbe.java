package dev.tars.console.runbook.client;

import dev.tars.console.base.Unit;
import dev.tars.console.base.Verdict;
import dev.tars.console.base.Verdict.Met;
import dev.tars.console.base.Verdict.Missed;
import dev.tars.console.base.Verdict.Unknown;
import dev.tars.console.connect.prometheus.InstantAnswer;
import dev.tars.console.connect.prometheus.InstantSample;
import dev.tars.console.connect.prometheus.PrometheusClient;
import dev.tars.console.connect.prometheus.PrometheusException;
import dev.tars.console.connect.prometheus.RangeAnswer;
import dev.tars.console.connect.prometheus.RangeSeries;
import dev.tars.console.document.DocumentException;
import dev.tars.console.runbook.Answer;
import dev.tars.console.runbook.Block;
import dev.tars.console.runbook.Compare;
import dev.tars.console.runbook.Expectation;
import dev.tars.console.runbook.NoneGiven;
import dev.tars.console.runbook.Probe;
import dev.tars.console.runbook.ProbeContext;
import dev.tars.console.runbook.ProbeFailed;
import dev.tars.console.runbook.Units;
import dev.tars.console.runbook.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * {@code promql}: a query. Its answer is in Prometheus' base units (seconds, bytes, shares of 1), unless {@code unit=} says
 * otherwise. With {@code for=} it is judged at every step of that time, by the server's clock; a step or a series that
 * has no sample leaves it Unknown.
 */
public final class PromqlProbe implements Probe {
    private static final Duration SHORTEST_STEP = Duration.ofSeconds(15);
    private static final long MOST_STEPS = 1000;

    private final PrometheusClient client;

    public PromqlProbe(PrometheusClient client) {
        this.client = client;
    }

    @Override
    public String kind() {
        return "promql";
    }

    @Override
    public void check(Block block) throws DocumentException {
        Taking.refuseForeign(block, false, false);
        block.attributes().allowOnly("expect", "for", "timeout", "unit");
        PromqlCheck.check(block);
    }

    @Override
    public Answer ask(Block block, ProbeContext context) throws ProbeFailed, InterruptedException {
        String query = context.fill(block.question());
        Optional<String> given = block.expectation().orElseThrow() instanceof NoneGiven none
                ? Optional.of(context.fill(none.given()))
                : Optional.empty();
        try {
            return block.lasting().isPresent()
                    ? over(block, block.lasting().get(), query, given)
                    : now(block, query, given);
        } catch (PrometheusException e) {
            throw new ProbeFailed(
                    e.kind().isAboutTheQuestion() ? "refused" : "unreachable",
                    e.problem().what(),
                    e.problem().mend(),
                    address(),
                    e);
        }
    }

    private String address() {
        return client.report().name() + " at " + client.report().address();
    }

    private Answer now(Block block, String query, Optional<String> given)
            throws PrometheusException, InterruptedException, ProbeFailed {
        InstantAnswer answer = client.query(query, Optional.empty());
        if (answer.result() instanceof InstantAnswer.Result.Text
                || answer.result() instanceof InstantAnswer.Result.Matrix) {
            throw new ProbeFailed("refused", "the query gives no numbers at one time", "write one that does");
        }
        Answer said = Answer.of(query, address(), answer.raw(), values(block, answer.samples()))
                .warnings(answer.warnings());
        if (given.isEmpty()) {
            return said;
        }
        InstantAnswer proof = client.query(given.get(), Optional.empty());
        List<String> warnings = new ArrayList<>(answer.warnings());
        warnings.addAll(proof.warnings());
        return said.given(values(block, proof.samples())).warnings(warnings);
    }

    private static List<Value> values(Block block, List<InstantSample> samples) {
        return samples.stream()
                .map(sample -> value(block, sample.labels(), sample.value()))
                .toList();
    }

    private static Value value(Block block, Map<String, String> labels, double number) {
        Optional<Units.Scale> written = block.attributes().find("unit").flatMap(Units::of);
        if (written.isPresent()) {
            return written.get().value(name(labels), number);
        }
        Unit unit = block.expectation().orElseThrow() instanceof Compare compare ? compare.unit() : Unit.COUNT;
        return Value.of(name(labels), number, unit);
    }

    private static String name(Map<String, String> labels) {
        String named = labels.entrySet().stream()
                .filter(label -> !label.getKey().equals("__name__"))
                .sorted(Map.Entry.comparingByKey())
                .map(label -> label.getKey() + "=" + label.getValue())
                .collect(Collectors.joining(" "));
        return named.isEmpty() ? labels.getOrDefault("__name__", "") : named;
    }

    private Answer over(Block block, Duration lasting, String query, Optional<String> given)
            throws PrometheusException, InterruptedException, ProbeFailed {
        Instant end = serverNow();
        Duration shared = Duration.ofMillis((lasting.toMillis() + MOST_STEPS - 1) / MOST_STEPS);
        Duration step = shared.compareTo(SHORTEST_STEP) > 0 ? shared : SHORTEST_STEP;
        int steps = (int) (lasting.toMillis() / step.toMillis()) + 1;
        Instant start = end.minus(step.multipliedBy(steps - 1L));
        RangeAnswer answer = client.queryRange(query, start, end, step);
        List<String> warnings = new ArrayList<>(answer.warnings());
        Optional<Map<Long, List<Value>>> proof = Optional.empty();
        if (given.isPresent()) {
            RangeAnswer proving = client.queryRange(given.get(), start, end, step);
            warnings.addAll(proving.warnings());
            proof = Optional.of(byStep(block, proving));
        } else {
            answer.series().stream()
                    .filter(series -> series.size() < steps)
                    .findFirst()
                    .ifPresent(series -> warnings.add(
                            name(series.labels()) + " has " + series.size() + " of " + steps + " samples"));
        }
        Map<Long, List<Value>> byStep = byStep(block, answer);
        Expectation expectation = block.expectation().orElseThrow();
        Verdict worst = new Met("", false);
        for (int i = steps - 1; i >= 0 && !(worst instanceof Missed); i--) {
            long millis = start.plus(step.multipliedBy(i)).toEpochMilli();
            Answer atStep = Answer.of(query, "", "", byStep.getOrDefault(millis, List.of()));
            Verdict verdict = expectation.test(
                    proof.isPresent() ? atStep.given(proof.get().getOrDefault(millis, List.of())) : atStep);
            worst = worse(worst, verdict, Instant.ofEpochMilli(millis));
        }
        String question = query + "\nfrom " + start + " to " + end + " every " + step.toSeconds() + " s";
        return Answer.of(question, address(), raw(answer), List.of())
                .warnings(warnings)
                .judged(worst);
    }

    private static Verdict worse(Verdict worst, Verdict next, Instant at) {
        if (next instanceof Missed missed) {
            return new Missed("at " + at + ": " + missed.sentence());
        }
        if (next instanceof Unknown unknown && worst instanceof Met) {
            return new Unknown(unknown.why(), "at " + at + ": " + unknown.sentence());
        }
        boolean isFirst = worst instanceof Met met && met.sentence().isEmpty();
        return isFirst ? next : worst;
    }

    /** The server's now: a clock of ours that is ahead would ask for samples that nobody has yet. */
    private Instant serverNow() throws PrometheusException, InterruptedException, ProbeFailed {
        return client.query("time()", Optional.empty()).samples().stream()
                .findFirst()
                .map(sample -> Instant.ofEpochMilli(Math.round(sample.value() * 1000)))
                .orElseThrow(() -> new ProbeFailed("no samples", "the server does not tell its time", ""));
    }

    private static Map<Long, List<Value>> byStep(Block block, RangeAnswer answer) {
        Map<Long, List<Value>> steps = new LinkedHashMap<>();
        for (RangeSeries series : answer.series()) {
            for (int i = 0; i < series.size(); i++) {
                steps.computeIfAbsent(series.millis()[i], millis -> new ArrayList<>())
                        .add(value(block, series.labels(), series.values()[i]));
            }
        }
        return steps;
    }

    private static String raw(RangeAnswer answer) {
        StringBuilder raw = new StringBuilder();
        for (RangeSeries series : answer.series()) {
            raw.append(series.labels()).append('\n');
            for (int i = 0; i < series.size(); i++) {
                raw.append(Instant.ofEpochMilli(series.millis()[i]))
                        .append(' ')
                        .append(series.values()[i])
                        .append('\n');
            }
        }
        return raw.toString();
    }
}
