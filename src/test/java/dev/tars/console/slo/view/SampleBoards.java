package dev.tars.console.slo.view;

import dev.tars.console.base.Evidence;
import dev.tars.console.base.Limit;
import dev.tars.console.base.Problem;
import dev.tars.console.base.Verdict;
import dev.tars.console.slo.NoData;
import dev.tars.console.slo.PollHealth;
import dev.tars.console.slo.ReleaseMark;
import dev.tars.console.slo.Severity;
import dev.tars.console.slo.Slo;
import dev.tars.console.slo.SloBoard;
import dev.tars.console.slo.SloReading;
import dev.tars.console.slo.SloReading.Point;
import dev.tars.console.slo.SloReading.SeriesValue;
import dev.tars.console.slo.SloSource.Course;
import dev.tars.console.slo.SloState;
import dev.tars.console.slo.Violation;
import dev.tars.console.slo.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Boards as a T.A.R.S. in trouble gives them: every state there is, with courses that fit. */
public final class SampleBoards {

    public static final Instant AT = Instant.parse("2026-08-18T14:32:15Z");
    static final Duration INTERVAL = Duration.ofSeconds(15);
    private static final Map<String, String> EAST = Map.of("region", "us-east-1");

    private SampleBoards() {}

    /** A mixed board: one missed, two unknown, two burning, the rest ok. */
    public static SloBoard mixed(Instant at, long tick) {
        List<SloReading> r = new ArrayList<>();
        r.add(missed(at));
        r.add(noData(at));
        r.add(noTraffic(at));
        r.add(SampleBudget.on(
                burning(slo("error-rate", "Error rate 5xx", "all regions", "< 1%", 4), at, 0.0034, 0.0031, 0.0022)));
        r.add(burning(slo("queue-depth", "Queue depth", "us-east-1", "< 50", 5), at, 41, 38, 22));
        r.add(ok(slo("evaluation-success", "Evaluation success", "", "> 99%", 6), at, 0.9971, 0.9978, 0.9981));
        r.add(ok(slo("evaluation-latency", "Evaluation latency p95", "", "< 120s", 7), at, 64.2, 63.8, 61));
        r.add(ok(slo("websocket", "WebSocket stability", "", "> 99%", 8), at, 0.9993, 0.9994, 0.9995));
        r.add(ok(slo("availability", "Availability", "", "> 99.9%", 9), at, 0.9997, 0.9998, 0.9998));
        r.add(ok(slo("database-query", "Database query p95", "", "< 100ms", 10), at, 0.041, 0.040, 0.043));
        r.add(ok(slo("database-connections", "Database connections", "", "< 80%", 11), at, 0.46, 0.46, 0.44));
        r.add(ok(slo("redis-memory", "Redis memory", "", "< 70%", 12), at, 0.38, 0.38, 0.38));
        r.add(ok(slo("redis-hits", "Redis hit rate", "", "> 90%", 13), at, 0.972, 0.974, 0.973));
        r.add(ok(slo("replication-lag", "Replication lag", "", "< 5s", 14), at, 0.8, 0.7, 0.8));
        r.add(ok(slo("dashboard-load", "Dashboard load p95", "", "< 5s", 15), at, 2.9, 2.9, 3.0));
        return new SloBoard(
                at,
                tick,
                r,
                violations(at),
                AT.minus(Duration.ofHours(5)),
                healthy(at),
                Optional.of(new ReleaseMark(AT.minus(Duration.ofHours(3)), "v1.0.1 starts")));
    }

    /** Nothing asked yet. */
    public static SloBoard notAsked(Instant at) {
        return new SloBoard(
                at,
                0,
                List.of(),
                List.of(),
                at,
                new PollHealth(
                        INTERVAL,
                        Optional.empty(),
                        at.plus(INTERVAL),
                        List.of(),
                        0,
                        Optional.empty(),
                        List.of(),
                        Optional.empty()));
    }

    /** The server stopped answering: every value is kept and old. */
    public static SloBoard unreachable(Instant at, long tick) {
        List<SloReading> old = mixed(at.minusSeconds(190), tick).readings().stream()
                .map(r -> new SloReading(
                        r.slo(),
                        SloState.NO_DATA,
                        Optional.of(r.noData().orElse(NoData.UNREACHABLE)),
                        r.noData().isPresent() ? r.since() : at.minusSeconds(175),
                        Optional.empty(),
                        r.values(),
                        r.valuesAt(),
                        r.bySeries(),
                        "Prometheus does not answer since 14:29:20, so nothing is known now. Before that it was "
                                + r.state().name().toLowerCase(java.util.Locale.ROOT) + ".",
                        r.lastHour(),
                        Optional.empty(),
                        r.evidence()))
                .toList();
        PollHealth failing = new PollHealth(
                INTERVAL,
                Optional.of(at.minusSeconds(190)),
                at.plusSeconds(20),
                Collections.nCopies(12, PollHealth.Outcome.FAILED),
                12,
                Optional.empty(),
                List.of(),
                Optional.of(new Problem(
                        "Prometheus did not answer within 10 s.",
                        "http://prometheus.tars:9090/api/v1/query",
                        "Every objective is unknown, so go is blocked.",
                        "Is prometheus.tars reachable?",
                        "java.net.SocketTimeoutException: timeout")));
        return new SloBoard(at, tick, old, violations(at), AT.minus(Duration.ofHours(5)), failing);
    }

