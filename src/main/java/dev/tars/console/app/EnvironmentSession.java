package dev.tars.console.app;

import dev.tars.console.app.environments.Environment;
import dev.tars.console.app.guard.LabelCheck;
import dev.tars.console.base.ConnectionReport;
import dev.tars.console.base.Problem;
import dev.tars.console.base.Progress;
import dev.tars.console.base.Ticker;
import dev.tars.console.connect.http.HttpEndpoint;
import dev.tars.console.connect.prometheus.PrometheusClient;
import dev.tars.console.connect.prometheus.PrometheusException;
import dev.tars.console.journal.Journal;
import dev.tars.console.practice.Drills;
import dev.tars.console.practice.Practice;
import dev.tars.console.practice.PracticeFailed;
import dev.tars.console.practice.PracticeOptions;
import dev.tars.console.practice.servers.Servers;
import dev.tars.console.slo.GoneSeries;
import dev.tars.console.slo.ReleaseMark;
import dev.tars.console.slo.SloFeed;
import dev.tars.console.slo.SloFile;
import dev.tars.console.slo.SloMonitor;
import dev.tars.console.slo.client.PrometheusSloSource;
import dev.tars.console.ui.background.Workers;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything that is open for one environment: its clients, its monitor, its threads, and practice itself where it is
 * that. Opened and closed off the FX thread; closing leaves no thread and no connection behind.
 */
final class EnvironmentSession implements AutoCloseable {

    /** More than the four questions a poll has under way at once: a chart is asked for beside them. */
    private static final int WORKERS = 6;

    private static final Logger LOG = LoggerFactory.getLogger(EnvironmentSession.class);

    private final Environment environment;
    private final Optional<Practice> practice;
    private final Workers workers;
    private final PrometheusClient client;
    private final SloMonitor monitor;
    private final MigrationSession migration;
    private final Deque<Runnable> closing = new ArrayDeque<>();

    private EnvironmentSession(
            Environment environment,
            Optional<Practice> practice,
            SloFile slos,
            HttpEndpoint endpoint,
            Clock clock,
            Ticker ticker,
            Duration polls,
            ZoneId zone,
            Supplier<Optional<ReleaseMark>> mark,
            MigrationSession migration) {
        this.environment = environment;
        this.practice = practice;
        this.migration = migration;
        practice.ifPresent(p -> closing.push(p::close));
        closing.push(migration::close);
        workers = new Workers(environment.name(), WORKERS);
        closing.push(workers::close);
        client = new PrometheusClient(endpoint, clock, ticker);
        closing.push(client::close);
        monitor = new SloMonitor(
                slos.objectives(),
                new PrometheusSloSource(client, workers.pool(), ticker),
                clock,
                ticker,
                workers.scheduler(),
                polls,
                zone,
                mark);
        closing.push(monitor::close);
    }

    /** Opens an environment; practice takes seconds and tells how far it is. */
    static EnvironmentSession open(
            Environment environment,
            ReleaseDesk release,
            Clock clock,
            Ticker ticker,
            Duration polls,
            ZoneId zone,
            Path programs,
            int rows,
            Supplier<Optional<ReleaseMark>> mark,
            Callable<Journal> journal,
            Progress progress)
            throws NotOpened, InterruptedException {
        SloFile slos = release.slos().orElseThrow(() -> new NotOpened(objectivesRefused(release)));
        Optional<HttpEndpoint> named = environment.prometheus();
        if (named.isPresent()) {
            MigrationSession migration =
                    new MigrationSession(environment, environment.postgres(), release.files(), journal, clock, ticker);
            return new EnvironmentSession(
                    environment, Optional.empty(), slos, named.get(), clock, ticker, polls, zone, mark, migration);
        }
        Practice practice = startPractice(release, clock, ticker, programs, rows, progress);
        HttpEndpoint endpoint = HttpEndpoint.of(practice.prometheus());
        MigrationSession migration = new MigrationSession(
                environment,
                practice.servers().map(servers -> MigrationSession.endpoint(servers.jdbcUrl())),
                release.files(),
                journal,
                clock,
                ticker);
        return new EnvironmentSession(
                environment, Optional.of(practice), slos, endpoint, clock, ticker, polls, zone, mark, migration);
    }

