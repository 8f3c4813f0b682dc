package dev.tars.console.bench;

import com.sun.management.ThreadMXBean;
import dev.tars.console.base.Ticker;
import dev.tars.console.slo.Batches;
import dev.tars.console.slo.HandMovedTime;
import dev.tars.console.slo.Slo;
import dev.tars.console.slo.SloMonitor;
import dev.tars.console.slo.SloSource;
import dev.tars.console.slo.SloState;
import dev.tars.console.slo.Slos;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * One tick of the monitor over answers that are there already: judging, hysteresis, sentences, evidence and the board.
 * Each objective asks three windows and the freshness of its record. CPU and bytes are those of the polling thread.
 */
final class SloTickBench {

    private static final Instant START = Instant.parse("2026-08-18T14:00:00Z");
    private static final int WARM = 400;
    private static final int RUNS = 200;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private SloTickBench() {}

    static void run() throws Exception {
        tick("500 objectives x 4 questions", 500, 1, WARM, RUNS);
        tick("500 objectives, 10,000 series", 500, 20, WARM / 4, RUNS / 4);
        live();
    }

    private static List<Slo> objectives(int count) {
        String[] entries = new String[count];
        for (int i = 0; i < count; i++) {
            entries[i] =
                    Slos.LATENCY.replace("id: latency", "id: latency" + i).replace("latency:$", "latency" + i + ":$")
                            + "    freshness: fresh" + i + "\n";
        }
        return Slos.all(entries);
    }

    private static SloSource.Batch answers(int objectives, int regions, Instant at) {
        Batches batches = Batches.answers();
        for (int i = 0; i < objectives; i++) {
            for (int r = 0; r < regions; r++) {
                batches.region("latency" + i, "region-" + r, 0.1 + r * 0.001);
                batches.sample("fresh" + i, Map.of("region", "region-" + r), at.toEpochMilli() / 1000.0);
            }
        }
        return batches.batch();
    }

    private static void tick(String name, int count, int regions, int warm, int runs) {
        HandMovedTime time = new HandMovedTime(START);
        PreparedSource source = new PreparedSource(answers(count, regions, START));
        double[] cpu = new double[runs];
        double[] bytes = new double[runs];
        try (SloMonitor monitor = new SloMonitor(
                objectives(count),
                source,
                time.clock(),
                time,
                time,
                SloMonitor.INTERVAL,
                ZoneOffset.UTC,
                Optional::empty)) {
            monitor.open();
            for (int i = -warm; i < runs; i++) {
                source.batch = answers(count, regions, time.now());
                long thread = Thread.currentThread().getId();
                long allocated = THREADS.getThreadAllocatedBytes(thread);
                long before = THREADS.getCurrentThreadCpuTime();
                time.advance(SloMonitor.INTERVAL);
                if (i >= 0) {
                    cpu[i] = (THREADS.getCurrentThreadCpuTime() - before) / 1e6;
                    bytes[i] = (THREADS.getThreadAllocatedBytes(thread) - allocated) / 1e6;
                }
            }
            if (monitor.board().count(SloState.OK) != count) {
                throw new IllegalStateException(
                        "not all are ok: " + monitor.board().readings().get(0).sentence());
            }
        }
        Bench.figure(name + ", CPU a tick", Bench.median(cpu), "ms");
        Bench.figure(name + ", allocated a tick", Bench.median(bytes), "MB");
    }

    /** 5,000 objectives on real threads and a real clock, polled as in use: five polls in a minute. */
    private static void live() throws Exception {
        int count = 5_000;
        ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(3);
        PreparedSource source = new PreparedSource(answers(count, 1, Instant.now()));
        try (SloMonitor monitor = new SloMonitor(
                objectives(count),
                source,
                Clock.systemUTC(),
                Ticker.system(),
                scheduler,
                SloMonitor.INTERVAL,
                ZoneOffset.UTC,
                Optional::empty)) {
            monitor.open();
            TimeUnit.SECONDS.sleep(62);
            Bench.figure(
                    "5,000 objectives each 15 s for 62 s, ticks",
                    monitor.board().tick(),
                    "ticks");
            Bench.figure(
                    "5,000 objectives each 15 s for 62 s, missed",
                    monitor.board().health().missed(),
                    "ticks");
        } finally {
            scheduler.shutdownNow();
        }
    }

    /** Hands out what lies ready, so that nothing but the tick is measured. */
    private static final class PreparedSource implements SloSource {
        private volatile Batch batch;

        PreparedSource(Batch batch) {
            this.batch = batch;
        }

        @Override
        public Batch ask(Collection<String> expressions, Instant at) {
            return batch;
        }

        @Override
        public List<Course> range(String expression, Instant from, Instant to, Duration step) {
            return List.of();
        }

        @Override
        public String name() {
            return "answers that lie ready";
        }
    }
}
