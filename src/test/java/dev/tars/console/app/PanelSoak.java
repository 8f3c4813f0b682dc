package dev.tars.console.app;

import dev.tars.console.app.settings.UserFolders;
import dev.tars.console.base.Ticker;
import dev.tars.console.ui.background.Stall;
import dev.tars.console.ui.background.StallWatchdog;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.control.TableView;
import javafx.stage.Stage;

/**
 * The console in a process of its own, polling each second while a person reads: rows are chosen, scrolled to, and
 * pages changed. Prints what it saw as {@code name: value}, and each stall with its stack.
 */
final class PanelSoak {

    private static final int FIFTHS = 5;
    private static final int COLLECTIONS = 3;
    private static final Duration LIVE_WITHIN = Duration.ofSeconds(90);
    private static final Duration SETTLE = Duration.ofSeconds(2);

    private final ConsoleApp app;
    private final FxWatch fx;
    private final HeapFloor heap = new HeapFloor();
    private final int seconds;
    private final URI server;
    private final double[] floors = {Double.MAX_VALUE, Double.MAX_VALUE};
    private final int[] threads = {0, 0};
    private long stallsSeen;
    private long own;
    private long machine;
    private long forced;
    private Duration longest = Duration.ZERO;

    private PanelSoak(ConsoleApp app, FxWatch fx, int seconds, URI server) {
        this.app = app;
        this.fx = fx;
        this.seconds = seconds;
        this.server = server;
    }

