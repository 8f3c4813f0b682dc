package dev.tars.console.migration;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The statements of a migration as the catalogue has them: what stands there counts, whatever a run has said. */
final class CatalogueView {

    private CatalogueView() {}

    static List<StatementRun> of(MigrationDatabase database, Migration migration)
            throws DatabaseFault, InterruptedException {
        List<StatementRun> statements = new ArrayList<>();
        for (Statement statement : migration.forward().statements()) {
            boolean isBuild =
                    statement.index().isPresent() && !statement.object().isEmpty();
            statements.add(isBuild ? build(database, statement) : StatementRun.pending(statement));
        }
        return statements;
    }

    private static StatementRun build(MigrationDatabase database, Statement statement)
            throws DatabaseFault, InterruptedException {
        Optional<IndexState> index = database.index(statement);
        if (index.isEmpty()) {
            return StatementRun.pending(statement);
        }
        if (index.get().isValid()) {
            return there(
                    statement,
                    StatementState.ALREADY_THERE,
                    OptionalLong.of(index.get().bytes()),
                    "A valid index of this name is there: "
                            + index.get().shape().words() + ".");
        }
        Optional<Backend> worker = database.worker(index.get());
        return worker.isPresent()
                ? there(
                        statement,
                        StatementState.UNKNOWN,
                        OptionalLong.empty(),
                        "Process " + worker.get().pid() + " works on it: it is built or dropped right now.")
                : there(
                        statement,
                        StatementState.INVALID_LEFT,
                        OptionalLong.empty(),
                        "Its index is there and invalid, and nobody works on it.");
    }

    private static StatementRun there(Statement statement, StatementState state, OptionalLong bytes, String words) {
        return new StatementRun(
                statement, state, Optional.empty(), Duration.ZERO, Optional.empty(), List.of(), bytes, words);
    }

    /** A run that is over, with what the catalogue says differently. */
    static MigrationRun reconciled(MigrationRun run, List<StatementRun> standing) {
        if (run.isRollback()) {
            return run;
        }
        List<StatementRun> statements = new ArrayList<>();
        for (StatementRun ofRun : run.statements()) {
            statements.add(standing.stream()
                    .filter(there -> there.statement().equals(ofRun.statement()))
                    .filter(there -> there.statement().index().isPresent())
                    .filter(there -> differs(ofRun.state(), there.state()))
                    .findFirst()
                    .orElse(ofRun));
        }
        return new MigrationRun(run.id(), false, run.startedAt(), run.state(), statements, run.words());
    }

    private static boolean differs(StatementState ofRun, StatementState there) {
        boolean isDone = ofRun == StatementState.DONE || ofRun == StatementState.ALREADY_THERE;
        boolean stands = there == StatementState.ALREADY_THERE;
        boolean isNothing = there == StatementState.PENDING;
        boolean wasNothing =
                ofRun == StatementState.PENDING || ofRun == StatementState.CANCELLED || ofRun == StatementState.FAILED;
        return isDone != stands || (!isNothing && !stands && ofRun != there) || (isNothing && !wasNothing && !isDone);
    }
}
