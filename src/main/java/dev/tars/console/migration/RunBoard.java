package dev.tars.console.migration;

import dev.tars.console.base.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Holds the picture of a run while it changes, and publishes it after each change. Of the run's thread alone. */
final class RunBoard {

    private final String id;
    private final boolean isRollback;
    private final Instant startedAt;
    private final Clock clock;
    private final Ticker ticker;
    private final RunListener listener;
    private final List<StatementRun> statements;
    private MigrationRun.State state = MigrationRun.State.RUNNING;
    private String words = "";
    private long begun;

    RunBoard(String id, MigrationOrder order, Clock clock, Ticker ticker, RunListener listener) {
        this.id = id;
        this.isRollback = order.isRollback();
        this.startedAt = clock.instant();
        this.clock = clock;
        this.ticker = ticker;
        this.listener = listener;
        this.statements = new ArrayList<>(
                order.script().statements().stream().map(StatementRun::pending).toList());
    }

    MigrationRun run() {
        return new MigrationRun(id, isRollback, startedAt, state, statements, words);
    }

    MigrationRun say(MigrationRun.State now, String sentence) {
        state = now;
        words = sentence;
        listener.run(run());
        return run();
    }

    void effect(LiveEffect effect) {
        listener.effect(effect);
    }

    /** A statement begins, or is found again. */
    void begin(Statement statement, String sentence) {
        begun = ticker.nanos();
        put(new StatementRun(
                statement,
                StatementState.RUNNING,
                Optional.of(clock.instant()),
                Duration.ZERO,
                Optional.empty(),
                List.of(),
                OptionalLong.empty(),
                sentence));
    }

    /** What was read of a statement that runs. */
    void reading(
            Statement statement,
            StatementState now,
            Optional<BuildProgress> progress,
            List<Blocker> blockers,
            String sentence) {
        StatementRun old = at(statement);
        put(new StatementRun(statement, now, old.startedAt(), took(old), progress, blockers, old.bytes(), sentence));
    }

    /** A statement has come to an end, or its end cannot be told. */
    StatementState end(Statement statement, StatementState how, OptionalLong bytes, String sentence) {
        StatementRun old = at(statement);
        put(new StatementRun(statement, how, old.startedAt(), took(old), old.progress(), List.of(), bytes, sentence));
        return how;
    }

    private Duration took(StatementRun old) {
        return old.startedAt().isPresent() ? Duration.ofNanos(ticker.nanos() - begun) : Duration.ZERO;
    }

    private StatementRun at(Statement statement) {
        return statements.get(index(statement));
    }

    private void put(StatementRun changed) {
        statements.set(index(changed.statement()), changed);
        listener.run(run());
    }

    private int index(Statement statement) {
        for (int i = 0; i < statements.size(); i++) {
            if (statements.get(i).statement().number() == statement.number()) {
                return i;
            }
        }
        throw new IllegalArgumentException("statement " + statement.number() + " is not of this run");
    }
}
