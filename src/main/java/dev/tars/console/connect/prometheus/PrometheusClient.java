package dev.tars.console.connect.prometheus;

import dev.tars.console.base.ConnectionReport;
import dev.tars.console.base.Ticker;
import dev.tars.console.connect.http.ClockSkew;
import dev.tars.console.connect.http.ConnectionWatch;
import dev.tars.console.connect.http.HttpAnswer;
import dev.tars.console.connect.http.HttpCalls;
import dev.tars.console.connect.http.HttpEndpoint;
import dev.tars.console.connect.http.HttpFault;
import dev.tars.console.connect.http.HttpQuestion;
import dev.tars.console.connect.http.HttpQuestion.Method;
import dev.tars.console.connect.http.HttpReader;
import dev.tars.console.connect.http.Subscription;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Asks one Prometheus server through its HTTP API (v1). Safe for use from several threads at once.
 *
 * <p>Every question ends within the endpoint's time limit, with an answer or a {@link PrometheusException}; an interrupt
 * ends it at once. What passes by itself is tried again, see {@link HttpCalls}. Long expressions travel as a form,
 * unless something on the way refuses that.
 */
public final class PrometheusClient implements AutoCloseable {
    private static final String NAME = "Prometheus";
    /** Longer expressions do not go into an address: proxies cut those off from 2 KiB on. */
    private static final int LONG_EXPRESSION = 2000;
    /** Where a range is cut, these would mean each piece's ends. */
    private static final Pattern RANGE_ENDS = Pattern.compile("@\\s*(start|end)\\s*\\(");
    /** A slower answer says too little about the server's clock. */
    private static final Duration PROMPT = Duration.ofMillis(500);

    private final HttpCalls calls;
    private final Ticker ticker;
    private final Complaints complaints;
    private final ConnectionWatch watch;
    private final LabelPool pool = new LabelPool();
    private volatile boolean formRefused;

    public PrometheusClient(HttpEndpoint endpoint, Clock clock, Ticker ticker) {
        this(endpoint, HttpCalls.Limits.DEFAULT, clock, ticker);
    }

    /** @param limits other than the usual ones */
    public PrometheusClient(HttpEndpoint endpoint, HttpCalls.Limits limits, Clock clock, Ticker ticker) {
        this.calls = new HttpCalls(NAME, endpoint, limits, clock, ticker);
        this.ticker = ticker;
        this.complaints = new Complaints(endpoint.address());
        this.watch = new ConnectionWatch(NAME, endpoint.address(), clock);
    }

    /** The value of an expression now, or at a given time. */
    public InstantAnswer query(String expr, Optional<Instant> at) throws PrometheusException, InterruptedException {
        Map<String, String> params = new LinkedHashMap<>();
        params.put("query", expr);
        at.ifPresent(time -> params.put("time", RangeSplit.seconds(time.toEpochMilli())));
        long begun = ticker.nanos();
        return ask(question("query", params, expr), answer -> {
            ResultReader reader = new ResultReader(pool);
            Envelope<InstantAnswer.Result> envelope = Envelope.read(answer.body(), reader);
            if (at.isEmpty()) {
                envelope.data().ifPresent(result -> measureClock(result, answer));
            }
            return envelope.map(result -> new InstantAnswer(
                    result,
                    envelope.warnings(),
                    infos(envelope.infos(), reader.histograms()),
                    answer.head(),
                    Duration.ofNanos(ticker.nanos() - begun)));
        });
    }

    /**
     * The course of an expression at {@code start}, {@code start + step} and so on, up to {@code end}. More points than
     * one answer may hold are fetched in pieces and joined.
     *
     * @param step whole milliseconds, above zero
     */
    public RangeAnswer queryRange(String expr, Instant start, Instant end, Duration step)
            throws PrometheusException, InterruptedException {
        long points = RangeSplit.points(start, end, step);
        if (points > RangeSplit.MOST) {
            throw complaints.refused(
                    PrometheusException.Kind.TOO_LARGE,
                    "The range has " + points + " points a series, more than " + RangeSplit.MOST + ".",
                    "Take a larger step or a shorter range.");
        }
        List<RangeSplit.Piece> pieces = RangeSplit.pieces(start, end, step);
        if (pieces.size() > 1 && RANGE_ENDS.matcher(expr).find()) {
            throw complaints.refused(
                    PrometheusException.Kind.BAD_QUERY,
                    "A query with @ start() or @ end() cannot be cut, and this range needs that.",
                    "Take a larger step or a shorter range, of " + RangeSplit.PIECE + " points at most.");
        }
        long begun = ticker.nanos();
        List<List<RangeSeries>> answers = new ArrayList<>();
        Set<String> warnings = new LinkedHashSet<>();
        Set<String> infos = new LinkedHashSet<>();
        for (RangeSplit.Piece piece : pieces) {
            RangeAnswer answer = piece(expr, piece, step);
            answers.add(answer.series());
            warnings.addAll(answer.warnings());
            infos.addAll(answer.infos());
        }
        return new RangeAnswer(
                RangeSplit.join(answers),
                List.copyOf(warnings),
                List.copyOf(infos),
                Duration.ofNanos(ticker.nanos() - begun));
    }

