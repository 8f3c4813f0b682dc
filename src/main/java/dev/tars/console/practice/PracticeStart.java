package dev.tars.console.practice;

import com.sun.net.httpserver.HttpHandler;
import dev.tars.console.base.Problem;
import dev.tars.console.base.Progress;
import dev.tars.console.base.Ticker;
import dev.tars.console.document.DocumentException;
import dev.tars.console.practice.front.Front;
import dev.tars.console.practice.front.PassOn;
import dev.tars.console.practice.history.CoarseHistory;
import dev.tars.console.practice.history.DetailedHistory;
import dev.tars.console.practice.model.SimulatedTarget;
import dev.tars.console.practice.model.Simulation;
import dev.tars.console.practice.real.Binaries;
import dev.tars.console.practice.real.RealPrometheus;
import dev.tars.console.practice.real.WorkFolder;
import dev.tars.console.practice.rules.RuleFile;
import dev.tars.console.practice.rules.RuleGroup;
import dev.tars.console.practice.server.BuiltInPrometheus;
import dev.tars.console.practice.server.ScrapeTarget;
import dev.tars.console.practice.servers.Servers;
import dev.tars.console.practice.store.TimeSeriesStore;
import dev.tars.console.practice.targets.Exporter;
import dev.tars.console.practice.targets.Plant;
import dev.tars.console.practice.targets.TargetServer;
import dev.tars.console.promql.PromqlEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts practice together, step by step. */
final class PracticeStart {
    private static final Logger LOG = LoggerFactory.getLogger(PracticeStart.class);
    private static final String RECORDING_RULES = "recording_rules.yaml";
    private static final String ALERT_RULES = "alerts.yaml";
    private static final Duration LOOKBACK = Duration.ofMinutes(5);
    private static final Duration KEPT_LONGER = Duration.ofMinutes(10);
    private static final Duration SLOW_ANSWER = Duration.ofSeconds(30);
    private static final Duration PASS_ON_TIMEOUT = Duration.ofSeconds(60);
    private static final int SLICES = 24;

    private final PracticeOptions options;
    private final Clock clock;
    private final Ticker ticker;
    private final Progress progress;
    private final Drills drills = new Drills();
    private final Closing closing = new Closing();
    private final TimeSeriesStore store = new TimeSeriesStore();
    private final PromqlEngine engine = new PromqlEngine(store, LOOKBACK);
    private Instant evaluatedTo = Instant.EPOCH;

    PracticeStart(PracticeOptions options, Clock clock, Ticker ticker, Progress progress) {
        this.options = options;
        this.clock = clock;
        this.ticker = ticker;
        this.progress = progress;
    }

    static {
        // The JDK's server sends head and body apart; without this the body waits 40 ms for the other side's
        // acknowledgement. It is read once, when the first server is made.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    Practice run() throws PracticeFailed, InterruptedException {
        boolean started = false;
        try {
            Practice practice = start();
            started = true;
            return practice;
        } catch (DocumentException e) {
            throw new PracticeFailed(e.problem(), e);
        } catch (IOException e) {
            throw new PracticeFailed(
                    new Problem(
                            "Practice cannot open its servers",
                            "127.0.0.1",
                            "There is nothing to rehearse on; real environments are not touched by it.",
                            "Start practice again; if it fails again, see whether this machine allows local ports.",
                            String.valueOf(e.getMessage())),
                    e);
        } finally {
            if (!started) {
                closing.close();
            }
        }
    }

    private Practice start() throws DocumentException, IOException, InterruptedException {
        progress.report(0, "Reading the rules");
        List<RuleGroup> groups = new ArrayList<>();
        for (Map.Entry<String, String> file : ruleFiles().entrySet()) {
            for (RuleFile.Group group : RuleFile.read(file.getValue(), file.getKey(), options.scrapeInterval())) {
                groups.add(new RuleGroup(group, engine, store, ticker));
            }
        }
        WorkFolder.clearLeftovers(tempFolder());
        Instant detailedFrom = Instant.now(clock).minus(options.detailed());
        Simulation simulation = new Simulation(options.seed(), detailedFrom);
        DetailedHistory history = new DetailedHistory(simulation, store, options.scrapeInterval());
        simulate(history, detailedFrom, groups);

        ExecutorService workers = Executors.newCachedThreadPool(PracticeStart::worker);
        closing.add(workers::shutdownNow);
        Optional<Path> binary =
                options.preferRealPrometheus() ? Binaries.ofEnvironment().find("prometheus") : Optional.empty();
        // Nothing that lives on may hold this: with a real server the store is not needed any more.
        Drills switches = drills;
        Plant plant = new Plant(simulation, clock, () -> Faults.conditions(switches.active()));
        Optional<Servers> real = servers(switches);
        List<TargetServer> servers = new ArrayList<>();
        for (SimulatedTarget target : simulation.targets()) {
            TargetServer server = new TargetServer(plant, target, exporter(real, target), workers);
            closing.add(server::close);
            servers.add(server);
        }
        Optional<Started> own = binary.isPresent() ? real(binary.get(), servers, detailedFrom) : Optional.empty();
        Started backend = own.isPresent() ? own.get() : builtIn(servers, groups, history, detailedFrom, workers);
        Front front = new Front(backend.api(), () -> Faults.ofFront(switches.active()), SLOW_ANSWER, ticker, workers);
        closing.add(front::close);
        // Stopping and opening servers waits, and a person switches drills: one thread does it, in their order.
        ExecutorService switching = Executors.newSingleThreadExecutor(PracticeStart::worker);
        closing.add(switching::shutdownNow);
        drills.subscribe(active -> {
            front.faultChanged();
            switching.execute(() -> {
                Faults.apply(switches.active(), servers);
                real.ifPresent(all -> Faults.apply(switches.active(), all));
            });
        });
        // Last: what a person waits for comes first.
        real.ifPresent(Servers::begin);
        progress.report(1, "Practice is ready");
        return new Practice(backend.backend(), front.address(), drills, real, closing);
    }

