package dev.tars.console.bench;

import dev.tars.console.migration.client.RunBench;
import dev.tars.console.migration.client.RunBench.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.ToDoubleFunction;

/** The console's run beside {@code psql -f} of the same statements, alternating, and a plain CREATE INDEX for contrast. */
final class MigrationRunBench {

    private static final int ROWS = Integer.getInteger("bench.rows", 1_000_000);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 11);

    private MigrationRunBench() {}

    static void run() throws Exception {
        Path folder = Files.createTempDirectory("migration-bench");
        try (RunBench bench = RunBench.of(folder, ROWS)) {
            bench.psql();
            bench.console();
            Result[] ours = new Result[ROUNDS];
            Result[] peer = new Result[ROUNDS];
            for (int i = 0; i < ROUNDS; i++) {
                if (i % 2 == 0) {
                    ours[i] = bench.console();
                    peer[i] = bench.psql();
                } else {
                    peer[i] = bench.psql();
                    ours[i] = bench.console();
                }
            }
            Result plain = bench.plain();
            Bench.figure("rows", ROWS, "");
            both("total", ours, peer, Result::seconds, "s");
            both("insert p95", ours, peer, Result::insertP95Millis, "ms");
            both("insert max", ours, peer, Result::insertMaxMillis, "ms");
            Bench.figure("plain total", plain.seconds(), "s");
            Bench.figure("plain insert p95", plain.insertP95Millis(), "ms");
            Bench.figure("cancel until nothing is left", bench.cancelMillis(), "ms");
        } finally {
            try (var files = Files.walk(folder)) {
                for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    private static void both(String name, Result[] ours, Result[] peer, ToDoubleFunction<Result> figure, String unit) {
        double us = Bench.median(Arrays.stream(ours).mapToDouble(figure).toArray());
        double them = Bench.median(Arrays.stream(peer).mapToDouble(figure).toArray());
        Bench.figure(name + " console", us, unit);
        Bench.figure(name + " psql", them, unit);
        Bench.figure(name + " ratio", us / them, "x");
    }
}
