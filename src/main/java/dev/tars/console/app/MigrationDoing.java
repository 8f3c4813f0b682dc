package dev.tars.console.app;

import dev.tars.console.app.environments.Environment;
import dev.tars.console.base.Problem;
import dev.tars.console.migration.ApiQuery;
import dev.tars.console.migration.Benchmark;
import dev.tars.console.migration.Blocker;
import dev.tars.console.migration.Migration;
import dev.tars.console.migration.MigrationActions;
import dev.tars.console.migration.MigrationBoard.Part;
import dev.tars.console.migration.StatementRun;
import dev.tars.console.migration.StatementState;
import dev.tars.console.migration.view.MigrationActs.Act;
import dev.tars.console.release.Action;
import dev.tars.console.release.Approval;
import dev.tars.console.release.Harm;
import dev.tars.console.release.Outcome;
import dev.tars.console.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The acts of the migration as actions for the guard. Every plan begins with the database that answers, so that another
 * one is another plan. In the window an act that takes long is begun and left to the page; the command line waits for it.
 */
public final class MigrationDoing {

    private static final Logger LOG = LoggerFactory.getLogger(MigrationDoing.class);

    private final MigrationSession session;
    private final Texts texts;
    private final boolean waits;

    /** @param waits whether an act is over when its outcome is there */
    public MigrationDoing(MigrationSession session, Texts texts, boolean waits) {
        this.session = session;
        this.texts = texts;
        this.waits = waits;
    }

    /** Off the FX thread. */
    @FunctionalInterface
    private interface Made {
        Action now() throws Exception;
    }

    /** The action; empty while the migration is not read, or there is nothing of the kind to do. */
    public Optional<Action> of(Act act) {
        Optional<Migration> read = session.centre().board().migration();
        if (read.isEmpty()) {
            return Optional.empty();
        }
        Migration migration = read.get();
        return switch (act) {
            case RUN ->
                Optional.of(order(
                        "migration.run",
                        texts.get("migration.do.run", migration.name()),
                        texts.get("migration.do.run.back"),
                        () -> actions().run(migration, session.centre())));
            case ROLL_BACK ->
                Optional.of(order(
                        "migration.rollback",
                        texts.get("migration.do.rollback", migration.name()),
                        texts.get("migration.do.rollback.back"),
                        () -> actions().rollBack(migration, session.centre())));
            case REPAIR ->
                invalid()
                        .map(left -> order(
                                "migration.repair",
                                texts.get(
                                        "migration.do.repair", left.statement().object()),
                                texts.get("migration.do.repair.back"),
                                () -> actions().repair(migration, left.statement(), session.centre())));
            case CANCEL -> Optional.of(cancel());
            case BENCHMARK -> Optional.of(benchmark(migration));
        };
    }

    private MigrationActions actions() throws Exception {
        return session.actions();
    }

    private Optional<StatementRun> invalid() {
        return session.centre().board().statements().stream()
                .filter(s -> s.state() == StatementState.INVALID_LEFT)
                .findFirst();
    }

    private Action order(String id, String title, String wayBack, Made made) {
        return action(
                id,
                title,
                wayBack,
                () -> made.now().steps().now(),
                approval -> waits ? made.now().effect().run(approval) : begin(title, made.now(), approval));
    }

    private Action action(String id, String title, String wayBack, Action.Steps steps, Action.Effect effect) {
        return new Action(
                id,
                title,
                Harm.REVERSIBLE,
                wayBack,
                Action.Reach.TARGET,
                session.environment().name(),
                () -> {
                    List<String> all = new ArrayList<>();
                    all.add("-- " + session.identity() + ", "
                            + session.address().orElse(""));
                    all.addAll(steps.now());
                    return all;
                },
                effect);
    }

    private Outcome begin(String title, Action action, Approval approval) throws Action.NotDone {
        start(Part.RUN, title, () -> {
            Outcome outcome = action.effect().run(approval);
            LOG.info("{}: {}", title, outcome.words());
            session.centre().look();
        });
        return Outcome.done(texts.get("migration.do.begun", title));
    }

    /** Work that may fail. */
    @FunctionalInterface
    private interface Work {
        void run() throws Exception;
    }

    private void start(Part part, String title, Work work) throws Action.NotDone {
        try {
            session.threads().execute(() -> {
                try {
                    work.run();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                } catch (Exception e) {
                    LOG.warn("{} ended with an error", title, e);
                    session.centre().broken(part, Problem.from(texts.get("migration.do.broken", title), e));
                }
            });
        } catch (RejectedExecutionException e) {
            throw new Action.NotDone(Problem.from("The environment is closing.", e));
        }
    }

    private Action cancel() {
        String title = texts.get("migration.do.cancel");
        return action(
                "migration.cancel",
                title,
                texts.get("migration.do.cancel.back"),
                () -> List.of(texts.get("migration.do.cancel.step")),
                approval -> session.runner().cancel()
                        ? Outcome.done(texts.get("migration.do.cancel.asked"))
                        : Outcome.failed(texts.get("migration.cannot.cancel")));
    }

    private Action benchmark(Migration migration) {
        Benchmark how = session.benchmark();
        String title = texts.get("migration.do.benchmark", migration.name());
        return action(
                "migration.benchmark",
                title,
                texts.get(how.mayWrite() ? "migration.do.benchmark.writes" : "migration.do.benchmark.reads"),
                () -> steps(migration, how),
                approval -> {
                    if (waits) {
                        return session.centre().benchmarkNow(how, approval);
                    }
                    start(
                            Part.BENCHMARK,
                            title,
                            () -> LOG.info(
                                    "{}",
                                    session.centre().benchmarkNow(how, approval).words()));
                    return Outcome.done(texts.get("migration.do.begun", title));
                });
    }

    private List<String> steps(Migration migration, Benchmark how) {
        List<String> steps = new ArrayList<>();
        steps.add(texts.get(
                "migration.do.benchmark.step",
                how.runs(),
                how.concurrency(),
                how.longest().toSeconds()));
        for (ApiQuery query : migration.queries()) {
            steps.add(query.sql().strip() + "; -- " + query.title());
        }
        if (how.mayWrite()) {
            migration.forward().statements().stream()
                    .flatMap(s -> s.index().stream())
                    .map(index -> texts.get("migration.do.benchmark.insert", index.table(), how.runs()))
                    .distinct()
                    .forEach(steps::add);
        }
        return steps;
    }

    /** The action about a session that holds a build. What it would do is read from the server when the guard asks. */
    public Action of(Blocker blocker, boolean terminate) {
        Environment place = session.environment();
        return new Action(
                terminate ? "migration.session.end" : "migration.session.cancel",
                texts.get(terminate ? "migration.do.end" : "migration.do.stop", blocker.pid()),
                Harm.IRREVERSIBLE,
                texts.get(terminate ? "migration.do.end.back" : "migration.do.stop.back"),
                Action.Reach.TARGET,
                place.name(),
                () -> session.stop(blocker, terminate).steps().now(),
                approval -> session.stop(blocker, terminate).effect().run(approval));
    }
}
