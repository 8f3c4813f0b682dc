package dev.tars.console.app;

import dev.tars.console.app.environments.Environment;
import dev.tars.console.app.environments.Environment.Protection;
import dev.tars.console.base.ConnectionReport;
import dev.tars.console.base.Problem;
import dev.tars.console.base.Ticker;
import dev.tars.console.connect.http.Subscription;
import dev.tars.console.connect.postgres.PostgresClient;
import dev.tars.console.connect.postgres.PostgresEndpoint;
import dev.tars.console.document.DocumentException;
import dev.tars.console.journal.Journal;
import dev.tars.console.migration.Benchmark;
import dev.tars.console.migration.Blocker;
import dev.tars.console.migration.FactsSource;
import dev.tars.console.migration.Migration;
import dev.tars.console.migration.MigrationActions;
import dev.tars.console.migration.MigrationCentre;
import dev.tars.console.migration.MigrationCentre.Loaded;
import dev.tars.console.migration.MigrationCentre.Target;
import dev.tars.console.migration.MigrationDatabase;
import dev.tars.console.migration.MigrationRunner;
import dev.tars.console.migration.client.PostgresFacts;
import dev.tars.console.migration.client.PostgresMigrationDatabase;
import dev.tars.console.migration.client.PostgresProofBench;
import dev.tars.console.migration.files.MigrationFiles;
import dev.tars.console.migration.lint.Lint;
import dev.tars.console.migration.preflight.Preflight;
import dev.tars.console.release.Action;
import dev.tars.console.release.ReleaseFiles;
import dev.tars.console.ui.background.Workers;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The migration of one environment: its files, its line to the database, its threads. */
public final class MigrationSession implements AutoCloseable {

    /** A benchmark's runs, a run, a look, and one to spare. */
    private static final int THREADS = 12;

    private final Environment environment;
    private final Optional<PostgresClient> client;
    private final Optional<MigrationDatabase> database;
    private final Callable<Journal> journal;
    private final Clock clock;
    private final Ticker ticker;
    private final Workers workers;
    private final MigrationCentre centre;
    private @Nullable MigrationRunner runner;

    /**
     * Nothing is asked before the centre is.
     *
     * @param endpoint the environment's database; empty where it names none
     * @param journal gives the journal; may wait
     */
    public MigrationSession(
            Environment environment,
            Optional<PostgresEndpoint> endpoint,
            ReleaseFiles files,
            Callable<Journal> journal,
            Clock clock,
            Ticker ticker) {
        this.environment = environment;
        this.journal = journal;
        this.clock = clock;
        this.ticker = ticker;
        workers = new Workers("migration-" + environment.name(), THREADS);
        client = endpoint.map(place -> new PostgresClient(place, clock));
        database = client.map(line -> new PostgresMigrationDatabase(line, ticker));
        centre = new MigrationCentre(
                environment.name(), () -> load(files), client.map(this::target), journal, workers.pool(), clock);
    }

    /** The endpoint of a database that is known by its URL alone. */
    public static PostgresEndpoint endpoint(String url) {
        return PostgresEndpoint.of("PostgreSQL", url, PostgresMigrationDatabase.APPLICATION);
    }

    /** How the connection stands, now and after every answer; empty where no database is named. */
    Optional<Subscription> watch(Consumer<ConnectionReport> receiver) {
        return client.map(line -> line.subscribe(receiver));
    }

    private Target target(PostgresClient line) {
        FactsSource facts = new PostgresFacts(line);
        MigrationDatabase asked = new PostgresMigrationDatabase(line, ticker);
        return new Target(
                asked,
                migration -> Preflight.findings(migration, false, facts.read(migration)),
                new PostgresProofBench(line, workers.pool(), clock, ticker));
    }

    private static Loaded load(ReleaseFiles files) throws IOException, DocumentException, Refused {
        List<String> names = MigrationFiles.names(files);
        if (names.isEmpty()) {
            throw new Refused(Problem.of(
                    "The release has no migration.",
                    files.shown("migrations"),
                    "There is nothing to run.",
                    "Start with a release folder that has migrations/V…__….sql."));
        }
        try {
            Migration migration = MigrationFiles.read(files, names.get(names.size() - 1));
            return new Loaded(migration, Lint.findings(migration));
        } catch (DocumentException e) {
            throw new Refused(Problem.of(
                    "The migration is refused: " + e.reason() + ".",
                    e.file() + ":" + e.line() + ":" + e.column(),
                    "Nothing of it runs.",
                    "To mend it: " + e.mend() + "."));
        }
    }

    /** The files are not what they must be. */
    private static final class Refused extends Exception implements Problem.Carrier {
        private static final long serialVersionUID = 1L;
        private final transient Problem problem;

        Refused(Problem problem) {
            super(problem.what());
            this.problem = problem;
        }

        @Override
        public Problem problem() {
            return problem;
        }
    }

    /** What is known of it. */
    public MigrationCentre centre() {
        return centre;
    }

    /** For work that takes as long as a migration. */
    Executor threads() {
        return workers.pool();
    }

    Environment environment() {
        return environment;
    }

    /** Where the database is, for people; empty where none is named. */
    Optional<String> address() {
        return client.map(line -> line.endpoint().address());
    }

    /** Which database answers now. */
    String identity() throws Exception {
        return database().identity();
    }

    private MigrationDatabase database() throws Action.NotDone {
        return database.orElseThrow(() -> new Action.NotDone(
                Problem.of("No database is set for " + environment.name() + ".", "", "Nothing was done.", "")));
    }

    /** How a benchmark is made here: on a protected environment it only reads. */
    Benchmark benchmark() {
        return environment.protection() == Protection.PROTECTED ? Benchmark.USUAL : Benchmark.USUAL.writing();
    }

    /** What can be done to the database; off the FX thread: the journal may have to be opened. */
    MigrationActions actions() throws Exception {
        return new MigrationActions(runner(), database(), environment.name());
    }

    synchronized MigrationRunner runner() throws Exception {
        MigrationRunner there = runner;
        if (there == null) {
            there = new MigrationRunner(database(), journal.call(), clock, ticker);
            runner = there;
        }
        return there;
    }

    /** The action about a session that holds a build, as it is now. */
    Action stop(Blocker blocker, boolean isEnding) throws Exception {
        return isEnding ? actions().endSession(blocker) : actions().cancelSession(blocker);
    }

    /** Leaves a run to the server, where it goes on; the next run finds it. */
    @Override
    public void close() {
        workers.close();
        client.ifPresent(PostgresClient::close);
    }
}