    /** @param args folder of the release and the environments, time to run in seconds, address of the server */
    public static void main(String[] args) {
        try {
            soak(args);
            System.exit(0);
        } catch (Throwable e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static void soak(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        Options options = new Options();
        Options.reader(options)
                .parseArgs(
                        "--environments",
                        folder.resolve("environments.yaml").toString(),
                        "--environment",
                        "soak",
                        "--release",
                        folder.toString());
        Wiring wiring = new Wiring(
                options,
                new UserFolders(folder, folder),
                Map.of("GTK_THEME", "Adwaita"),
                "Linux",
                Clock.systemUTC(),
                Ticker.system(),
                Duration.ofSeconds(1));
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        ConsoleApp app = onFx(() -> {
            ConsoleApp made = new ConsoleApp(wiring, Beginning.read(wiring), new Stage());
            made.show();
            return made;
        });
        try (FxWatch fx = new FxWatch()) {
            new PanelSoak(app, fx, Integer.parseInt(args[1]), URI.create(args[2])).run();
        }
        onFx(() -> {
            app.close();
            return app;
        });
    }

    private static <T> T onFx(Supplier<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work::get);
        Platform.runLater(task);
        return task.get(2, TimeUnit.MINUTES);
    }

    private void run() throws Exception {
        long limit = System.nanoTime() + LIVE_WITHIN.toNanos();
        // The past hour of every row is a part of the floor.
        while (rows() == 0 || polls() == 0 || ranges() < rows()) {
            if (System.nanoTime() > limit) {
                throw new IllegalStateException("not live within " + LIVE_WITHIN);
            }
            pass(Duration.ofMillis(200));
        }
        // The first time a page is shown its controls are made, which a second time does not need.
        show("settings");
        pass(SETTLE);
        show("live");
        pass(SETTLE);
        heap.restart();
        stallsSeen = onFx(this::stalls).count();
        long missed = missed();
        long start = System.nanoTime();
        for (int second = 0; second < seconds; second++) {
            act(second);
            collect(second);
            pass(Duration.ofNanos(
                    Math.max(0, start + Duration.ofSeconds(second + 1).toNanos() - System.nanoTime())));
            look(second);
        }
        figure("rows", rows());
        figure("measured s", (System.nanoTime() - start) / 1e9);
        figure("polls missed", missed() - missed);
        figure("stalls of its own", own);
        figure("stalls of the machine", machine);
        figure("stalls in forced collections", forced);
        figure("longest stall ms", longest.toMillis());
        figure("looks that came late %", fx.late() * 100);
        figure("collections", heap.pauses());
        figure("longest collection ms", heap.longestPause());
        figure("floor early MB", floors[0]);
        figure("floor late MB", floors[1]);
        figure("threads early", threads[0]);
        figure("threads late", threads[1]);
    }

    /** What a person does: a row a few seconds, now and then the end of the table, now and then another page. */
    private void act(int second) throws Exception {
        if (second % 4 == 0) {
            onFx(() -> {
                if (app.stage().getScene().lookup("#objectives") instanceof TableView<?> table) {
                    int row = second * 7 % Math.max(1, table.getItems().size());
                    table.scrollTo(row);
                    table.getSelectionModel().select(row);
                }
                return second;
            });
        } else if (second % 30 == 17 || second % 30 == 19) {
            show(second % 30 == 17 ? "settings" : "live");
        }
    }

    private void show(String page) throws Exception {
        onFx(() -> {
            app.pages().show(page);
            return page;
        });
    }

    /** Some times in the second and in the last fifth. */
    private void collect(int second) {
        int fifth = second * FIFTHS / seconds;
        int within = second - fifth * seconds / FIFTHS;
        int every = Math.max(1, seconds / FIFTHS / (COLLECTIONS + 1));
        if ((fifth == 1 || fifth == FIFTHS - 1) && within % every == every - 1) {
            int which = fifth == 1 ? 0 : 1;
            floors[which] = Math.min(floors[which], heap.force());
        }
    }

    private void look(int second) throws Exception {
        int fifth = second * FIFTHS / seconds;
        if (fifth == 1 || fifth == FIFTHS - 1) {
            int which = fifth == 1 ? 0 : 1;
            threads[which] =
                    Math.max(threads[which], ManagementFactory.getThreadMXBean().getThreadCount());
        }
        StallWatchdog.Stalls stalls = onFx(this::stalls);
        long fresh = stalls.count() - stallsSeen;
        stallsSeen = stalls.count();
        List<Stall> last = stalls.last();
        // More than it keeps in one second are all its own.
        own += Math.max(0, fresh - last.size());
        for (int i = 0; i < Math.min(fresh, last.size()); i++) {
            judge(last.get(i));
        }
    }

    private void judge(Stall stall) {
        Instant from = stall.at().minus(StallWatchdog.LIMIT);
        Instant to = from.plus(stall.lasted());
        Duration busy = fx.cpu(stall);
        String kind;
        if (heap.overlapsForced(from, to)) {
            forced++;
            kind = "in a forced collection";
        } else if (!fx.isOwn(stall)) {
            machine++;
            kind = "of the machine";
        } else {
            own++;
            kind = "of its own";
            longest = stall.lasted().compareTo(longest) > 0 ? stall.lasted() : longest;
        }
        System.out.println(
                "# stall " + kind + " at " + stall.at() + ", " + stall.lasted().toMillis()
                        + " ms, of which CPU " + busy.toMillis() + " ms\n#   "
                        + stall.stackText().replace("\n", "\n#   "));
    }

    private StallWatchdog.Stalls stalls() {
        return app.model().getState().stalls();
    }

    private int rows() throws Exception {
        return onFx(() -> app.stage().getScene().lookup("#objectives") instanceof TableView<?> table
                ? table.getItems().size()
                : 0);
    }

    private int ranges() throws Exception {
        try (InputStream in = server.resolve(ManySeries.RANGES).toURL().openStream()) {
            return Integer.parseInt(new String(in.readAllBytes(), StandardCharsets.US_ASCII).strip());
        }
    }

    private long missed() throws Exception {
        return onFx(() -> app.model().getState().poll().map(p -> p.missed()).orElse(0L));
    }

    private int polls() throws Exception {
        return onFx(
                () -> app.model().getState().poll().map(p -> p.recent().size()).orElse(0));
    }

    private static void pass(Duration time) throws InterruptedException {
        // Nobody counts it down: this is the time that goes by.
        var unused = new CountDownLatch(1).await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    private static void figure(String name, double value) {
        System.out.println(String.format(Locale.ROOT, "%s: %.1f", name, value));
    }
}
