package dev.tars.console.migration;

import dev.tars.console.base.Ticker;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongConsumer;

/**
 * Watches a statement while it runs: its phase, whom it waits for, what it does to the database; passes a person's wish
 * to stop on to the server.
 *
 * <p>The server's word about its own process counts more than a line that is silent: where the process works on nothing
 * any more and the line still says nothing, the line is given up as lost.
 */
final class Supervision {

    private static final Duration FIRST_LOOK = Duration.ofMillis(60);
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Duration EFFECT = Duration.ofSeconds(1);

    /** How long a line may be silent after its process has stopped working. */
    private static final Duration SILENCE = Duration.ofSeconds(3);

    /** How long a process of ours may idle before it is ended; another console of the same journal pauses shorter. */
    private static final Duration IDLE = Duration.ofSeconds(10);

    private final MigrationDatabase database;
    private final RunBoard board;
    private final CancelSwitch cancel;
    private final Ticker ticker;
    private final Duration patience;

    /** @param patience how long the database may say nothing before a statement counts as unknown */
    Supervision(MigrationDatabase database, RunBoard board, CancelSwitch cancel, Ticker ticker, Duration patience) {
        this.database = database;
        this.board = board;
        this.cancel = cancel;
        this.ticker = ticker;
        this.patience = patience;
    }

    /** One statement under watch. */
    final class Watch {
        private final Statement statement;
        private final Backend backend;
        private final String running;
        private final boolean isHeeding;
        private final LongConsumer seen;
        private final PhaseClocks clocks = new PhaseClocks();
        private long effectAt;
        private long cancelledAt;
        private boolean wasCancelled;
        private long oid;
        private long idleSince;
        private boolean wasIdle;

        /**
         * @param running the sentence while nothing else is to be said
         * @param isHeeding whether the first wish to stop means this statement; else only the second does
         * @param seen is told the oid of the index that it makes, once
         */
        Watch(Statement statement, Backend backend, String running, boolean isHeeding, LongConsumer seen) {
            this.statement = statement;
            this.backend = backend;
            this.running = running;
            this.isHeeding = isHeeding;
            this.seen = seen;
            this.effectAt = ticker.nanos() - EFFECT.toNanos();
        }

        /** Until the server answers on this line, or the line is lost. */
        Ending answer(MigrationDatabase.Line line, Future<Boolean> answer) throws InterruptedException {
            Duration wait = FIRST_LOOK;
            while (true) {
                try {
                    answer.get(wait.toNanos(), TimeUnit.NANOSECONDS);
                    return Ending.of(Ending.Kind.ANSWERED);
                } catch (TimeoutException e) {
                    wait = LOOK;
                } catch (ExecutionException e) {
                    if (e.getCause() instanceof DatabaseFault fault) {
                        return Ending.of(fault);
                    }
                    throw new IllegalStateException("a line fails with a database fault only", e);
                }
                try {
                    Optional<BackendReading> reading = look();
                    if (isIdleFor(SILENCE, reading)) {
                        line.close();
                    }
                } catch (DatabaseFault e) {
                    show(Optional.empty(), List.of(), "How far it is cannot be read: " + e.getMessage());
                }
            }
        }

        private boolean isIdleFor(Duration time, Optional<BackendReading> reading) {
            boolean isIdle = reading.filter(BackendReading::isActive).isEmpty();
            if (isIdle && !wasIdle) {
                idleSince = ticker.nanos();
            }
            wasIdle = isIdle;
            return isIdle && ticker.nanos() - idleSince > time.toNanos();
        }

        /**
         * Until its server process works on it no longer, without a line of its own. A process of ours that has nothing
         * to do any more is ended: a statement that is still on its way to it must not be run.
         */
        Ending follow() throws InterruptedException {
            long heard = ticker.nanos();
            while (true) {
                try {
                    Optional<BackendReading> reading = look();
                    heard = ticker.nanos();
                    if (reading.isEmpty()) {
                        return Ending.of(Ending.Kind.GONE);
                    }
                    if (isIdleFor(IDLE, reading)) {
                        database.terminate(backend);
                    }
                } catch (DatabaseFault e) {
                    if (ticker.nanos() - heard > patience.toNanos()) {
                        return new Ending(Ending.Kind.LOST, Optional.of(e));
                    }
                    show(Optional.empty(), List.of(), "The database does not answer: " + e.getMessage());
                }
                cancel.pause(LOOK);
            }
        }

        private Optional<BackendReading> look() throws DatabaseFault, InterruptedException {
            passCancelOn();
            Optional<BackendReading> reading = database.reading(backend);
            if (reading.isPresent()) {
                show(reading.get());
            }
            if (ticker.nanos() - effectAt >= EFFECT.toNanos()) {
                effectAt = ticker.nanos();
                board.effect(database.effect(backend));
            }
            return reading;
        }

        /** Once a second: a process may be just where it cannot be cancelled. */
        private void passCancelOn() throws DatabaseFault, InterruptedException {
            boolean isWanted = isHeeding ? cancel.isAsked() : cancel.isInsisted();
            long now = ticker.nanos();
            if (isWanted && (!wasCancelled || now - cancelledAt > EFFECT.toNanos())) {
                database.cancel(backend);
                wasCancelled = true;
                cancelledAt = now;
            }
        }

        private void show(BackendReading reading) {
            Optional<BuildProgress> progress = reading.step().map(this::progress);
            reading.step().ifPresent(step -> seen(step.indexOid()));
            show(progress, reading.blockers(), sentence(reading.blockers()));
        }

        private void seen(long index) {
            if (index != 0 && oid == 0) {
                oid = index;
                seen.accept(index);
            }
        }

        private BuildProgress progress(BackendReading.Step step) {
            return new BuildProgress(
                    step.words(),
                    step.done(),
                    step.total(),
                    step.lockerPid(),
                    clocks.read(step.words(), ticker.nanos()));
        }

        private String sentence(List<Blocker> blockers) {
            if (blockers.isEmpty()) {
                return running;
            }
            Blocker first = blockers.get(0);
            return "It waits for " + first.user() + "'s session " + first.pid()
                    + (first.application().isEmpty() ? "" : " (" + first.application() + ")") + ", which is "
                    + first.state() + ".";
        }

        private void show(Optional<BuildProgress> progress, List<Blocker> blockers, String sentence) {
            boolean isWaiting = !blockers.isEmpty()
                    || progress.flatMap(each -> BuildPhase.of(each.words()))
                            .filter(BuildPhase::isWait)
                            .isPresent();
            board.reading(
                    statement,
                    isWaiting ? StatementState.WAITING : StatementState.RUNNING,
                    progress,
                    blockers,
                    sentence);
        }
    }
}
