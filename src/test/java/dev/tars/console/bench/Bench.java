package dev.tars.console.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Runs one benchmark by name: {@code mvn -q test-compile exec:exec -Dbench=startup}. */
public final class Bench {

    /** A benchmark prints its figures and ends. */
    interface Benchmark {
        void run() throws Exception;
    }

    private static final Map<String, Benchmark> ALL = new TreeMap<>(Map.of(
            "audit", AuditBench::run,
            "chart", ChartBench::run,
            "journal", JournalBench::run,
            "parse", ParseBench::run,
            "startup", StartupBench::run,
            "slo-tick", SloTickBench::run,
            "wall-idle", WallIdleBench::run));

    private Bench() {}

    public static void main(String[] args) throws Exception {
        String name = args.length == 0 ? "list" : args[0];
        Benchmark benchmark = ALL.get(name);
        if (benchmark == null) {
            System.out.println("benchmarks: " + String.join(", ", ALL.keySet()));
            return;
        }
        benchmark.run();
        System.exit(0);
    }

    static void figure(String name, double value, String unit) {
        System.out.println(String.format(Locale.ROOT, "%s: %.2f %s", name, value, unit));
    }

    /** For CPU times, which the system counts in steps of 10 ms. */
    static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