    private static Practice startPractice(
            ReleaseDesk release, Clock clock, Ticker ticker, Path programs, int rows, Progress progress)
            throws NotOpened, InterruptedException {
        try {
            PracticeOptions options = PracticeOptions.of(
                            release.text(ReleaseDesk.RECORDING_RULES), release.text(ReleaseDesk.ALERTS), programs)
                    .withRows(rows);
            return Practice.start(options, clock, ticker, progress);
        } catch (PracticeFailed e) {
            throw new NotOpened(e.problem(), e);
        } catch (IOException e) {
            throw new NotOpened(
                    new Problem(
                            "Practice does not start: its rules cannot be read.",
                            release.inForce().origin(),
                            "There is nothing to rehearse on; other environments are not touched by it.",
                            "Start with a release folder that has " + ReleaseDesk.RECORDING_RULES + ".",
                            String.valueOf(e)),
                    e);
        }
    }

    private static Problem objectivesRefused(ReleaseDesk release) {
        return release.problems().stream()
                .findFirst()
                .orElse(Problem.of(
                        "The release has no objectives.", ReleaseDesk.SLOS, "Nothing is judged.", "Name another."));
    }

    /** Begins to poll, and asks once for the server's version: from then on the connection tells it. */
    void start() {
        monitor.open();
        workers.pool().execute(this::askVersion);
    }

    private void askVersion() {
        try {
            client.buildInfo();
        } catch (PrometheusException e) {
            LOG.debug("the server does not tell its version", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    Environment environment() {
        return environment;
    }

    SloFeed feed() {
        return monitor;
    }

    /** Series that persons accepted as gone; the same said again changes nothing. */
    void accept(List<GoneSeries.Gone> gone) {
        gone.forEach(monitor::acknowledge);
    }

    /** The migration of this environment's database. */
    MigrationSession migration() {
        return migration;
    }

    PrometheusClient prometheus() {
        return client;
    }

    /** Where its Prometheus is. */
    URI prometheusAddress() {
        return practice.map(Practice::prometheus)
                .or(() -> environment.prometheus().map(HttpEndpoint::base))
                .orElseThrow(() -> new IllegalStateException("an open environment has a Prometheus"));
    }

    /** The servers of practice, where it has real ones. */
    Optional<Servers> servers() {
        return practice.flatMap(Practice::servers);
    }

    /** The switches that break practice; none anywhere else. */
    Optional<Drills> drills() {
        return practice.map(Practice::drills);
    }

    /** What the guard knows this environment's target by. */
    LabelCheck.Target target() {
        return new LabelCheck.Target(environment.name(), environment.safeguard().labels(), client::configuration);
    }

    /** How each connection stands, now and after every answer, until the session is closed. */
    void watchConnection(Consumer<ConnectionReport> receiver) {
        closing.push(client.subscribe(report -> receiver.accept(named(report)))::close);
        // Their subscription ends with practice.
        practice.flatMap(Practice::servers).ifPresent(servers -> servers.subscribe(receiver));
        if (practice.isEmpty()) {
            migration.watch(receiver).ifPresent(watched -> closing.push(watched::close));
        }
    }

    /** Practice says which server stands behind it. */
    private ConnectionReport named(ConnectionReport report) {
        if (practice.isEmpty()) {
            return report;
        }
        return new ConnectionReport(
                report.name() + (practice.get().usesRealPrometheus() ? ", real" : ", built-in"),
                report.address(),
                report.status(),
                report.since(),
                report.lastAnswer(),
                report.skew(),
                report.lastAsked(),
                practice.get().serverName(),
                report.problem());
    }

    /** Ends everything, in the reverse order of its start. */
    @Override
    public void close() {
        while (!closing.isEmpty()) {
            Runnable step = closing.pop();
            try {
                step.run();
            } catch (RuntimeException e) {
                // The others hold threads, processes and connections of their own.
                LOG.error("A part of {} is not closed", environment.name(), e);
            }
        }
    }

    /** An environment that does not open, and why. */
    static final class NotOpened extends Exception implements Problem.Carrier {
        private static final long serialVersionUID = 1L;
        private final transient Problem problem;

        NotOpened(Problem problem) {
            super(problem.what());
            this.problem = problem;
        }

        NotOpened(Problem problem, Exception cause) {
            super(problem.what(), cause);
            this.problem = problem;
        }

        @Override
        public Problem problem() {
            return problem;
        }
    }
}
