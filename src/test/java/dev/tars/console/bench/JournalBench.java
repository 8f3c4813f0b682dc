package dev.tars.console.bench;

import dev.tars.console.base.Progress;
import dev.tars.console.base.Ticker;
import dev.tars.console.journal.Draft;
import dev.tars.console.journal.Journal;
import dev.tars.console.journal.Payload;
import dev.tars.console.journal.Verification;
import dev.tars.console.journal.client.Journals;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/**
 * Appends beside bare commits of SQLite with the same settings, alternating; then 100,000 events opened, folded, verified.
 */
final class JournalBench {

    private static final int ROUNDS = 10;
    private static final int APPENDS = 200;
    private static final int MANY = 100_000;
    private static final Payload PAYLOAD = Payload.builder()
            .run("roll-us-east-1")
            .put("step", "Roll the service and wait until each pod is ready")
            .put("command", List.of("kubectl", "rollout", "restart", "deployment/tars-api", "--namespace", "tars"))
            .build();

    private JournalBench() {}

    static void run() throws Exception {
        Path folder = Files.createTempDirectory("journal-bench");
        ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(1);
        try {
            appends(folder, scheduler);
            many(folder, scheduler);
        } finally {
            scheduler.shutdownNow();
            try (var files = Files.walk(folder)) {
                for (Path each :
                        files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    private static void appends(Path folder, ScheduledThreadPoolExecutor scheduler) throws Exception {
        double[] ours = new double[ROUNDS];
        double[] bare = new double[ROUNDS];
        try (Connection peer = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("bare.db"));
                Statement setting = peer.createStatement();
                Journal journal = Journal.open(
                        Journals.sqlite(folder.resolve("journal.db"), Ticker.system()), Clock.systemUTC(), scheduler)) {
            setting.execute("PRAGMA journal_mode = WAL");
            setting.execute("PRAGMA synchronous = FULL");
            setting.execute("CREATE TABLE event (seq INTEGER PRIMARY KEY, payload TEXT NOT NULL)");
            for (int round = -1; round < ROUNDS; round++) {
                long start = System.nanoTime();
                for (int i = 0; i < APPENDS; i++) {
                    try (PreparedStatement insert = peer.prepareStatement("INSERT INTO event (payload) VALUES (?)")) {
                        insert.setString(1, PAYLOAD.text());
                        insert.executeUpdate();
                    }
                }
                long middle = System.nanoTime();
                for (int i = 0; i < APPENDS; i++) {
                    journal.append(Draft.of("anna", "production", "bench.step", PAYLOAD));
                }
                if (round >= 0) {
                    bare[round] = (middle - start) / 1e3 / APPENDS;
                    ours[round] = (System.nanoTime() - middle) / 1e3 / APPENDS;
                }
            }
        }
        Bench.figure("bare commit of SQLite", Bench.median(bare), "us");
        Bench.figure("append", Bench.median(ours), "us");
        Bench.figure("append / bare commit", Bench.median(ours) / Bench.median(bare), "x");
    }

    private static void many(Path folder, ScheduledThreadPoolExecutor scheduler) throws Exception {
        Path file = folder.resolve("many.db");
        Fill.journal(file, MANY, PAYLOAD);
        for (int round = 0; round < 3; round++) {
            long start = System.nanoTime();
            try (Journal journal = Journal.open(Journals.sqlite(file, Ticker.system()), Clock.systemUTC(), scheduler)) {
                long folded = journal.fold(0L, (sum, event) -> sum + event.sequence());
                double opened = (System.nanoTime() - start) / 1e6;
                long cpu = cpu();
                Verification found = journal.verify(List.of(), Progress.ignored());
                double verified = (cpu() - cpu) / 1e6;
                if (folded != MANY * (MANY + 1L) / 2 || !found.isWhole() || found.events() != MANY) {
                    throw new IllegalStateException("not what was written: " + found);
                }
                Bench.figure("100,000 events opened and folded, run " + (round + 1), opened, "ms");
                Bench.figure("100,000 events verified, run " + (round + 1), verified, "CPU-ms");
            }
        }
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
