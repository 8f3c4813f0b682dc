package dev.tars.console.practice.real;

import dev.tars.console.base.ChildProcess;
import dev.tars.console.base.Progress;
import dev.tars.console.practice.history.CoarseHistory;
import dev.tars.console.practice.store.TimeSeriesStore;
import dev.tars.console.promql.Labels;
import dev.tars.console.promql.Staleness;
import dev.tars.console.promql.StoredSeries;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Gives a Prometheus its history: the samples as OpenMetrics text, made into blocks by promtool. The last hours are there
 * before the server starts; the coarse weeks are the longer work and come in while it runs, within about a minute, which
 * is how often it looks for new blocks.
 */
final class HistoryBlocks {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final Path promtool;
    private final Path folder;
    private final Path into;

    HistoryBlocks(Path promtool, Path folder, Path into) {
        this.promtool = promtool;
        this.folder = folder;
        this.into = into;
    }

    /**
     * The last hours, for a server that is not running yet.
     *
     * @throws IOException where a file cannot be written or promtool refuses it
     */
    void detailed(TimeSeriesStore store, Progress progress) throws IOException, InterruptedException {
        Path text = folder.resolve("detailed.om");
        try (BufferedWriter out = Files.newBufferedWriter(text)) {
            for (StoredSeries series : store.select(List.of(), Long.MIN_VALUE / 2, Long.MAX_VALUE / 2)) {
                series(out, series.labels(), series.millis(), series.values(), series.from(), series.to());
            }
            out.write("# EOF\n");
        }
        progress.checkCancelled();
        make(text, List.of(), into, progress);
    }

    /**
     * The weeks before, for a running server. They go into few long blocks; in blocks of two hours they would be
     * hundreds. Each is moved into place whole.
     *
     * @throws IOException where a file cannot be written or promtool refuses it
     */
    void weeks(List<CoarseHistory.Line> lines) throws IOException, InterruptedException {
        Path text = folder.resolve("coarse.om");
        try (BufferedWriter out = Files.newBufferedWriter(text)) {
            for (CoarseHistory.Line line : lines) {
                series(out, line.labels(), line.millis(), line.values(), 0, line.millis().length);
            }
            out.write("# EOF\n");
        }
        Path made = Files.createDirectories(folder.resolve("weeks"));
        make(text, List.of("--max-block-duration=1440h"), made, Progress.ignored());
        try (Stream<Path> blocks = Files.list(made)) {
            for (Path block : blocks.toList()) {
                Files.move(block, into.resolve(block.getFileName()), StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    private void make(Path text, List<String> options, Path target, Progress progress)
            throws IOException, InterruptedException {
        Process process = blocks(text, options, target);
        try {
            await(process, text, progress);
        } finally {
            // What it still wrote after that would stay behind when the folder is removed.
            process.destroyForcibly().onExit().join();
        }
    }

    private Process blocks(Path text, List<String> options, Path target) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(promtool.toString(), "tsdb", "create-blocks-from", "openmetrics", "-q"));
        command.addAll(options);
        command.add(text.toString());
        command.add(target.toString());
        return ChildProcess.of(command)
                .redirectErrorStream(true)
                .redirectOutput(log(text).toFile())
                .start();
    }

    private static Path log(Path text) {
        return text.resolveSibling(text.getFileName() + ".log");
    }

    private static void await(Process process, Path text, Progress progress) throws IOException, InterruptedException {
        for (int looks = 0; !process.waitFor(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS); looks++) {
            progress.checkCancelled();
            if (looks == LIMIT.dividedBy(LOOK_AGAIN)) {
                throw new IOException(
                        "promtool has not made blocks of " + text + " within " + LIMIT.toSeconds() + " s");
            }
        }
        if (process.exitValue() != 0) {
            throw new IOException("promtool refuses " + text + ": " + Files.readString(log(text)));
        }
        Files.deleteIfExists(text);
    }

    private static void series(BufferedWriter out, Labels labels, long[] millis, double[] values, int from, int to)
            throws IOException {
        String head = head(labels);
        StringBuilder line = new StringBuilder(head.length() + 48);
        for (int i = from; i < to; i++) {
            // The text has no word for a staleness marker; a gap says nearly the same.
            if (!Staleness.isStale(values[i])) {
                line.setLength(0);
                line.append(head).append(' ').append(number(values[i])).append(' ');
                line.append(millis[i] / 1000).append('.');
                line.append(String.valueOf(1000 + millis[i] % 1000), 1, 4).append('\n');
                out.append(line);
            }
        }
    }

    private static String number(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "+Inf" : "-Inf";
        }
        long whole = (long) value;
        return whole == value ? Long.toString(whole) : Double.toString(value);
    }

    private static String head(Labels labels) {
        StringBuilder head = new StringBuilder(labels.name()).append('{');
        for (Map.Entry<String, String> label : labels.withoutName().toMap().entrySet()) {
            String value =
                    label.getValue().replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
            head.append(head.charAt(head.length() - 1) == '{' ? "" : ",").append(label.getKey());
            head.append("=\"").append(value).append('"');
        }
        return head.append('}').toString();
    }
}
