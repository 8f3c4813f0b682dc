package dev.tars.console.migration;

import dev.tars.console.base.Problem;
import dev.tars.console.base.Progress;
import dev.tars.console.journal.Draft;
import dev.tars.console.journal.Journal;
import dev.tars.console.journal.JournalUnavailable;
import dev.tars.console.journal.Subscription;
import dev.tars.console.migration.MigrationBoard.Busy;
import dev.tars.console.migration.MigrationBoard.Link;
import dev.tars.console.migration.MigrationBoard.Part;
import dev.tars.console.migration.MigrationBoard.Preflighted;
import dev.tars.console.release.Approval;
import dev.tars.console.release.Outcome;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The migration of one environment: what is known of it, kept together on one board, and what is done with it. The methods
 * of {@link MigrationDesk} return at once and work on the executor; the others block.
 */
public final class MigrationCentre implements MigrationDesk, RunListener {

    private static final Logger LOG = LoggerFactory.getLogger(MigrationCentre.class);

    /** The files of the release, read and judged. */
    public record Loaded(Migration migration, List<Finding> lint) {
        public Loaded {
            lint = List.copyOf(lint);
        }
    }

    /** Reads a database and judges whether the migration can run there. */
    @FunctionalInterface
    public interface Preflighting {
        List<Finding> look(Migration migration) throws Exception;
    }

    /** The database of an environment, in all the ways it is asked. */
    public record Target(MigrationDatabase database, Preflighting preflight, ProofBench bench) {}

    private final String environment;
    private final Callable<Loaded> files;
    private final Optional<Target> target;
    private final Callable<Journal> journal;
    private final Executor threads;
    private final Clock clock;
    private final List<Consumer<MigrationBoard>> receivers = new CopyOnWriteArrayList<>();
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile MigrationBoard board = MigrationBoard.EMPTY;
    private volatile boolean stopBenchmark;
    private volatile boolean isFolded;

    /**
     * Nothing is asked before {@link #refresh}.
     *
     * @param files reads the release's files; fails with a {@link Problem.Carrier} where they are refused
     * @param target empty where the environment names no database
     * @param journal gives the journal; may wait
     * @param threads two at least
     */
    public MigrationCentre(
            String environment,
            Callable<Loaded> files,
            Optional<Target> target,
            Callable<Journal> journal,
            Executor threads,
            Clock clock) {
        this.environment = environment;
        this.files = files;
        this.target = target;
        this.journal = journal;
        this.threads = threads;
        this.clock = clock;
    }

    @Override
    public MigrationBoard board() {
        return board;
    }

    @Override
    public Subscription subscribe(Consumer<MigrationBoard> receiver) {
        receivers.add(receiver);
        receiver.accept(board);
        return () -> receivers.remove(receiver);
    }

    private synchronized void change(UnaryOperator<MigrationBoard> by) {
        MigrationBoard next = by.apply(board);
        board = next;
        receivers.forEach(receiver -> receiver.accept(next));
    }

    private void start(Runnable work) {
        try {
            threads.execute(work);
        } catch (RejectedExecutionException e) {
            LOG.debug("{} is closing", environment, e);
        }
    }

    @Override
    public void refresh() {
        start(this::look);
    }

    @Override
    public void preflight() {
        start(this::preflightNow);
    }

    @Override
    public void stopBenchmark() {
        stopBenchmark = true;
    }

    /** Reads files, catalogue and journal; what cannot be read is a problem on the board. Two at a time are one. */
    public void look() {
        if (!looking.compareAndSet(false, true)) {
            return;
        }
        try {
            readFiles();
            if (target.isEmpty()) {
                change(b -> b.with(Link.NONE, Optional.empty()));
            } else {
                readDatabase(target.get().database());
            }
        } finally {
            looking.set(false);
        }
    }

    private void readFiles() {
        if (board.migration().isPresent()) {
            return;
        }
        try {
            Loaded loaded = files.call();
            change(b -> b.with(Optional.of(loaded.migration()), loaded.lint()).problem(Part.FILES, Optional.empty()));
        } catch (Exception e) {
            Problem problem = Problem.from("The migration's files cannot be read.", e);
            change(b -> b.problem(Part.FILES, Optional.of(problem)));
        }
    }

