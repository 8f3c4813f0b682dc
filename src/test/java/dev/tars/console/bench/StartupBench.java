package dev.tars.console.bench;

import dev.tars.console.base.Progress;
import dev.tars.console.base.Ticker;
import dev.tars.console.practice.Practice;
import dev.tars.console.practice.PracticeOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * From JVM start to the first complete frame and to the live panel, CPU time and resident memory, beside a bare window
 * started in turn: once on practice, once on a Prometheus outside the console (practice's, run by the benchmark). Needs
 * a display ({@code xvfb-run -a}). Linux: CPU and memory are read from /proc.
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

    static void run() throws Exception {
        Start[] bare = new Start[RUNS];
        Start[] practice = new Start[RUNS];
        Start[] outside = new Start[RUNS];
        Path environments = Files.createTempFile("tars-bench", ".yaml");
        try (Practice server = Practice.start(
                PracticeOptions.of(
                        Files.readString(Path.of("rules/recording_rules.yaml")),
                        Files.readString(Path.of("rules/alerts.yaml")),
                        Path.of("target", "programs")),
                Clock.systemUTC(),
                Ticker.system(),
                Progress.ignored())) {
            Files.writeString(
                    environments,
                    "version: 1\nenvironments:\n  - name: outside\n    prometheus: {url: '" + server.prometheus()
                            + "'}\n");
            for (int i = -1; i < RUNS; i++) {
                Start first = start(List.of("dev.tars.console.bench.BareWindow"), "first frame", 0);
                Start second = start(List.of("dev.tars.console.Main"), "live panel", 0);
                Start third = start(
                        List.of(
                                "dev.tars.console.Main",
                                "--environments",
                                environments.toString(),
                                "--environment",
                                "outside"),
                        "live panel",
                        20);
                if (i >= 0) {
                    bare[i] = first;
                    practice[i] = second;
                    outside[i] = third;
                }
            }
        } finally {
            Files.deleteIfExists(environments);
        }
        figure("bare window, first frame", bare, Start::firstFrame, "ms");
        figure("bare window, CPU to first frame", bare, Start::cpuAtFrame, "s");
        figure("console on practice, first frame", practice, Start::firstFrame, "ms");
        figure("console on practice, live panel", practice, Start::livePanel, "ms");
        figure("console on a Prometheus outside, first frame", outside, Start::firstFrame, "ms");
        figure("console on a Prometheus outside, live panel", outside, Start::livePanel, "ms");
        figure("console on a Prometheus outside, resident memory after 20 s", outside, Start::rssMiB, "MiB");
        figure("console, CPU to first frame", practice, Start::cpuAtFrame, "s");
        double[] ratio = new double[RUNS];
        for (int i = 0; i < RUNS; i++) {
            ratio[i] = practice[i].cpuAtFrame() / bare[i].cpuAtFrame();
        }
        Bench.figure("CPU to first frame, console / bare window", Bench.median(ratio), "x");
    }

    private static void figure(String name, Start[] starts, ToDoubleFunction<Start> value, String unit) {
        Bench.figure(name, Bench.median(Stream.of(starts).mapToDouble(value).toArray()), unit);
    }

    private record Start(double firstFrame, double livePanel, double cpuAtFrame, double rssMiB) {}

    /** @param program main class and its arguments; @param restSeconds from the moment to the reading of memory */
    private static Start start(List<String> program, String until, int restSeconds)
            throws IOException, InterruptedException {
        Path home = Files.createTempDirectory("tars-bench");
        Path out = home.resolve("out.log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms48m",
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                // No graphics card here: else Mesa's software OpenGL is loaded (50 MiB), refused and kept.
                "-Dprism.order=sw",
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(program);
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
            throw new IOException(program + " did not reach \"" + until + "\":\n" + allText(home));
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
