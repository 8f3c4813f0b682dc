package dev.tars.console.promql;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;

/** 58 minutes of a made-up service at 15 s with jitter: gaps, resets, NaN, infinities, ends and returns. Always the same. */
final class GeneratedSeries implements SeriesSource {
    static final long START = 1_700_000_003_217L;
    static final int SAMPLES = 232;
    static final long END = START + (SAMPLES - 1) * 15_000L;

    private final Random random = new Random(42);
    private final List<StoredSeries> all = new ArrayList<>();

    GeneratedSeries() {
        for (String job : new String[] {"api", "eval"}) {
            for (int instance = 0; instance < 3; instance++) {
                for (String code : new String[] {"200", "404", "500"}) {
                    if (!(job.equals("eval") && code.equals("404"))) {
                        counter(Labels.of(
                                Labels.NAME, "requests_total", "job", job, "instance", "i" + instance, "code", code));
                    }
                }
                histogram(job, "i" + instance);
            }
        }
        for (int i = 0; i < 3; i++) {
            int version = i;
            add(Labels.of(Labels.NAME, "build_info", "instance", "i" + i, "version", "1.0." + version), 0, n -> 1);
            add(Labels.of(Labels.NAME, "limit_bytes", "instance", "i" + i), 0, n -> 1000 * (version + 1));
            add(Labels.of(Labels.NAME, "priority", "instance", "i" + i), 0, n -> version % 2);
        }
        add(Labels.of(Labels.NAME, "temperature", "room", "hall", "floor", "1"), 0, n -> 20 + 5 * Math.sin(n / 9.0));
        add(Labels.of(Labels.NAME, "temperature", "room", "attic", "floor", "3"), 0.3, n -> random.nextGaussian() * 40);
        add(
                Labels.of(Labels.NAME, "temperature", "room", "cellar", "floor", "0"),
                0,
                n -> n % 17 == 3 ? Double.NaN : -n);
        add(Labels.of(Labels.NAME, "pressure", "room", "hall"), 0, n -> n % 40 == 7 ? Double.POSITIVE_INFINITY : n * n);
        add(
                Labels.of(Labels.NAME, "pressure", "room", "attic"),
                0,
                n -> n % 50 == 9 ? Double.NEGATIVE_INFINITY : 1e300);
        add(Labels.of(Labels.NAME, "pressure", "room", "cellar"), 0, n -> 1e-300 * n);
        add(Labels.of(Labels.NAME, "session", "user", "anna"), 0, n -> n == 80 ? Staleness.MARKER : n);
        add(Labels.of(Labels.NAME, "session", "user", "bert"), 0, n -> n >= 60 && n < 90 ? Staleness.MARKER : 100 - n);
        add(Labels.of(Labels.NAME, "session", "user", "carl"), 0.9, n -> n);
        add(Labels.of(Labels.NAME, "turn", "on", "a"), 0, n -> n < 100 ? 1 : Staleness.MARKER);
        add(Labels.of(Labels.NAME, "turn_b", "on", "a"), 0, n -> n < 100 ? Staleness.MARKER : 2);
        add(Labels.of(Labels.NAME, "odd", "text", "ä \"quoted\" \\ back\nline", "empty", ""), 0, n -> n);
        all.sort(Comparator.comparing(StoredSeries::labels));
    }

    private void counter(Labels labels) {
        double[] sum = {random.nextInt(1000)};
        double speed = random.nextDouble() * 20;
        add(labels, 0.05, n -> {
            sum[0] = random.nextInt(70) == 0 ? random.nextInt(5) : sum[0] + Math.floor(random.nextDouble() * speed);
            return sum[0];
        });
    }

    private void histogram(String job, String instance) {
        String[] bounds = {"0.05", "0.1", "0.25", "1", "2.5", "+Inf"};
        double[] total = new double[SAMPLES];
        for (int b = 0; b < bounds.length; b++) {
            double[] sum = new double[1];
            int share = b;
            add(
                    Labels.of(Labels.NAME, "latency_seconds_bucket", "job", job, "instance", instance, "le", bounds[b]),
                    0,
                    n -> {
                        sum[0] += random.nextInt(2 + share);
                        total[n] += sum[0];
                        // Now and then a bucket is read before its neighbours: counts that fall.
                        return total[n] + (random.nextInt(10) == 0 ? 3 : 0);
                    });
        }
    }

    /** @param lost share of samples that are missing */
    private void add(Labels labels, double lost, IntToDoubleFunction value) {
        long[] millis = new long[SAMPLES];
        double[] values = new double[SAMPLES];
        int size = 0;
        int gapStart = lost > 0 ? 100 + random.nextInt(50) : SAMPLES;
        for (int n = 0; n < SAMPLES; n++) {
            double next = value.applyAsDouble(n);
            boolean gap = n >= gapStart && n < gapStart + 25;
            if (!gap && random.nextDouble() >= lost) {
                millis[size] = START + n * 15_000L + (n == 0 || n == SAMPLES - 1 ? 0 : random.nextInt(400));
                values[size++] = next;
            }
        }
        all.add(new StoredSeries(labels, millis, values, 0, size));
    }

    List<StoredSeries> all() {
        return all;
    }

    @Override
    public List<StoredSeries> select(List<LabelMatcher> matchers, long fromMillis, long toMillis) {
        List<StoredSeries> found = new ArrayList<>();
        for (StoredSeries series : all) {
            if (matchers.stream().allMatch(matcher -> matcher.matches(series.labels()))) {
                found.add(series.between(fromMillis, toMillis));
            }
        }
        return found;
    }
}