    /** Practice without its servers is still worth rehearsing on, and says what is missing. */
    private Optional<Servers> servers(Drills switches) {
        if (options.rows() == 0) {
            return Optional.empty();
        }
        try {
            Servers prepared = Servers.prepare(
                    new Servers.Setting(tempFolder(), options.programs(), options.rows()),
                    clock,
                    ticker,
                    () -> !switches.isActive(Drill.TRAFFIC_STOPS));
            closing.add(prepared::close);
            return Optional.of(prepared);
        } catch (IOException e) {
            LOG.warn("practice has neither PostgreSQL nor Redis", e);
            return Optional.empty();
        }
    }

    private static Exporter exporter(Optional<Servers> real, SimulatedTarget target) {
        String key = switch (target.job()) {
            case "postgresql" -> Servers.POSTGRESQL;
            case "redis" -> Servers.redisKey(target.region());
            default -> "";
        };
        return real.map(all -> all.exporter(key)).orElseGet(Exporter::none);
    }

    private record Started(Practice.Backend backend, HttpHandler api) {}

    private Map<String, String> ruleFiles() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(RECORDING_RULES, options.recordingRules());
        files.put(ALERT_RULES, options.alertRules());
        return files;
    }

    private void simulate(DetailedHistory history, Instant from, List<RuleGroup> groups) {
        Instant to = Instant.now(clock);
        evaluatedTo = to;
        for (int slice = 1; slice <= SLICES; slice++) {
            progress.checkCancelled();
            progress.report(0.05 + 0.25 * slice / SLICES, "Simulating the last hours");
            history.simulate(
                    from.plus(Duration.between(from, to).multipliedBy(slice).dividedBy(SLICES)));
        }
        for (int i = 0; i < groups.size(); i++) {
            progress.checkCancelled();
            progress.report(
                    0.3 + 0.3 * i / groups.size(),
                    "Evaluating " + groups.get(i).group().name());
            groups.get(i).backfill(from, to);
        }
    }

    private Optional<Started> real(Path binary, List<TargetServer> servers, Instant detailedFrom)
            throws InterruptedException {
        progress.report(0.6, "Writing history for Prometheus");
        RealPrometheus.Setting setting = new RealPrometheus.Setting(
                targets(servers),
                options.scrapeInterval(),
                ruleFiles(),
                store,
                CoarseHistory.of(store, detailedFrom, options.coarse(), options.seed()));
        try {
            RealPrometheus server = RealPrometheus.start(
                    binary, Binaries.ofEnvironment().find("promtool"), tempFolder(), setting, ticker, progress);
            closing.add(server::close);
            String name = "Prometheus " + server.version() + " of this machine";
            return Optional.of(
                    new Started(new Practice.Backend(name, true), new PassOn(server.address(), PASS_ON_TIMEOUT)));
        } catch (IOException e) {
            LOG.warn("{} cannot be used; the built-in server takes its place", binary, e);
            return Optional.empty();
        }
    }

    private Started builtIn(
            List<TargetServer> servers,
            List<RuleGroup> groups,
            DetailedHistory history,
            Instant detailedFrom,
            ExecutorService workers) {
        progress.report(0.9, "Starting the built-in server");
        Instant now = Instant.now(clock);
        history.simulate(now);
        groups.forEach(group -> group.backfill(evaluatedTo.plusMillis(1), now));
        BuiltInPrometheus server = new BuiltInPrometheus(
                store,
                engine,
                groups,
                targets(servers),
                options.scrapeInterval(),
                new BuiltInPrometheus.Retention(
                        options.detailed().plus(KEPT_LONGER), options.coarse().plus(options.detailed())),
                clock,
                ticker);
        closing.add(server::close);
        server.start();
        workers.execute(() -> CoarseHistory.of(store, detailedFrom, options.coarse(), options.seed())
                .forEach(line -> store.putCoarse(line.labels(), line.millis(), line.values())));
        return new Started(new Practice.Backend("built-in server", false), server.api());
    }

    private static List<ScrapeTarget> targets(List<TargetServer> servers) {
        List<ScrapeTarget> targets = new ArrayList<>();
        for (TargetServer server : servers) {
            SimulatedTarget target = server.target();
            Map<String, String> labels = new LinkedHashMap<>(target.labels());
            labels.put("job", target.job());
            labels.put("instance", target.name());
            targets.add(new ScrapeTarget(target.job(), server.address(), labels));
        }
        return targets;
    }

    private static Path tempFolder() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }

    private static Thread worker(Runnable work) {
        Thread thread = new Thread(work, "practice-http");
        thread.setDaemon(true);
        return thread;
    }
}
