package dev.tars.console.connect.prometheus;

import dev.tars.console.base.ConnectionReport;
import dev.tars.console.base.Ticker;
import dev.tars.console.connect.http.ClockSkew;
import dev.tars.console.connect.http.HttpAnswer;
import dev.tars.console.connect.http.HttpCalls;
import dev.tars.console.connect.http.HttpEndpoint;
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
import java.util.regex.Pattern;

/**
 * Asks one Prometheus server through its HTTP API (v1). Safe for use from several threads at once.
 *
 * <p>Every question ends within the endpoint's time limit, with an answer or a {@link PrometheusException}; an interrupt
 * ends it at once. What passes by itself is tried again, see {@link HttpCalls}. Long expressions travel as a form,
 * unless something on the way refuses that.
 */
public final class PrometheusClient implements AutoCloseable {
    /** Where a range is cut, these would mean each piece's ends. */
    private static final Pattern RANGE_ENDS = Pattern.compile("@\\s*(start|end)\\s*\\(");
    /** A slower answer says too little about the server's clock. */
    private static final Duration PROMPT = Duration.ofMillis(500);

    private final Api api;
    private final Ticker ticker;
    private final LabelPool pool = new LabelPool();

    /** A client that asks nothing yet. */
    public PrometheusClient(HttpEndpoint endpoint, Clock clock, Ticker ticker) {
        this(endpoint, HttpCalls.Limits.DEFAULT, clock, ticker);
    }

    /** The same with other limits than the usual ones. */
    public PrometheusClient(HttpEndpoint endpoint, HttpCalls.Limits limits, Clock clock, Ticker ticker) {
        this.api = new Api(endpoint, limits, clock, ticker);
        this.ticker = ticker;
    }

    /** The value of an expression now, or at a given time. */
    public InstantAnswer query(String expr, Optional<Instant> at) throws PrometheusException, InterruptedException {
        Map<String, String> params = new LinkedHashMap<>();
        params.put("query", expr);
        at.ifPresent(time -> params.put("time", RangeSplit.seconds(time.toEpochMilli())));
        long begun = ticker.nanos();
        return api.query("query", params, expr, answer -> {
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
            throw api.complaints()
                    .refused(
                            PrometheusException.Kind.TOO_LARGE,
                            "The range has " + points + " points a series, more than " + RangeSplit.MOST + ".",
                            "Take a larger step or a shorter range.");
        }
        List<RangeSplit.Piece> pieces = RangeSplit.pieces(start, end, step);
        if (pieces.size() > 1 && RANGE_ENDS.matcher(expr).find()) {
            throw api.complaints()
                    .refused(
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
        return api.query("query_range", params, expr, answer -> {
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
        return api.tree("rules", Map.of(), "groups", ServerAnswers::rules);
    }

    /** The targets the server scrapes; those dropped by relabelling are not among them. */
    public List<Target> targets() throws PrometheusException, InterruptedException {
        return api.tree("targets", Map.of("state", "active"), "activeTargets", ServerAnswers::targets);
    }

    /** What the server is; its version stands in {@link #report} from then on. */
    public BuildInfo buildInfo() throws PrometheusException, InterruptedException {
        BuildInfo build = api.tree("status/buildinfo", Map.of(), "version", ServerAnswers::build);
        api.watch().isVersion(build.version());
        return build;
    }

    /** The configuration that is loaded, as YAML; the server leaves secrets out. */
    public String configuration() throws PrometheusException, InterruptedException {
        return api.tree("status/config", Map.of(), "yaml", data -> data.text("yaml"));
    }

    /** How the server runs, and whether its last reload worked. */
    public RuntimeInfo runtimeInfo() throws PrometheusException, InterruptedException {
        return api.tree("status/runtimeinfo", Map.of(), "reloadConfigSuccess", ServerAnswers::runtime);
    }

    /** Server clock minus ours and how good that is: a second from {@code Date} headers, better from answers. */
    public Optional<ClockSkew.Estimate> clockSkew() {
        return api.skew().estimate();
    }

    /** How the connection stands now; never waits. */
    public ConnectionReport report() {
        return api.watch().report();
    }

    /** Every new report, the present one at once; on the thread that asked, so the receiver returns quickly. */
    public Subscription subscribe(Consumer<ConnectionReport> receiver) {
        return api.watch().subscribe(receiver);
    }

    /** Ends all that is under way with {@link PrometheusException.Kind#CANCELLED}. */
    @Override
    public void close() {
        api.close();
    }

    /** Without a time asked for, an answer's time is the server's now. */
    private void measureClock(InstantAnswer.Result result, HttpAnswer answer) {
        Optional<Long> serverNow = result.match(
                vector -> vector.samples().stream().findFirst().map(InstantSample::millis),
                scalar -> Optional.of(scalar.millis()),
                text -> Optional.empty(),
                matrix -> Optional.empty());
        if (answer.roundTrip().compareTo(PROMPT) < 0) {
            serverNow.ifPresent(
                    millis -> api.skew().sawMillis(Instant.ofEpochMilli(millis), answer.sentAt(), answer.roundTrip()));
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
