package dev.tars.console.migration.client;

import dev.tars.console.base.Problem;
import dev.tars.console.base.Ticker;
import dev.tars.console.connect.postgres.PostgresClient;
import dev.tars.console.connect.postgres.PostgresEndpoint;
import dev.tars.console.journal.Journal;
import dev.tars.console.journal.client.Journals;
import dev.tars.console.migration.LiveEffect;
import dev.tars.console.migration.Migration;
import dev.tars.console.migration.MigrationActions;
import dev.tars.console.migration.MigrationOrder;
import dev.tars.console.migration.MigrationRun;
import dev.tars.console.migration.MigrationRunner;
import dev.tars.console.migration.RunListener;
import dev.tars.console.migration.StatementRun;
import dev.tars.console.practice.Eventually;
import dev.tars.console.release.Action;
import dev.tars.console.release.ActionRecord;
import dev.tars.console.release.Approval;
import dev.tars.console.release.Arming;
import dev.tars.console.release.Confirmation;
import dev.tars.console.release.Guard;
import dev.tars.console.release.GuardDesk;
import dev.tars.console.release.Harm;
import dev.tars.console.release.Mode;
import dev.tars.console.release.Outcome;
import dev.tars.console.release.People;
import dev.tars.console.release.Person;
import dev.tars.console.release.Place;
import dev.tars.console.release.Plan;
import dev.tars.console.release.Refused;
import dev.tars.console.release.TargetReading;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;

/** A console without a window: a journal in a file, a guard, a runner on a database. */
final class Console implements AutoCloseable, RunListener {

    static final String ENVIRONMENT = "staging";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    final MigrationRunner runner;
    final PostgresMigrationDatabase database;
    final MigrationActions actions;
    final Journal journal;
    final List<MigrationRun> pictures = new CopyOnWriteArrayList<>();
    final List<LiveEffect> effects = new CopyOnWriteArrayList<>();
    private final PostgresClient client;
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService worker = Executors.newSingleThreadExecutor();
    private final Guard guard;

    Console(PostgresEndpoint endpoint, Path journalFile) {
        journal = Journal.open(Journals.sqlite(journalFile, Ticker.system()), Clock.systemUTC(), scheduler);
        client = new PostgresClient(endpoint, Clock.systemUTC());
        database = new PostgresMigrationDatabase(client, Ticker.system());
        runner = new MigrationRunner(database, journal, Clock.systemUTC(), Ticker.system());
        actions = new MigrationActions(runner, database, new PostgresFacts(client), ENVIRONMENT);
        guard = new Guard(
                new Mode(false),
                new OpenDesk(),
                environment -> new TargetReading(Clock.systemUTC().instant(), List.of()),
                new NoRecord(),
                Clock.systemUTC());
    }

    Outcome act(Action action) throws Exception {
        return guard.run(guard.arm(action), new Confirmation(true, ENVIRONMENT, List.of()));
    }

    /** Something happens between the question and the confirmation. */
    Outcome act(Action action, Eventual between) throws Exception {
        Arming arming = guard.arm(action);
        between.happens();
        return guard.run(arming, new Confirmation(true, ENVIRONMENT, List.of()));
    }

    /** Something that may fail. */
    interface Eventual {
        void happens() throws Exception;
    }

    MigrationRun run(Migration migration) throws Exception {
        act(actions.run(migration, this));
        return last();
    }

    /** Without a preflight: what the runner alone makes of it. */
    MigrationRun runUnjudged(MigrationOrder order) throws Exception {
        act(new Action(
                "test.run",
                "Run",
                Harm.REVERSIBLE,
                "",
                Action.Reach.TARGET,
                ENVIRONMENT,
                () -> List.of(order.script().file()),
                approval -> Outcome.done(runner.run(order, approval, this).words())));
        return last();
    }

    /** Why the guard does not even ask for it. */
    String refusal(Migration migration) throws InterruptedException {
        try {
            guard.arm(actions.run(migration, this));
            return "";
        } catch (Refused e) {
            return e.problem().details();
        }
    }

    MigrationRun rollBack(Migration migration) throws Exception {
        act(actions.rollBack(migration, this));
        return last();
    }

    /** Runs on a thread of its own. */
    Future<MigrationRun> start(Migration migration) {
        return worker.submit(() -> run(migration));
    }

    /** The rollback, on a thread of its own. */
    Future<MigrationRun> startBack(Migration migration) {
        return worker.submit(() -> rollBack(migration));
    }

    MigrationRun last() {
        return pictures.get(pictures.size() - 1);
    }

    /** Waits for a statement of the newest picture to be like this. */
    StatementRun await(int number, String claim, Predicate<StatementRun> check) throws Exception {
        Eventually.holds(
                PATIENCE,
                "statement " + number + " " + claim + ": " + (pictures.isEmpty() ? "" : last()),
                () -> !pictures.isEmpty() && check.test(last().statements().get(number - 1)));
        return last().statements().get(number - 1);
    }

    static MigrationRun ended(Future<MigrationRun> run) throws Exception {
        return run.get(60, TimeUnit.SECONDS);
    }

    <T> List<T> seen(Function<MigrationRun, T> what) {
        return pictures.stream().map(what).distinct().toList();
    }

    @Override
    public void run(MigrationRun run) {
        pictures.add(run);
    }

    @Override
    public void effect(LiveEffect effect) {
        effects.add(effect);
    }

    @Override
    public void close() {
        vanish();
    }

    /** Ends as a console that is gone: what it has sent runs on. */
    void vanish() {
        worker.shutdownNow();
        scheduler.shutdownNow();
        client.close();
        try {
            worker.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        journal.close();
    }

    private static final class OpenDesk implements GuardDesk {
        @Override
        public Place place() {
            return Place.open(ENVIRONMENT);
        }

        @Override
        public Person person() {
            return people().atDesk("release manager");
        }

        @Override
        public People people() {
            return People.NONE;
        }
    }

    private static final class NoRecord implements ActionRecord {
        @Override
        public Optional<Problem> unavailable() {
            return Optional.empty();
        }

        @Override
        public String intent(Approval approval) {
            return "1";
        }

        @Override
        public void outcome(String intent, String actor, Plan plan, Outcome outcome) {}
    }
}
