package dev.tars.console.migration.view;

import dev.tars.console.base.Figures;
import dev.tars.console.base.Problem;
import dev.tars.console.base.Verdict;
import dev.tars.console.migration.Finding;
import dev.tars.console.migration.MigrationBoard;
import dev.tars.console.migration.MigrationBoard.Link;
import dev.tars.console.migration.MigrationBoard.Part;
import dev.tars.console.migration.MigrationRun;
import dev.tars.console.migration.StatementRun;
import dev.tars.console.migration.StatementState;
import dev.tars.console.ui.Texts;
import dev.tars.console.ui.controls.Look;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The sentence on top. What is worst comes first: no database, refused files, a lost line, a wreck, then how it goes. */
final class HeadWords {

    private static final int HASH = 8;

    private final Texts texts;
    private final ZoneId zone;

    HeadWords(Texts texts, ZoneId zone) {
        this.texts = texts;
        this.zone = zone;
    }

    MigrationHead of(MigrationState state) {
        MigrationBoard board = state.board();
        return refused(board)
                .or(() -> running(state))
                .or(() -> lost(state))
                .or(() -> left(board))
                .or(() -> broken(board))
                .or(() -> ended(board))
                .orElseGet(() -> ahead(board));
    }

    private Optional<MigrationHead> refused(MigrationBoard board) {
        Optional<Problem> files = Optional.ofNullable(board.problems().get(Part.FILES));
        if (files.isPresent()) {
            return Optional.of(head(Look.MISSED, "refused", files.get().what(), where(files.get())));
        }
        List<Finding> blocking = board.lint().stream()
                .filter(f -> f.weight() == Finding.Weight.BLOCKS)
                .toList();
        if (!blocking.isEmpty()) {
            Finding first = blocking.get(0);
            return Optional.of(head(
                    Look.MISSED,
                    "refused",
                    texts.get("migration.head.lint", file(board), blocking.size(), first.sentence()),
                    first.where() + ": " + first.mend()));
        }
        return board.link() == Link.NONE
                ? Optional.of(head(
                        Look.NOT_APPLICABLE,
                        "nodatabase",
                        texts.get("migration.head.nodatabase"),
                        texts.get("migration.head.nodatabase.mend")))
                : Optional.empty();
    }

    private Optional<MigrationHead> running(MigrationState state) {
        MigrationBoard board = state.board();
        if (!board.isRunning()) {
            return Optional.empty();
        }
        MigrationRun run = board.run().orElseThrow();
        if (board.link() == Link.LOST) {
            return lost(state);
        }
        if (run.state() == MigrationRun.State.CANCELLING) {
            return Optional.of(
                    head(Look.BURNING, "cancelling", sentence(run, "migration.head.cancelling"), facts(board)));
        }
        Optional<StatementRun> open = run.statements().stream()
                .filter(s -> s.state() == StatementState.WAITING
                        || s.state() == StatementState.RUNNING
                        || s.state() == StatementState.UNKNOWN)
                .findFirst();
        if (open.isEmpty()) {
            return Optional.of(head(Look.RUNNING, "begins", sentence(run, "migration.head.begins"), facts(board)));
        }
        return Optional.of(open(board, run, open.get()));
    }

    private MigrationHead open(MigrationBoard board, MigrationRun run, StatementRun open) {
        String which = texts.get(
                "migration.head.which",
                open.statement().number(),
                run.statements().size());
        String words = open.words().isEmpty() ? run.words() : open.words();
        if (open.state() == StatementState.UNKNOWN) {
            return new MigrationHead(Look.UNKNOWN, texts.get("migration.word.lost"), words, facts(board));
        }
        if (open.state() == StatementState.RUNNING) {
            String sentence = words.isEmpty()
                    ? texts.get("migration.head.runs", StatementWords.title(open.statement()), took(open))
                    : words + " " + took(open) + ".";
            return new MigrationHead(Look.RUNNING, texts.get("migration.word.runs", which), sentence, facts(board));
        }
        int holding = open.blockers().size();
        String sentence = holding == 0
                ? texts.get("migration.head.waits", StatementWords.title(open.statement()), took(open))
                : texts.get(
                        "migration.head.waits.for",
                        StatementWords.title(open.statement()),
                        sessions(texts, holding),
                        took(open));
        return new MigrationHead(Look.BURNING, texts.get("migration.word.waits", which), sentence, facts(board));
    }

    private Optional<MigrationHead> lost(MigrationState state) {
        if (state.board().link() != Link.LOST) {
            return Optional.empty();
        }
        String since = state.board()
                .readAt()
                .map(at -> texts.get("migration.head.lost.since", Figures.clockWithZone(at, zone)))
                .orElse("");
        String sentence =
                texts.get(state.board().isRunning() ? "migration.head.lost.running" : "migration.head.lost", since);
        Optional<Problem> problem = Optional.ofNullable(state.board().problems().get(Part.DATABASE));
        return Optional.of(head(
                Look.UNKNOWN, "lost", sentence, problem.map(HeadWords::where).orElse("")));
    }

    private Optional<MigrationHead> left(MigrationBoard board) {
        return board.statements().stream()
                .filter(s -> s.state() == StatementState.INVALID_LEFT)
                .findFirst()
                .map(s -> head(
                        Look.MISSED,
                        "invalid",
                        texts.get("migration.head.invalid", s.statement().object()),
                        s.words().isEmpty() ? texts.get("migration.head.invalid.mend") : s.words()));
    }

