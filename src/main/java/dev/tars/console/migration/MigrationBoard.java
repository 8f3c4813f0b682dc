package dev.tars.console.migration;

import dev.tars.console.base.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that is known of the migration in one environment, at one moment.
 *
 * @param link how the console stands to the database
 * @param readAt when the database answered last
 * @param database cluster identifier and database; empty until it was asked
 * @param migration empty until the files were read, or where they are refused
 * @param lint what the rules find in the files
 * @param preflight empty until it was asked for
 * @param standing each statement as the catalogue has it, read when nothing ran
 * @param run the run under way, or the last one
 * @param effects the last minutes of a run, oldest first
 * @param sheet what was measured
 * @param busy what else is under way
 * @param problems what did not work, by part
 */
public record MigrationBoard(
        Link link,
        Optional<Instant> readAt,
        String database,
        Optional<Migration> migration,
        List<Finding> lint,
        Optional<Preflighted> preflight,
        List<StatementRun> standing,
        Optional<MigrationRun> run,
        List<EffectPoint> effects,
        ProofSheet sheet,
        Optional<Busy> busy,
        Map<Part, Problem> problems) {

    /** How the console stands to the database. */
    public enum Link {
        /** The environment names none. */
        NONE,
        NOT_ASKED,
        ANSWERING,
        /** It does not answer: what was read before may not be so any more. */
        LOST
    }

    /** What may fail by itself. */
    public enum Part {
        FILES,
        DATABASE,
        PREFLIGHT,
        BENCHMARK,
        RUN
    }

    /** A preflight and when it was made. @param findings all that was looked at, the fine too */
    public record Preflighted(List<Finding> findings, Instant at) {
        public Preflighted {
            findings = List.copyOf(findings);
        }

        public long count(Finding.Weight weight) {
            return findings.stream().filter(f -> f.weight() == weight).count();
        }

        /** Whether nothing forbids to run. What could not be looked at is not fine, but a person may know better. */
        public boolean isClear() {
            return count(Finding.Weight.BLOCKS) == 0;
        }
    }

    /** @param fraction 0 to 1, negative where the end is not known */
    public record Busy(Part part, double fraction, String message) {}

    /** Nothing known. */
    public static final MigrationBoard EMPTY = new MigrationBoard(
            Link.NOT_ASKED,
            Optional.empty(),
            "",
            Optional.empty(),
            List.of(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            List.of(),
            ProofSheet.EMPTY,
            Optional.empty(),
            Map.of());

    private static final int EFFECTS = 600;

    public MigrationBoard {
        lint = List.copyOf(lint);
        standing = List.copyOf(standing);
        effects = List.copyOf(effects);
        problems = Map.copyOf(problems);
    }

    /** Whether a run is under way. */
    public boolean isRunning() {
        return run.filter(r -> r.state() == MigrationRun.State.RUNNING || r.state() == MigrationRun.State.CANCELLING)
                .isPresent();
    }

    /** The statements as they are: those of a run while it counts, else what the catalogue says. */
    public List<StatementRun> statements() {
        boolean isOver = run.filter(r -> r.state() == MigrationRun.State.DONE && r.isRollback())
                .isPresent();
        List<StatementRun> ofRun = run.map(MigrationRun::statements).orElse(List.of());
        List<StatementRun> all = ofRun.isEmpty() || isOver ? standing : ofRun;
        return link == Link.LOST ? all.stream().map(MigrationBoard::unseen).toList() : all;
    }

    /** What ran when the line was lost may run or not. */
    private static StatementRun unseen(StatementRun run) {
        boolean ran = run.state() == StatementState.RUNNING || run.state() == StatementState.WAITING;
        return !ran
                ? run
                : new StatementRun(
                        run.statement(),
                        StatementState.UNKNOWN,
                        run.startedAt(),
                        run.took(),
                        run.progress(),
                        run.blockers(),
                        run.bytes(),
                        run.words());
    }

    /** Whether the rules let the files run. */
    public boolean isLintClear() {
        return lint.stream().noneMatch(f -> f.weight() == Finding.Weight.BLOCKS);
    }

    public MigrationBoard with(Link next, Optional<Instant> at) {
        return new MigrationBoard(
                next, at, database, migration, lint, preflight, standing, run, effects, sheet, busy, problems);
    }

    public MigrationBoard with(Optional<Migration> read, List<Finding> found) {
        return new MigrationBoard(
                link, readAt, database, read, found, preflight, standing, run, effects, sheet, busy, problems);
    }

    public MigrationBoard with(Preflighted looked) {
        return new MigrationBoard(
                link,
                readAt,
                database,
                migration,
                lint,
                Optional.of(looked),
                standing,
                run,
                effects,
                sheet,
                busy,
                problems);
    }

    /** What the catalogue says, and of which database. */
    public MigrationBoard with(String of, List<StatementRun> there) {
        return new MigrationBoard(
                link, readAt, of, migration, lint, preflight, there, run, effects, sheet, busy, problems);
    }

    /** A newer picture of the run; another run begins without the effects of the one before. */
    public MigrationBoard with(MigrationRun next) {
        boolean isSame = run.filter(r -> r.id().equals(next.id())).isPresent();
        return new MigrationBoard(
                link,
                readAt,
                database,
                migration,
                lint,
                preflight,
                standing,
                Optional.of(next),
                isSame ? effects : List.of(),
                sheet,
                busy,
                problems);
    }

    public MigrationBoard with(EffectPoint point) {
        List<EffectPoint> more = new ArrayList<>(effects);
        more.add(point);
        return new MigrationBoard(
                link,
                readAt,
                database,
                migration,
                lint,
                preflight,
                standing,
                run,
                more.subList(Math.max(0, more.size() - EFFECTS), more.size()),
                sheet,
                busy,
                problems);
    }

    public MigrationBoard with(ProofSheet measured) {
        return new MigrationBoard(
                link, readAt, database, migration, lint, preflight, standing, run, effects, measured, busy, problems);
    }

    public MigrationBoard busy(Optional<Busy> with) {
        return new MigrationBoard(
                link, readAt, database, migration, lint, preflight, standing, run, effects, sheet, with, problems);
    }

    /** What did not work in a part; empty where it works again. */
    public MigrationBoard problem(Part part, Optional<Problem> what) {
        Map<Part, Problem> next = new EnumMap<>(Part.class);
        next.putAll(problems);
        next.remove(part);
        what.ifPresent(problem -> next.put(part, problem));
        return new MigrationBoard(
                link, readAt, database, migration, lint, preflight, standing, run, effects, sheet, busy, next);
    }

    /** A part's work broke off: it is a problem, and a run that nobody drives any more is unknown, not running. */
    public MigrationBoard broken(Part part, Problem what) {
        MigrationBoard stopped =
                part == Part.RUN && isRunning() ? with(run.orElseThrow().unknown(what.what())) : this;
        return stopped.problem(part, Optional.of(what));
    }
}