    private void readDatabase(MigrationDatabase database) {
        boolean isFirst = board.readAt().isEmpty();
        if (isFirst) {
            change(b -> b.busy(Optional.of(new Busy(Part.DATABASE, -1, "Reading the catalogue"))));
        }
        try {
            String identity = database.identity();
            Optional<Migration> migration = board.migration();
            List<StatementRun> standing = migration.isPresent() && !board.isRunning()
                    ? CatalogueView.of(database, migration.get())
                    : board.standing();
            change(b -> {
                MigrationBoard read = b.with(Link.ANSWERING, Optional.of(clock.instant()))
                        .with(identity, standing)
                        .problem(Part.DATABASE, Optional.empty());
                return b.isRunning() || b.run().isEmpty()
                        ? read
                        : read.with(CatalogueView.reconciled(b.run().get(), standing));
            });
            if (migration.isPresent() && !isFolded) {
                readJournal(migration.get(), identity, standing);
            }
        } catch (DatabaseFault e) {
            change(b -> b.with(Link.LOST, b.readAt()).problem(Part.DATABASE, Optional.of(e.problem())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (isFirst) {
                change(b -> b.busy(Optional.empty()));
            }
        }
    }

    private void readJournal(Migration migration, String identity, List<StatementRun> standing) {
        try {
            Journal its = journal.call();
            ProofSheet sheet = its.fold(
                    ProofSheet.EMPTY,
                    (folded, event) -> event.environment().equals(environment)
                            ? ProofRecord.fold(folded, event, migration, identity)
                            : folded);
            Optional<MigrationRun> last = MigrationHistory.of(its, environment)
                    .last(migration.name())
                    .filter(past -> past.database().equals(identity) && !past.isRollback())
                    .filter(past -> past.sha256().equals(migration.forward().sha256()))
                    .filter(past -> !past.ended().equals(Optional.of(MigrationRun.State.DONE)))
                    .map(past -> CatalogueView.reconciled(past.shown(migration.forward()), standing));
            change(b -> {
                MigrationBoard next = b.with(sheet);
                return last.isPresent() && b.run().isEmpty() ? next.with(last.get()) : next;
            });
            isFolded = true;
        } catch (Exception e) {
            // What was measured before is not known then, and every proof says so.
            LOG.warn("the journal is not read for the migration of {}", environment, e);
        }
    }

    /** Looks whether the database is ready. */
    public void preflightNow() {
        Optional<Migration> migration = board.migration();
        if (target.isEmpty() || migration.isEmpty() || !busy(Part.PREFLIGHT, "Looking whether the database is ready")) {
            return;
        }
        try {
            List<Finding> findings = target.get().preflight().look(migration.get());
            change(b -> b.with(new Preflighted(findings, clock.instant())).problem(Part.PREFLIGHT, Optional.empty()));
        } catch (Exception e) {
            Problem problem = Problem.from("The preflight could not look.", e);
            change(b -> b.problem(Part.PREFLIGHT, Optional.of(problem)));
        } finally {
            change(b -> b.busy(Optional.empty()));
        }
    }

    /** Takes the desk for a piece of work, unless another is under way. */
    private synchronized boolean busy(Part part, String message) {
        if (board.busy().isPresent() || board.isRunning()) {
            return false;
        }
        change(b -> b.busy(Optional.of(new Busy(part, -1, message))));
        return true;
    }

    /**
     * Measures and keeps what was measured in the journal; blocks.
     *
     * @return done with what was measured, or failed and why
     */
    public Outcome benchmarkNow(Benchmark how, Approval approval) throws JournalUnavailable, InterruptedException {
        Migration migration = board.migration().orElseThrow();
        if (!busy(Part.BENCHMARK, "Measuring")) {
            return Outcome.failed("Something else is under way; nothing was measured.");
        }
        stopBenchmark = false;
        change(b -> b.problem(Part.BENCHMARK, Optional.empty()));
        try {
            Journal its = journal();
            ProofBench.Result result = target.orElseThrow().bench().measure(migration, how, measuring());
            for (Measurement one : result.queries()) {
                keep(
                        its,
                        approval,
                        ProofRecord.MEASURED,
                        ProofRecord.payload(migration.name(), result.database(), one));
                change(b -> b.with(b.sheet().with(one)));
            }
            for (WriteCost one : result.writes()) {
                keep(
                        its,
                        approval,
                        ProofRecord.WRITE_MEASURED,
                        ProofRecord.payload(migration.name(), result.database(), one));
                change(b -> b.with(b.sheet().with(one, ProofRecord.indexesOn(migration, one.table()))));
            }
            return Outcome.done("Measured " + result.queries().size() + " queries, " + how.runs() + " runs each.");
        } catch (ProofBench.NotMeasured e) {
            change(b -> b.problem(Part.BENCHMARK, Optional.of(e.problem())));
            return Outcome.failed(e.problem().what());
        } catch (CancellationException e) {
            return Outcome.failed("The benchmark was stopped; nothing of it is kept.");
        } finally {
            change(b -> b.busy(Optional.empty()));
        }
    }

    private Progress measuring() {
        return new Progress() {
            @Override
            public void report(double fraction, String message) {
                change(b -> b.busy(Optional.of(new Busy(Part.BENCHMARK, fraction, "Measuring: " + message))));
            }

            @Override
            public boolean isCancelled() {
                return stopBenchmark || Thread.currentThread().isInterrupted();
            }
        };
    }

    private void keep(Journal its, Approval approval, String kind, dev.tars.console.journal.Payload payload)
            throws JournalUnavailable {
        its.append(Draft.of(approval.requester(), environment, kind, payload));
    }

    private Journal journal() throws JournalUnavailable, InterruptedException {
        try {
            return journal.call();
        } catch (JournalUnavailable | InterruptedException e) {
            throw e;
        } catch (Exception e) {
            throw new JournalUnavailable(Problem.from("The journal does not open.", e));
        }
    }

    @Override
    public void run(MigrationRun run) {
        change(b -> b.with(run).problem(Part.RUN, Optional.empty()));
    }

    /** A piece of work broke off where nobody waits for it: the board says so. */
    public void broken(Part part, Problem problem) {
        change(b -> b.broken(part, problem));
    }

    @Override
    public void effect(LiveEffect effect) {
        java.time.Duration longest = effect.blocked().stream()
                .map(LiveEffect.Blocked::waits)
                .max(java.util.Comparator.naturalOrder())
                .orElse(java.time.Duration.ZERO);
        change(b -> b.with(new EffectPoint(
                        clock.instant(),
                        effect.activeSessions(),
                        effect.transactionsPerSecond(),
                        effect.replicationLag(),
                        effect.blocked().size(),
                        longest))
                .with(Link.ANSWERING, Optional.of(clock.instant())));
    }
}
