package dev.tars.console.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * From JVM start to the first complete frame and to the live panel, CPU time and resident memory, beside a bare window
 * started in turn. Needs a display ({@code xvfb-run -a}). Linux: CPU and memory are read from /proc.
 */
final class StartupBench {

    private static final int RUNS = 5;
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final double CLOCK_TICKS = 100;

    private StartupBench() {}

    /** Printed by the bare window: milliseconds since its JVM started. */
    static void mark(String moment) {
        long since = ProcessHandle.current().info().startInstant().orElseThrow().toEpochMilli();
        System.out.println(moment + ": " + (System.currentTimeMillis() - since) + " ms, uptime "
                + ManagementFactory.getRuntimeMXBean().getUptime() + " ms");
    }

    static void run() throws IOException, InterruptedException {
        double[] bareFrame = new double[RUNS];
        double[] bareCpu = new double[RUNS];
        double[] frame = new double[RUNS];
        double[] cpu = new double[RUNS];
        double[] live = new double[RUNS];
        double[] rss = new double[RUNS];
        for (int i = -1; i < RUNS; i++) {
            Start bare = start("dev.tars.console.bench.BareWindow", "first frame", 0);
            Start console = start("dev.tars.console.Main", "live panel", 10);
            if (i >= 0) {
                bareFrame[i] = bare.firstFrame;
                bareCpu[i] = bare.cpuAtFrame;
                frame[i] = console.firstFrame;
                cpu[i] = console.cpuAtFrame;
                live[i] = console.livePanel;
                rss[i] = console.rssMiB;
            }
        }
        Bench.figure("bare window, first frame", Bench.median(bareFrame), "ms");
        Bench.figure("bare window, CPU to first frame", Bench.median(bareCpu), "s");
        Bench.figure("console, first frame", Bench.median(frame), "ms");
        Bench.figure("console, CPU to first frame", Bench.median(cpu), "s");
        Bench.figure("console, live panel", Bench.median(live), "ms");
        Bench.figure("console, resident memory 10 s after", Bench.median(rss), "MiB");
        double[] ratio = new double[RUNS];
        for (int i = 0; i < RUNS; i++) {
            ratio[i] = cpu[i] / bareCpu[i];
        }
        Bench.figure("CPU to first frame, console / bare window", Bench.median(ratio), "x");
    }

    private record Start(double firstFrame, double livePanel, double cpuAtFrame, double rssMiB) {}

    private static Start start(String mainClass, String until, int restSeconds)
            throws IOException, InterruptedException {
        Path home = Files.createTempDirectory("tars-bench");
        Path out = home.resolve("out.log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dprism.order=sw",
                "-cp",
                System.getProperty("java.class.path"),
                mainClass));
        if (mainClass.endsWith(".Main")) {
            Optional.ofNullable(System.getenv("TARS_BENCH_ARGS"))
                    .ifPresent(extra -> command.addAll(List.of(extra.split(" "))));
        }
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile());
        for (String folder : List.of("XDG_CONFIG_HOME", "XDG_STATE_HOME")) {
            builder.environment().put(folder, home.toString());
        }
        Process process = builder.start();
        try {
            long deadline = System.nanoTime() + LIMIT.toNanos();
            double cpuAtFrame = Double.NaN;
            while (System.nanoTime() < deadline && process.isAlive()) {
                String log = allText(home);
                if (Double.isNaN(cpuAtFrame) && log.contains("first frame")) {
                    cpuAtFrame = cpuSeconds(process.pid());
                }
                if (log.contains(until)) {
                    pause(restSeconds * 1000L);
                    return new Start(moment(log, "first frame"), moment(log, until), cpuAtFrame, rssMiB(process.pid()));
                }
                pause(10);
            }
            throw new IOException(mainClass + " did not reach \"" + until + "\":\n" + allText(home));
        } finally {
            process.destroy();
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            try (Stream<Path> paths = Files.walk(home)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            }
        }
    }

    private static double moment(String log, String name) {
        Matcher m =
                Pattern.compile(Pattern.quote(name) + "[^0-9\\n]*([0-9]+) ms").matcher(log);
        return m.find() ? Double.parseDouble(m.group(1)) : Double.NaN;
    }

    private static String allText(Path home) throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> paths = Files.walk(home)) {
            paths.filter(p -> p.toString().endsWith(".log")).sorted().forEach(p -> {
                try {
                    text.append(Files.readString(p));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        return text.toString();
    }

    /** User and system time of the process so far, fields 14 and 15 of proc(5) stat. */
    private static double cpuSeconds(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Double.parseDouble(fields[11]) + Double.parseDouble(fields[12])) / CLOCK_TICKS;
    }

    private static double rssMiB(long pid) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"))) {
            if (line.startsWith("VmRSS:")) {
                return Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024;
            }
        }
        return Double.NaN;
    }

    private static void pause(long millis) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }
}
