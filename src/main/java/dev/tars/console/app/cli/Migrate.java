package dev.tars.console.app.cli;

import dev.tars.console.app.MigrationDoing;
import dev.tars.console.app.MigrationSession;
import dev.tars.console.app.Wiring;
import dev.tars.console.app.environments.Environment;
import dev.tars.console.base.Verdict;
import dev.tars.console.journal.Journal;
import dev.tars.console.migration.Measurement;
import dev.tars.console.migration.MigrationBoard;
import dev.tars.console.migration.MigrationBoard.Link;
import dev.tars.console.migration.MigrationBoard.Part;
import dev.tars.console.migration.Proof;
import dev.tars.console.migration.StatementRun;
import dev.tars.console.migration.StatementState;
import dev.tars.console.migration.view.MigrationActs.Act;
import dev.tars.console.release.Action;
import dev.tars.console.release.Outcome;
import dev.tars.console.release.ReleaseFiles;
import dev.tars.console.ui.Texts;
import dev.tars.console.ui.background.Workers;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tars-console migrate}: the index migration without a window, by way of the same guard. */
@Command(
        name = "migrate",
        mixinStandardHelpOptions = true,
        description = "Looks at, runs, takes back or measures the index migration of an environment.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:as it should be: clear, done, proven, or measured before",
            "1:not: blocked, refused, failed, missing, slower",
            "2:cannot tell: no answer, line lost, not measured; or the command line is wrong"
        },
        sortOptions = false)
final class Migrate implements Callable<Integer> {

    private final Wiring wiring;

    @ArgGroup(multiplicity = "1")
    private Mode mode = new Mode();

    /** One of them. */
    private static final class Mode {
        @Option(names = "--preflight", description = "looks whether the database is ready")
        private boolean preflight;

        @Option(names = "--run", description = "runs it, or takes it up where an earlier run has left it")
        private boolean run;

        @Option(names = "--status", description = "says what the database has of it and what is proven")
        private boolean status;

        @Option(names = "--rollback", description = "drops what it made")
        private boolean rollback;

        @Option(names = "--benchmark", description = "measures its queries, before or after")
        private boolean benchmark;
    }

    @Option(names = "--environment", paramLabel = "NAME", required = true, description = "where")
    private String environment = "";

    @Option(names = "--environments", paramLabel = "FILE", description = "where the environments are named")
    private @Nullable Path environments;

    @Option(names = "--release", paramLabel = "DIR", description = "the release's folder; else the built-in one")
    private @Nullable Path release;

    @Option(names = "--as", paramLabel = "PERSON", description = "who does it; else the system's user")
    private @Nullable String person;

    @Option(
            names = "--yes-environment",
            paramLabel = "NAME",
            description = "confirms by the name of the environment, written out; without it the plan is only shown")
    private @Nullable String typed;

    @Option(names = "--read-only", description = "change nothing")
    private boolean readOnly;

    @Option(names = "--json", description = "one JSON object instead of lines")
    private boolean json;

    @Mixin
    private final JournalPlace where = new JournalPlace();

    @Spec
    private @Nullable CommandSpec spec;

    Migrate(Wiring wiring) {
        this.wiring = wiring;
    }

    private PrintWriter err() {
        return Objects.requireNonNull(spec).commandLine().getErr();
    }

    @Override
    public Integer call() throws Exception {
        Optional<Environment> place = wiring.environments(new Texts(), Optional.ofNullable(environments))
                .find(environment);
        if (place.isEmpty()) {
            err().println("There is no environment " + environment + " in environments.yaml.");
            return Cli.CANNOT_TELL;
        }
        try (Workers workers = new Workers("migrate", 1);
                Journal journal = Journal.open(wiring.journal(where.of(wiring)), wiring.clock(), workers.scheduler());
                ReleaseFiles files = release == null ? ReleaseFiles.builtIn() : ReleaseFiles.in(release);
                MigrationSession session = new MigrationSession(
                        place.get(), place.get().postgres(), files, () -> journal, wiring.clock(), wiring.ticker())) {
            session.centre().look();
            int code = does(place.get(), session, journal);
            MigrateReport report = new MigrateReport(session.centre().board(), code);
            PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
            if (json) {
                report.json(out);
            } else {
                report.print(out);
            }
            return code;
        } catch (IllegalArgumentException | IOException e) {
            err().println(e.getMessage());
            return Cli.CANNOT_TELL;
        }
    }