    static SloBoard partial(Instant at, long tick) {
        SloBoard whole = mixed(at, tick);
        PollHealth h = whole.health();
        return new SloBoard(
                at,
                tick,
                whole.readings(),
                whole.violations(),
                whole.observedSince(),
                new PollHealth(
                        h.interval(),
                        h.lastGood(),
                        h.next(),
                        h.recent(),
                        h.missed(),
                        h.skew(),
                        List.of("thanos store-2 is unavailable: results may be incomplete"),
                        h.problem()));
    }

    static PollHealth healthy(Instant at) {
        return new PollHealth(
                INTERVAL,
                Optional.of(at),
                at.plus(INTERVAL),
                Collections.nCopies(12, PollHealth.Outcome.ANSWERED),
                0,
                Optional.of(Duration.ofMillis(12)),
                List.of(),
                Optional.empty());
    }

    static Slo slo(String id, String title, String scope, String limit, int line) {
        Limit objective = Limit.parse(limit).orElseThrow();
        return new Slo(
                id,
                title,
                scope,
                Slo.Kind.THRESHOLD,
                objective,
                Map.of(
                        Window.ONE_MINUTE, "max by (region) (tars:" + id.replace('-', '_') + ":1m)",
                        Window.FIVE_MINUTES, "max by (region) (tars:" + id.replace('-', '_') + ":5m)",
                        Window.ONE_HOUR, "max by (region) (tars:" + id.replace('-', '_') + ":1h)"),
                Window.FIVE_MINUTES,
                Optional.empty(),
                Optional.empty(),
                Severity.ERROR,
                Map.of(),
                new Slo.Hysteresis(2, 2),
                Duration.ofMinutes(2),
                Optional.empty(),
                "Agents wait for the evaluation API at each step: above the objective training slows down everywhere.",
                "Look at the region that rose first; if it runs v1.0.1, roll it back before the others go.",
                line);
    }

    static SloReading reading(
            Slo slo, SloState state, Instant since, double one, double five, double hour, Instant at, String sentence) {
        return new SloReading(
                slo,
                state,
                state == SloState.NO_DATA ? Optional.of(NoData.TARGET_DOWN) : Optional.empty(),
                since,
                state == SloState.VIOLATED ? Optional.of(Severity.ERROR) : Optional.empty(),
                Map.of(Window.ONE_MINUTE, one, Window.FIVE_MINUTES, five, Window.ONE_HOUR, hour),
                Optional.of(at),
                series(five, state),
                sentence,
                hour(slo, five, at),
                Optional.empty(),
                evidence(slo, at, five));
    }

    private static List<SeriesValue> series(double five, SloState state) {
        SloState others = state == SloState.VIOLATED ? SloState.OK : state;
        return List.of(
                new SeriesValue(EAST, Optional.of(five), state),
                new SeriesValue(Map.of("region", "us-west-2"), Optional.of(five * 0.59), others),
                new SeriesValue(Map.of("region", "eu-west-1"), Optional.of(five * 0.55), others),
                new SeriesValue(Map.of("region", "ap-southeast-1"), Optional.of(Double.NaN), SloState.NO_TRAFFIC));
    }

    private static SloReading missed(Instant at) {
        Slo slo = slo("api-latency", "API latency p95", "all routes", "< 150ms", 1);
        return reading(
                slo,
                SloState.VIOLATED,
                at.minusSeconds(645),
                0.187,
                0.171,
                0.118,
                at,
                "Above 150 ms for 10 min 45 s, since 14:21:30. Evaluations wait, so go is blocked. Look at us-east-1 first.");
    }

    private static SloReading noData(Instant at) {
        Slo slo = slo("ppo-memory", "PPO memory", "trainer", "< 1GiB", 2);
        double mib = 1 << 20;
        return reading(
                slo,
                SloState.NO_DATA,
                at.minusSeconds(185),
                812 * mib,
                809 * mib,
                804 * mib,
                at.minusSeconds(190),
                "The trainer's target is down since 14:29:10, so its memory is unknown. The last value was 809 MiB. Look at the pod.");
    }

