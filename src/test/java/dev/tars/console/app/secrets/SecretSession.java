package dev.tars.console.app.secrets;

import dev.tars.console.app.Logging;
import dev.tars.console.app.environments.Environment;
import dev.tars.console.app.environments.EnvironmentBook;
import dev.tars.console.app.guard.Desk;
import dev.tars.console.base.ChildProcess;
import dev.tars.console.base.Ticker;
import dev.tars.console.connect.prometheus.PrometheusClient;
import dev.tars.console.connect.prometheus.PrometheusException;
import dev.tars.console.journal.Journal;
import dev.tars.console.journal.JournalExport;
import dev.tars.console.journal.client.Journals;
import dev.tars.console.release.Action;
import dev.tars.console.release.Confirmation;
import dev.tars.console.release.Guard;
import dev.tars.console.release.Harm;
import dev.tars.console.release.JournalRecord;
import dev.tars.console.release.Mode;
import dev.tars.console.release.Outcome;
import dev.tars.console.release.TargetReading;
import dev.tars.console.ui.background.Workers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.slf4j.LoggerFactory;

/**
 * A session as a process of its own, with secrets among its variables: opens every environment of a file, is refused by
 * a server that repeats the token, runs an action that breaks on it, exports the journal, starts another program. All
 * that is left lies in one folder. Logs everything there is.
 */
public final class SecretSession {

    private SecretSession() {}

    /** @param args the folder */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        Logging.start(folder.resolve("console-%g.log"));
        Logger.getLogger("").setLevel(Level.ALL);
        Logger.getLogger("dev.tars").setLevel(Level.ALL);
        for (var handler : Logger.getLogger("").getHandlers()) {
            handler.setLevel(Level.ALL);
        }
        Clock clock = Clock.systemUTC();
        EnvironmentBook book =
                EnvironmentBook.open(Optional.of(folder.resolve("environments.yaml")), folder, System.getenv(), "");
        try (Workers workers = new Workers("session", 1);
                Journal journal = Journal.open(
                        Journals.sqlite(folder.resolve("journal.db"), Ticker.system()), clock, workers.scheduler())) {
            for (Environment each : book.all()) {
                if (!each.isPractice()) {
                    act(each, journal, clock);
                }
            }
            var unused = JournalExport.write(journal, JournalExport.Format.JSONL, folder.resolve("export.jsonl"));
            unused = JournalExport.write(journal, JournalExport.Format.MARKDOWN, folder.resolve("export.md"));
        }
        Files.writeString(folder.resolve("book.txt"), book.toString());
        Files.copy(Path.of("/proc/self/cmdline"), folder.resolve("own-arguments.txt"));
        Process child = ChildProcess.of(List.of("sh", "-c", "env; tr '\\0' ' ' < /proc/$$/cmdline"))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("child.txt").toFile())
                .start();
        if (!child.waitFor(10, TimeUnit.SECONDS) || child.exitValue() != 0) {
            throw new IllegalStateException("the child did not end well");
        }
    }

    private static void act(Environment environment, Journal journal, Clock clock) throws Exception {
        try (PrometheusClient client =
                new PrometheusClient(environment.prometheus().orElseThrow(), clock, Ticker.system())) {
            try {
                var unused = client.buildInfo();
            } catch (PrometheusException e) {
                LoggerFactory.getLogger(SecretSession.class).warn("{}", e.problem(), e);
            }
            Desk desk = new Desk(environment.place(), "Otto");
            Guard guard = new Guard(
                    new Mode(false),
                    desk,
                    name -> new TargetReading(clock.instant(), List.of()),
                    new JournalRecord(() -> Optional.of(journal)),
                    clock);
            Action action = new Action(
                    "test.configure",
                    "Read " + environment.name(),
                    Harm.REVERSIBLE,
                    "",
                    Action.Reach.TARGET,
                    environment.name(),
                    () -> List.of("GET " + environment.prometheus().orElseThrow() + " with "
                            + environment.prometheus().orElseThrow().auth()),
                    approval -> Outcome.done(client.configuration()));
            Outcome outcome = guard.run(guard.arm(action), Confirmation.CLICK);
            LoggerFactory.getLogger(SecretSession.class).info("{}", outcome);
        }
    }
}
