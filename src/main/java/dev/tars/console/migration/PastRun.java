package dev.tars.console.migration;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A run, as the journal has it.
 *
 * @param database which one, as {@link MigrationDatabase#identity} says
 * @param ended how it ended; empty where the console ended first
 */
public record PastRun(
        String id,
        String migration,
        boolean isRollback,
        String sha256,
        String database,
        String actor,
        Instant startedAt,
        List<PastStatement> statements,
        Optional<MigrationRun.State> ended,
        String words) {

    public PastRun {
        statements = List.copyOf(statements);
    }

    PastRun with(List<PastStatement> others) {
        return new PastRun(id, migration, isRollback, sha256, database, actor, startedAt, others, ended, words);
    }

    PastRun ended(MigrationRun.State state, String how) {
        return new PastRun(
                id, migration, isRollback, sha256, database, actor, startedAt, statements, Optional.of(state), how);
    }

    /** As a screen shows it before the database was asked: what has no end is unknown. */
    public MigrationRun shown(Script script) {
        List<StatementRun> runs = script.statements().stream().map(this::shown).toList();
        return new MigrationRun(id, isRollback, startedAt, ended.orElse(MigrationRun.State.UNKNOWN), runs, words);
    }

    private StatementRun shown(Statement statement) {
        StatementRun pending = StatementRun.pending(statement);
        return statements.stream()
                .filter(past -> past.number() == statement.number())
                .reduce((first, second) -> second)
                .map(past -> new StatementRun(
                        statement,
                        past.ended().orElse(StatementState.UNKNOWN),
                        Optional.of(past.sentAt()),
                        pending.took(),
                        pending.progress(),
                        pending.blockers(),
                        pending.bytes(),
                        past.words()))
                .orElse(pending);
    }
}