    private static SloReading noTraffic(Instant at) {
        Slo slo = slo("cross-region", "Cross-region p95", "ap-southeast-1", "< 500ms", 3);
        return reading(
                slo,
                SloState.NO_TRAFFIC,
                at.minusSeconds(725),
                Double.NaN,
                Double.NaN,
                0.212,
                at,
                "Nothing was sent between regions for 12 min, so latency is unknown. If traffic is expected, look at the stream.");
    }

    private static SloReading burning(Slo slo, Instant at, double one, double five, double hour) {
        return reading(
                slo,
                SloState.BURNING,
                at.minusSeconds(250),
                one,
                five,
                hour,
                at,
                "Within the objective, but on its way out since 14:28:05.");
    }

    private static SloReading ok(Slo slo, Instant at, double one, double five, double hour) {
        return reading(
                slo, SloState.OK, at.minusSeconds(18_000), one, five, hour, at, "Within the objective since 09:32:15.");
    }

    private static List<Point> hour(Slo slo, double now, Instant at) {
        double end = Double.isNaN(now) ? 0.2 : now;
        int known = Double.isNaN(now) ? 190 : 240;
        List<Point> points = new ArrayList<>();
        Random noise = new Random(slo.id().hashCode());
        double drift = slo.id().equals("api-latency") ? 0.45 : 0;
        for (int i = 0; i < known; i++) {
            double ramp = drift == 0 ? 1 : i < 160 ? 1 - drift : 1 - drift * Math.max(0, 200 - i) / 40.0;
            double jitter = slo.objective().operator().isUpperBound() ? 0.04 : 0.0004;
            points.add(new Point(at.minusSeconds((240L - i) * 15), end * ramp * (1 + jitter * noise.nextGaussian())));
        }
        return points;
    }

    private static Evidence evidence(Slo slo, Instant at, double value) {
        return new Evidence(
                slo.queries().getOrDefault(slo.judgedOn(), ""),
                "Prometheus 2.42.0, http://prometheus.tars:9090",
                at,
                Duration.ofMillis(38),
                "{\"resultType\":\"vector\",\"result\":[{\"metric\":{\"region\":\"us-east-1\"},\"value\":[1,\"" + value
                        + "\"]}]}",
                slo.objective().text(),
                Double.isNaN(value)
                        ? new Verdict.Unknown("no traffic", "Nothing was asked of it.")
                        : new Verdict.Met("Within the objective.", false),
                Map.of("rules/slos.yaml", "sha256:0f3a91c2"));
    }

    private static List<Violation> violations(Instant at) {
        Slo api = slo("api-latency", "API latency p95", "all routes", "< 150ms", 1);
        Slo queue = slo("queue-depth", "Queue depth", "us-east-1", "< 50", 5);
        return List.of(
                new Violation(
                        queue,
                        AT.minusSeconds(19_170),
                        Optional.of(AT.minusSeconds(18_930)),
                        63,
                        Map.of("region", "eu-west-1"),
                        Severity.WARNING),
                new Violation(
                        api,
                        AT.minusSeconds(3120),
                        Optional.of(AT.minusSeconds(3030)),
                        0.161,
                        Map.of("region", "us-west-2"),
                        Severity.ERROR),
                new Violation(api, at.minusSeconds(645), Optional.empty(), 0.244, EAST, Severity.ERROR));
    }

    /** Courses that end at the reading's values; with a hole and a lone sample in the first line. */
    static List<Course> courses(Slo slo, Instant from, Instant to, Duration step, int lines) {
        double bound = slo.objective().bound().doubleValue();
        List<Course> courses = new ArrayList<>();
        String[] regions = {"us-east-1", "us-west-2", "eu-west-1", "ap-southeast-1", "sa-east-1", "af-south-1"};
        for (int line = 0; line < lines; line++) {
            Random noise = new Random(slo.id().hashCode() + line);
            int n = (int) (Duration.between(from, to).toSeconds() / step.toSeconds()) + 1;
            List<long[]> times = new ArrayList<>();
            double[] values = new double[n];
            int count = 0;
            for (int i = 0; i < n; i++) {
                double part = i / (double) n;
                boolean hole = line == 0 && part > 0.3 && part < 0.36 && Math.abs(part - 0.33) > 0.5 / n;
                if (!hole) {
                    double rise = line == 0 && part > 0.75 ? Math.min(0.6, (part - 0.75) * 6) : 0;
                    times.add(new long[] {from.plus(step.multipliedBy(i)).toEpochMilli()});
                    values[count++] = bound * (0.65 - 0.08 * line + rise + 0.04 * noise.nextGaussian());
                }
            }
            courses.add(new Course(
                    Map.of("region", regions[line]),
                    times.stream().mapToLong(t -> t[0]).toArray(),
                    java.util.Arrays.copyOf(values, count)));
        }
        return courses;
    }
}
