package dev.tars.console.slo.client;

import dev.tars.console.base.Problem;
import dev.tars.console.base.Ticker;
import dev.tars.console.connect.prometheus.InstantAnswer;
import dev.tars.console.connect.prometheus.InstantSample;
import dev.tars.console.connect.prometheus.PrometheusClient;
import dev.tars.console.connect.prometheus.PrometheusException;
import dev.tars.console.connect.prometheus.RangeSeries;
import dev.tars.console.slo.SloSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Future;

/**
 * Objectives asked of a Prometheus server: a batch is one instant query an expression, a few at a time.
 *
 * <p>A refused expression is its own answer. Any other fault is the server's and ends the batch: a board half of now and
 * half of before would be no picture of anything.
 */
public final class PrometheusSloSource implements SloSource {

    private static final int AT_A_TIME = 4;

    private final PrometheusClient client;
    private final Executor executor;
    private final Ticker ticker;

    /** @param executor runs the queries of a batch, up to four at a time; not the thread that calls {@link #ask} */
    public PrometheusSloSource(PrometheusClient client, Executor executor, Ticker ticker) {
        this.client = client;
        this.executor = executor;
        this.ticker = ticker;
    }

    private record Answered(String expression, Answer answer) {}

    @Override
    public Batch ask(Collection<String> expressions, Instant at) throws SourceFailed, InterruptedException {
        long start = ticker.nanos();
        List<String> open = new ArrayList<>(new LinkedHashSet<>(expressions));
        CompletionService<Answered> answering = new ExecutorCompletionService<>(executor);
        List<Future<Answered>> asked = new ArrayList<>();
        Map<String, Answer> answers = new LinkedHashMap<>();
        try {
            while (answers.size() < open.size()) {
                // The first alone: a server that was away is let in by one trial, and its failing must not end that.
                int atATime = answers.isEmpty() ? 1 : AT_A_TIME;
                while (asked.size() < open.size() && asked.size() - answers.size() < atATime) {
                    String expression = open.get(asked.size());
                    asked.add(answering.submit(() -> new Answered(expression, answer(expression, at))));
                }
                Answered next = answering.take().get();
                answers.put(next.expression(), next.answer());
            }
        } catch (ExecutionException e) {
            throw failed(Objects.requireNonNullElse(e.getCause(), e));
        } finally {
            asked.forEach(future -> future.cancel(true));
        }
        Duration took = Duration.ofNanos(Math.max(0, ticker.nanos() - start));
        return new Batch(
                answers, warnings(answers.values()), took, client.report().skew());
    }

    private Answer answer(String expression, Instant at) throws PrometheusException, InterruptedException {
        try {
            InstantAnswer answer = client.query(expression, Optional.of(at));
            if (answer.result() instanceof InstantAnswer.Result.Text
                    || answer.result() instanceof InstantAnswer.Result.Matrix) {
                return new Answer.Refused(Problem.of(
                        "The expression gives a text or a range, not a number for each series",
                        expression,
                        "The objective cannot be judged.",
                        "Write an expression that gives an instant vector."));
            }
            List<Sample> samples = new ArrayList<>();
            for (InstantSample sample : answer.samples()) {
                samples.add(new Sample(sample.labels(), sample.value()));
            }
            return new Answer.Samples(samples, answer.warnings(), answer.raw(), answer.took());
        } catch (PrometheusException e) {
            if (e.kind().isAboutTheQuestion()) {
                return new Answer.Refused(e.problem());
            }
            throw e;
        }
    }

    private static List<String> warnings(Collection<Answer> answers) {
        Set<String> all = new LinkedHashSet<>();
        for (Answer answer : answers) {
            if (answer instanceof Answer.Samples samples) {
                all.addAll(samples.warnings());
            }
        }
        return new ArrayList<>(all);
    }

    @Override
    public List<Course> range(String expression, Instant from, Instant to, Duration step)
            throws SourceFailed, InterruptedException {
        try {
            List<Course> courses = new ArrayList<>();
            for (RangeSeries series :
                    client.queryRange(expression, from, to, step).series()) {
                courses.add(new Course(series.labels(), series.millis(), series.values()));
            }
            return courses;
        } catch (PrometheusException e) {
            throw failed(e);
        }
    }

    private static SourceFailed failed(Throwable cause) throws InterruptedException {
        if (cause instanceof PrometheusException e) {
            return new SourceFailed(e.problem(), e.notBefore(), e.kind() == PrometheusException.Kind.UNAUTHORIZED, e);
        }
        if (cause instanceof InterruptedException) {
            throw new InterruptedException("interrupted while the server was asked");
        }
        if (cause instanceof RuntimeException e) {
            throw e;
        }
        throw new IllegalStateException("a query ended in a way it cannot", cause);
    }

    @Override
    public String name() {
        return client.report().name() + " at " + client.report().address();
    }
}