    /** Work that was begun and broke off with nobody waiting for it; it is told until the next try. */
    private Optional<MigrationHead> broken(MigrationBoard board) {
        return Stream.of(Part.RUN, Part.BENCHMARK)
                .flatMap(part -> Optional.ofNullable(board.problems().get(part)).stream())
                .findFirst()
                .map(problem -> head(Look.UNKNOWN, "broken", problem.what(), details(problem)));
    }

    private static String details(Problem problem) {
        String where = where(problem);
        return where.isBlank() ? problem.details() : where;
    }

    private Optional<MigrationHead> ended(MigrationBoard board) {
        Optional<MigrationRun> run = board.run();
        if (run.isPresent()) {
            MigrationRun it = run.get();
            switch (it.state()) {
                case UNKNOWN -> {
                    return Optional.of(
                            head(Look.UNKNOWN, "unknown", sentence(it, "migration.head.unknown"), facts(board)));
                }
                case FAILED -> {
                    return Optional.of(
                            head(Look.MISSED, "failed", sentence(it, "migration.head.failed"), facts(board)));
                }
                case CANCELLED -> {
                    return Optional.of(
                            head(Look.UNDONE, "cancelled", sentence(it, "migration.head.cancelled"), facts(board)));
                }
                case RUNNING, CANCELLING, DONE -> {}
            }
        }
        return MigrationAvailability.isDone(board) ? Optional.of(done(board)) : Optional.empty();
    }

    private MigrationHead done(MigrationBoard board) {
        int indexes = MigrationAvailability.builds(board).size();
        Verdict verdict = board.migration()
                .map(m -> board.sheet().verdict(m.queries()))
                .orElseGet(() -> new Verdict.Unknown("", ""));
        return verdict.match(
                met -> head(
                        Look.MET, "proven", texts.get("migration.head.done", indexes, met.sentence()), facts(board)),
                missed -> head(
                        Look.MISSED,
                        "notworth",
                        texts.get("migration.head.done", indexes, missed.sentence()),
                        facts(board)),
                unknown -> head(
                        Look.UNKNOWN,
                        "notproven",
                        texts.get("migration.head.done", indexes, unknown.sentence()),
                        facts(board)),
                waived -> head(Look.WAIVED, "notproven", waived.reason(), facts(board)));
    }

    private MigrationHead ahead(MigrationBoard board) {
        if (board.migration().isEmpty() || board.link() == Link.NOT_ASKED) {
            return head(Look.NOT_RUN, "notasked", texts.get("migration.head.notasked"), facts(board));
        }
        int open = (int) MigrationAvailability.builds(board).stream()
                .filter(s -> s.state() == StatementState.PENDING || s.state() == StatementState.CANCELLED)
                .count();
        boolean blocked = board.preflight().filter(p -> !p.isClear()).isPresent();
        if (blocked) {
            Finding first = board.preflight().orElseThrow().findings().stream()
                    .filter(f -> f.weight() == Finding.Weight.BLOCKS)
                    .findFirst()
                    .orElseThrow();
            return head(Look.MISSED, "blocked", first.sentence(), first.mend());
        }
        boolean hasBefore = board.migration()
                .filter(m -> board.sheet().proofs(m.queries()).stream()
                        .allMatch(p -> p.before().isPresent()))
                .isPresent();
        String key = hasBefore ? "migration.head.ahead" : "migration.head.ahead.unmeasured";
        return head(Look.NOT_RUN, "ahead", texts.get(key, open), facts(board));
    }

    private MigrationHead head(Look look, String word, String sentence, String facts) {
        return new MigrationHead(look, texts.get("migration.word." + word), sentence, facts);
    }

    private String sentence(MigrationRun run, String otherwise) {
        return run.words().isEmpty() ? texts.get(otherwise) : run.words();
    }

    /** How many sessions, in words. */
    static String sessions(Texts texts, int count) {
        return count == 1 ? texts.get("migration.sessions.one") : texts.get("migration.sessions", count);
    }

    private static String file(MigrationBoard board) {
        return board.migration().map(m -> m.forward().file()).orElse("");
    }

    private static String where(Problem problem) {
        return (problem.where().isEmpty() ? "" : problem.where() + ": ") + problem.mend();
    }

    private static String took(StatementRun run) {
        return Figures.duration(Duration.ofSeconds(run.took().toSeconds()));
    }

    /** The file with its hash, the preflight, and how locks are waited for. */
    private String facts(MigrationBoard board) {
        if (board.migration().isEmpty()) {
            return "";
        }
        String hash = board.migration().get().forward().sha256();
        String file = texts.get("migration.facts.file", file(board), hash.substring(0, Math.min(HASH, hash.length())));
        String preflight = board.preflight()
                .map(p -> texts.get(
                        "migration.facts.preflight",
                        p.findings().stream()
                                .filter(f -> f.weight() == Finding.Weight.FINE || f.weight() == Finding.Weight.INFORMS)
                                .count(),
                        p.findings().size(),
                        Figures.clockWithZone(p.at(), zone)))
                .orElseGet(() -> texts.get("migration.facts.nopreflight"));
        return file + ", " + preflight + ", " + texts.get("migration.facts.locks");
    }
}