    private RangeAnswer piece(String expr, RangeSplit.Piece piece, Duration step)
            throws PrometheusException, InterruptedException {
        Map<String, String> params = new LinkedHashMap<>();
        params.put("query", expr);
        params.put("start", RangeSplit.seconds(piece.start()));
        params.put("end", RangeSplit.seconds(piece.end()));
        params.put("step", RangeSplit.seconds(step.toMillis()));
        return ask(question("query_range", params, expr), answer -> {
            ResultReader reader = new ResultReader(pool);
            Envelope<InstantAnswer.Result> envelope = Envelope.read(answer.body(), reader);
            if (envelope.data().isPresent() && !(envelope.data().get() instanceof InstantAnswer.Result.Matrix)) {
                throw Envelope.noEnvelope();
            }
            return envelope.map(result -> new RangeAnswer(
                    ((InstantAnswer.Result.Matrix) result).series(),
                    envelope.warnings(),
                    infos(envelope.infos(), reader.histograms()),
                    Duration.ZERO));
        });
    }

    /** The rule groups the server runs. */
    public List<RuleGroup> rules() throws PrometheusException, InterruptedException {
        return tree("rules", Map.of(), ServerAnswers::rules);
    }

    /** The targets the server scrapes; those dropped by relabelling are not among them. */
    public List<Target> targets() throws PrometheusException, InterruptedException {
        return tree("targets", Map.of("state", "active"), ServerAnswers::targets);
    }

    /** What the server is; its version stands in {@link #report} from then on. */
    public BuildInfo buildInfo() throws PrometheusException, InterruptedException {
        BuildInfo build = tree("status/buildinfo", Map.of(), ServerAnswers::build);
        watch.isVersion(build.version());
        return build;
    }

    /** How the server runs, and whether its last reload worked. */
    public RuntimeInfo runtimeInfo() throws PrometheusException, InterruptedException {
        return tree("status/runtimeinfo", Map.of(), ServerAnswers::runtime);
    }

    /** Server clock minus ours and how good that is: a second from {@code Date} headers, better from answers. */
    public Optional<ClockSkew.Estimate> clockSkew() {
        return calls.skew().estimate();
    }

    /** How the connection stands now; never waits. */
    public ConnectionReport report() {
        return watch.report();
    }

    /** Every new report, the present one at once; on the thread that asked, so the receiver returns quickly. */
    public Subscription subscribe(Consumer<ConnectionReport> receiver) {
        return watch.subscribe(receiver);
    }

    /** Ends all that is under way with {@link PrometheusException.Kind#CANCELLED}. */
    @Override
    public void close() {
        calls.close();
    }

    private <T> T tree(String path, Map<String, String> params, Function<Tree, T> make)
            throws PrometheusException, InterruptedException {
        HttpQuestion question = new HttpQuestion(Method.GET, "api/v1/" + path, params, path);
        return ask(question, answer -> {
            Envelope<Tree> envelope = Envelope.read(answer.body(), Tree::read);
            return envelope.map(make);
        });
    }

    private HttpQuestion question(String path, Map<String, String> params, String expr) {
        boolean form = expr.length() > LONG_EXPRESSION && !formRefused;
        return new HttpQuestion(form ? Method.POST : Method.GET, "api/v1/" + path, params, path + " " + expr);
    }

    private <T> T ask(HttpQuestion question, HttpReader<Envelope<T>> reader)
            throws PrometheusException, InterruptedException {
        watch.asked(question.says());
        try {
            Envelope<T> envelope = call(question, reader);
            if (envelope.isError()) {
                throw complaints.of(envelope);
            }
            watch.answered(envelope.warnings(), skew());
            return envelope.data().orElseThrow();
        } catch (HttpFault fault) {
            PrometheusException failure = complaints.of(fault);
            report(failure);
            throw failure;
        } catch (PrometheusException failure) {
            report(failure);
            throw failure;
        }
    }

    private <T> Envelope<T> call(HttpQuestion question, HttpReader<Envelope<T>> reader)
            throws HttpFault, InterruptedException {
        try {
            return calls.call(question, reader);
        } catch (HttpFault fault) {
            boolean formNotTaken = fault.status() == 405 || fault.status() == 501;
            if (question.method() == Method.POST && formNotTaken) {
                formRefused = true;
                return calls.call(question.by(Method.GET), reader);
            }
            throw fault;
        }
    }

    private void report(PrometheusException failure) {
        if (failure.kind().isAboutTheQuestion()) {
            watch.answered(List.of(), skew());
        } else if (failure.kind() != PrometheusException.Kind.CANCELLED) {
            watch.failed(failure.problem(), calls.isCircuitOpen());
        }
    }

    private Optional<Duration> skew() {
        return calls.skew().estimate().map(ClockSkew.Estimate::offset);
    }

    /** Without a time asked for, an answer's time is the server's now. */
    private void measureClock(InstantAnswer.Result result, HttpAnswer answer) {
        Optional<Long> serverNow = result.match(
                vector -> vector.samples().stream().findFirst().map(InstantSample::millis),
                scalar -> Optional.of(scalar.millis()),
                text -> Optional.empty(),
                matrix -> Optional.empty());
        if (answer.roundTrip().compareTo(PROMPT) < 0) {
            serverNow.ifPresent(millis ->
                    calls.skew().sawMillis(Instant.ofEpochMilli(millis), answer.sentAt(), answer.roundTrip()));
        }
    }

    private static List<String> infos(List<String> said, int histograms) {
        if (histograms == 0) {
            return said;
        }
        List<String> all = new ArrayList<>(said);
        all.add(histograms + " native histogram " + (histograms == 1 ? "sample was" : "samples were")
                + " left out: this client reads plain values.");
        return all;
    }
}