    private int does(Environment place, MigrationSession session, Journal journal) throws InterruptedException {
        MigrationBoard board = session.centre().board();
        board.problems().values().forEach(problem -> CliGuard.say(err(), problem));
        if (board.problems().containsKey(Part.FILES) || !board.isLintClear()) {
            return Cli.BAD;
        }
        if (board.link() != Link.ANSWERING) {
            if (board.link() == Link.NONE) {
                err().println(new Texts().get("migration.head.nodatabase"));
                err().println(new Texts().get("migration.look.none.how"));
            }
            return Cli.CANNOT_TELL;
        }
        if (mode.preflight) {
            return preflight(session);
        }
        if (mode.status) {
            return status(session.centre().board());
        }
        return changes(place, session, journal);
    }

    private int preflight(MigrationSession session) {
        session.centre().preflightNow();
        MigrationBoard board = session.centre().board();
        Optional.ofNullable(board.problems().get(Part.PREFLIGHT)).ifPresent(problem -> CliGuard.say(err(), problem));
        return board.preflight()
                .map(looked -> looked.isClear() ? Cli.GOOD : Cli.BAD)
                .orElse(Cli.CANNOT_TELL);
    }

    /** Good where every index stands and no query is slower; what is not proven is not bad by itself. */
    private static int status(MigrationBoard board) {
        List<StatementRun> builds = board.statements().stream()
                .filter(s -> s.statement().index().isPresent())
                .toList();
        if (builds.stream().anyMatch(s -> s.state() == StatementState.UNKNOWN)) {
            return Cli.CANNOT_TELL;
        }
        boolean stand = builds.stream()
                .allMatch(s -> s.state() == StatementState.ALREADY_THERE || s.state() == StatementState.DONE);
        Verdict verdict = board.sheet().verdict(board.migration().orElseThrow().queries());
        return stand && !(verdict instanceof Verdict.Missed) ? Cli.GOOD : Cli.BAD;
    }

    private int changes(Environment place, MigrationSession session, Journal journal) throws InterruptedException {
        if (mode.run && preflight(session) != Cli.GOOD) {
            return preflight(session);
        }
        Act act = mode.benchmark ? Act.BENCHMARK : mode.rollback ? Act.ROLL_BACK : Act.RUN;
        String who = Optional.ofNullable(person).orElse(wiring.user());
        Action action = new MigrationDoing(session, new Texts(), true).of(act).orElseThrow();
        Optional<Outcome> outcome =
                new CliGuard(wiring, place, who, readOnly, journal, err()).run(action, Optional.ofNullable(typed));
        if (outcome.isEmpty()) {
            return Cli.BAD;
        }
        err().println(outcome.get().words());
        if (act == Act.BENCHMARK && outcome.get().ending() == Outcome.Ending.DONE) {
            return measured(session.centre().board());
        }
        return switch (outcome.get().ending()) {
            case DONE -> Cli.GOOD;
            case FAILED -> Cli.BAD;
            case UNKNOWN -> Cli.CANNOT_TELL;
        };
    }

    private static int measured(MigrationBoard board) {
        List<Proof> proofs =
                board.sheet().proofs(board.migration().orElseThrow().queries());
        boolean isBefore = proofs.stream()
                .allMatch(p -> p.after().isEmpty()
                        && p.before().flatMap(Measurement::latency).isPresent());
        if (board.problems().containsKey(Part.BENCHMARK)) {
            return Cli.CANNOT_TELL;
        }
        return isBefore && !proofs.isEmpty()
                ? Cli.GOOD
                : board.sheet()
                        .verdict(board.migration().orElseThrow().queries())
                        .match(met -> Cli.GOOD, missed -> Cli.BAD, unknown -> Cli.CANNOT_TELL, waived -> Cli.GOOD);
    }
}
