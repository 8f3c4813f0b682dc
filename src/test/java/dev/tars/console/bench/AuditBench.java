package dev.tars.console.bench;

import dev.tars.console.app.Theme;
import dev.tars.console.app.settings.Density;
import dev.tars.console.base.Ticker;
import dev.tars.console.journal.Journal;
import dev.tars.console.journal.Payload;
import dev.tars.console.journal.client.Journals;
import dev.tars.console.journal.view.AuditScreen;
import dev.tars.console.ui.Texts;
import dev.tars.console.ui.background.FxBackground;
import dev.tars.console.ui.background.FxThread;
import dev.tars.console.ui.background.Workers;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;

/** The audit page over a hundred thousand events: what it takes from the FX thread to open it and to filter it. */
final class AuditBench {

    /** {@code -Daudit.events=1000} for what the page itself takes. */
    private static final int EVENTS = Integer.getInteger("audit.events", 100_000);

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private AuditBench() {}

    static void run() throws Exception {
        Path folder = Files.createTempDirectory("audit-bench");
        Path file = folder.resolve("journal.db");
        Fill.journal(
                file,
                EVENTS,
                Payload.builder()
                        .run("roll-1")
                        .put("title", "Roll us-east-1")
                        .put("words", "x".repeat(150))
                        .build());
        Platform.startup(() -> {});
        long fx = onFx(() -> Thread.currentThread().getId());
        try (Workers workers = new Workers("bench", 2);
                Journal journal =
                        Journal.open(Journals.sqlite(file, Ticker.system()), Clock.systemUTC(), workers.scheduler());
                FxBackground background = new FxBackground(workers.pool(), FxThread.real())) {
            AuditScreen screen = onFx(() -> shown(journal, background));
            ListView<?> rows = onFx(() -> (ListView<?>) screen.root().lookup("#audit-rows"));
            TextField text = onFx(() -> (TextField) screen.root().lookup("#audit-text"));
            measure("audit-open", fx, screen::open, () -> rows.getItems().size() > EVENTS);
            measure(
                    "audit-filter",
                    fx,
                    () -> text.setText("9999"),
                    () -> rows.getItems().size() < EVENTS);
            measure(
                    "audit-filter-back",
                    fx,
                    () -> text.setText(""),
                    () -> rows.getItems().size() > EVENTS);
            Platform.runLater(screen::close);
        }
    }

    private static AuditScreen shown(Journal journal, FxBackground background) {
        AuditScreen screen =
                new AuditScreen(() -> journal, background, ZoneOffset.UTC, new Texts(), name -> Optional.empty());
        Scene scene = new Scene(screen.root(), 1102, 738);
        Theme theme = new Theme();
        theme.use(false, 100, Density.STANDARD);
        theme.dress(scene);
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        return screen;
    }

    /** The longest event is what a person feels; CPU time, since others may run on this machine. */
    private static void measure(String name, long fx, Runnable act, BooleanSupplier done) throws Exception {
        long start = System.nanoTime();
        long cpu = THREADS.getThreadCpuTime(fx);
        double longest = 0;
        long before = cpu;
        Platform.runLater(act);
        while (!onFx(done::getAsBoolean)) {
            long now = THREADS.getThreadCpuTime(fx);
            longest = Math.max(longest, (now - before) / 1e6);
            before = now;
            pause();
        }
        Bench.figure(name + "-wall", (System.nanoTime() - start) / 1e6, "ms");
        Bench.figure(name + "-fx-cpu", (THREADS.getThreadCpuTime(fx) - cpu) / 1e6, "ms");
        Bench.figure(name + "-fx-longest", longest, "ms");
    }

    private static void pause() throws InterruptedException {
        // Nobody counts it down: this is the time between two looks.
        var unused = new CountDownLatch(1).await(4, TimeUnit.MILLISECONDS);
    }

    private static <T> T onFx(java.util.concurrent.Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        return task.get();
    }
}
