package dev.tars.console.migration;

import dev.tars.console.base.Problem;
import dev.tars.console.migration.preflight.Preflight;
import dev.tars.console.release.Action;
import dev.tars.console.release.Harm;
import dev.tars.console.release.Outcome;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What can be done to a database with a migration, as actions for the guard: their steps are what would be sent. */
public final class MigrationActions {

    private final MigrationRunner runner;
    private final MigrationDatabase database;
    private final FactsSource facts;
    private final String environment;

    /** @param facts read each time the guard asks what would run: what the preflight blocks is not even asked for */
    public MigrationActions(MigrationRunner runner, MigrationDatabase database, FactsSource facts, String environment) {
        this.runner = runner;
        this.database = database;
        this.facts = facts;
        this.environment = environment;
    }

    /** Runs it, or takes it up where an earlier run has left it. */
    public Action run(Migration migration, RunListener listener) {
        return order(
                "migration.run",
                "Run " + migration.name(),
                "Builds indexes; the rollback drops them again.",
                MigrationOrder.forward(migration),
                listener);
    }

    /** Drops what the migration made. */
    public Action rollBack(Migration migration, RunListener listener) {
        return order(
                "migration.rollback",
                "Roll back " + migration.name(),
                "Drops the indexes; running the migration builds them again.",
                MigrationOrder.rollback(migration),
                listener);
    }

    /** Drops an invalid index of the migration, whoever has left it, and runs the migration. */
    public Action repair(Migration migration, Statement build, RunListener listener) {
        return order(
                "migration.repair",
                "Repair " + build.object(),
                "Drops an index that no query uses and builds it anew.",
                new MigrationOrder(migration, false, Set.of(build.object())),
                listener);
    }

    private Action order(String id, String title, String wayBack, MigrationOrder order, RunListener listener) {
        return new Action(
                id,
                title,
                Harm.REVERSIBLE,
                wayBack,
                Action.Reach.TARGET,
                environment,
                () -> steps(order),
                approval -> outcome(runner.run(order, approval, listener)));
    }

    private List<String> steps(MigrationOrder order) throws DatabaseFault, InterruptedException, Action.NotDone {
        List<Finding> findings =
                Preflight.findings(order.migration(), order.isRollback(), facts.read(order.migration()));
        for (Finding finding : findings) {
            if (finding.weight() == Finding.Weight.BLOCKS) {
                throw new Action.NotDone(Problem.of(
                        finding.where() + ": " + finding.sentence() + " " + finding.mend(),
                        finding.where(),
                        "Nothing was sent.",
                        finding.mend()));
            }
        }
        List<String> statements = order.script().statements().stream()
                .map(statement -> statement.text() + ";")
                .toList();
        return order.repairs().isEmpty()
                ? statements
                : Stream.concat(
                                order.repairs().stream()
                                        .sorted()
                                        .map(name ->
                                                "DROP INDEX CONCURRENTLY " + name + "; -- only where it is invalid"),
                                statements.stream())
                        .toList();
    }

    private static Outcome outcome(MigrationRun run) {
        return switch (run.state()) {
            case DONE -> Outcome.done(run.words());
            case FAILED, CANCELLED -> Outcome.failed(run.words());
            case UNKNOWN, RUNNING, CANCELLING -> Outcome.unknown(run.words());
        };
    }

    /** Cancels the statement of a session that is waited for. */
    public Action cancelSession(Blocker blocker) {
        return stop(
                "migration.session.cancel",
                "Cancel the statement of session " + blocker.pid(),
                "Its application gets an error; a session that is idle in a transaction does not notice.",
                blocker,
                false);
    }

    /** Ends a session that is waited for. */
    public Action endSession(Blocker blocker) {
        return stop(
                "migration.session.end",
                "End session " + blocker.pid(),
                "Its open transaction is rolled back; its application loses the connection.",
                blocker,
                true);
    }

    private Action stop(String id, String title, String wayBack, Blocker blocker, boolean isEnding) {
        return new Action(
                id,
                title,
                Harm.IRREVERSIBLE,
                wayBack,
                Action.Reach.TARGET,
                environment,
                () -> List.of(step(read(blocker), isEnding)),
                approval -> {
                    SessionReading now = read(blocker);
                    if (!approval.plan().steps().equals(List.of(step(now, isEnding)))) {
                        throw changed(blocker);
                    }
                    return database.stop(now, isEnding)
                            ? Outcome.done("The server told session " + blocker.pid() + " to stop.")
                            : Outcome.failed("Session " + blocker.pid() + " is not the one it was; nothing was done.");
                });
    }

    private SessionReading read(Blocker blocker) throws DatabaseFault, InterruptedException, Action.NotDone {
        return database.session(blocker.pid()).orElseThrow(() -> changed(blocker));
    }

    /** Everything that makes it this session at this work, so that the guard sees when it is another one. */
    private static String step(SessionReading session, boolean isEnding) {
        return "SELECT " + (isEnding ? "pg_terminate_backend" : "pg_cancel_backend") + "("
                + session.backend().pid() + "); -- of " + session.user() + ", " + session.application() + ", since "
                + session.backend().startedAt() + ": " + session.query();
    }

    private static Action.NotDone changed(Blocker blocker) {
        return new Action.NotDone(Problem.of(
                "Session " + blocker.pid() + " has ended or does something else now.",
                "",
                "Nothing was done.",
                "Look at who blocks now."));
    }
}
