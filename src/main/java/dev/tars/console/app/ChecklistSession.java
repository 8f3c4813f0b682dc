package dev.tars.console.app;

import dev.tars.console.app.environments.Environment;
import dev.tars.console.base.Ticker;
import dev.tars.console.checklist.ChecklistFeed;
import dev.tars.console.checklist.ChecklistMonitor;
import dev.tars.console.checklist.PersonDesk;
import dev.tars.console.checklist.ProbingAsker;
import dev.tars.console.release.ReleaseFiles;
import dev.tars.console.runbook.Fingerprints;
import dev.tars.console.runbook.ProbeContext;
import dev.tars.console.runbook.Probing;
import dev.tars.console.runbook.Runbook;
import dev.tars.console.runbook.RunbookReader;
import dev.tars.console.ui.background.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The validation list in one environment: its probes, its monitor, its threads. */
final class ChecklistSession implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ChecklistSession.class);
    private static final String NONE = "validation.md";

    /** A run, the watches that wait for answers, and what is read and published beside them. */
    private static final int THREADS = 8;

    private static final int AT_A_TIME = 6;
    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    private final Workers workers;
    private final Workers probes;
    private final Workers answers;
    private final ChecklistMonitor monitor;
    private final PersonDesk saying;

    ChecklistSession(
            EnvironmentSession session, ReleaseDesk release, Safeguards safeguards, Clock clock, Ticker ticker) {
        Environment environment = session.environment();
        String list = list(release);
        workers = new Workers("checklist", THREADS);
        probes = new Workers("probes", AT_A_TIME);
        answers = new Workers("answers", AT_A_TIME);
        Probing probing = new Probing(
                Probes.of(session, release.files(), answers.pool(), ticker), probes.pool(), ticker, AT_A_TIME, TIMEOUT);
        Fingerprints fingerprints = fingerprints(environment.name(), release.files());
        ProbeContext context =
                new ProbeContext(variables(session, release.files()), fingerprints, () -> List.of(), clock);
        monitor = new ChecklistMonitor(
                environment.name(),
                list,
                new ChecklistMonitor.Around(
                        () -> read(release.files(), list, probing),
                        new ProbingAsker(probing, context),
                        fingerprints,
                        safeguards::journal,
                        safeguards.desk(),
                        clock,
                        workers.scheduler(),
                        workers.pool()));
        saying = safeguards.saying(environment.name(), list, clock);
    }

    /** The file of the list: its name is what the journal knows it by. */
    private static String list(ReleaseDesk release) {
        return release.inForce().files().stream()
                .map(file -> file.name())
                .filter(name -> name.startsWith("checklists/validation-v") && name.endsWith(".md"))
                .map(name -> name.substring("checklists/".length()))
                .findFirst()
                .orElse(NONE);
    }

    private static Runbook read(ReleaseFiles files, String list, Probing probing) throws Exception {
        String name = "checklists/" + list;
        Runbook runbook = new RunbookReader().read(files.text(name), files.shown(name));
        probing.check(runbook);
        return runbook;
    }

    private static Map<String, String> variables(EnvironmentSession session, ReleaseFiles files) {
        return Map.of(
                "prometheus", session.prometheusAddress().toString().replaceAll("/+$", ""),
                "release", files.root().toString());
    }

    /** Files of the release by their hashes, the environment by its name; nothing else can be told yet. */
    private static Fingerprints fingerprints(String environment, ReleaseFiles files) {
        return name -> {
            if (name.equals("environment")) {
                return Optional.of(environment);
            }
            try {
                return Files.isRegularFile(files.file(name))
                        ? Optional.of(ReleaseFiles.sha256(files.file(name)))
                        : Optional.empty();
            } catch (IOException e) {
                LOG.debug("{} cannot be hashed", name, e);
                return Optional.empty();
            }
        };
    }

    void open() {
        monitor.open();
    }

    ChecklistFeed feed() {
        return monitor;
    }

    PersonDesk saying() {
        return saying;
    }

    @Override
    public void close() {
        monitor.close();
        probes.close();
        answers.close();
        workers.close();
    }
}
