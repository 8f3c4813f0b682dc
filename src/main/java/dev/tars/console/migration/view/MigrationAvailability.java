package dev.tars.console.migration.view;

import dev.tars.console.migration.MigrationBoard;
import dev.tars.console.migration.MigrationBoard.Preflighted;
import dev.tars.console.migration.MigrationRun;
import dev.tars.console.migration.Proof;
import dev.tars.console.migration.StatementRun;
import dev.tars.console.migration.StatementState;
import dev.tars.console.migration.view.MigrationActs.Act;
import dev.tars.console.ui.Texts;
import java.util.List;
import java.util.Optional;

/** What can be done now, what comes next, and why the rest cannot be done. */
final class MigrationAvailability {

    private final Texts texts;

    MigrationAvailability(Texts texts) {
        this.texts = texts;
    }

    /** Why an act cannot be done; empty text where it can. */
    String reason(Act act, MigrationBoard board) {
        String standing = standing(board);
        if (!standing.isEmpty()) {
            return standing;
        }
        return switch (act) {
            case RUN -> run(board);
            case CANCEL -> board.isRunning() ? "" : texts.get("migration.cannot.cancel");
            case REPAIR -> idle(board, hasInvalid(board) ? "" : texts.get("migration.cannot.repair"));
            case ROLL_BACK -> idle(board, hasAny(board) ? "" : texts.get("migration.cannot.rollback"));
            case BENCHMARK -> idle(board, hasQueries(board) ? "" : texts.get("migration.cannot.benchmark"));
        };
    }

    String preflight(MigrationBoard board) {
        String standing = standing(board);
        return standing.isEmpty() ? idle(board, "") : standing;
    }

    private String standing(MigrationBoard board) {
        if (board.migration().isEmpty()) {
            return texts.get("migration.cannot.files");
        }
        return switch (board.link()) {
            case NONE -> texts.get("migration.cannot.nodatabase");
            case NOT_ASKED -> texts.get("migration.cannot.notasked");
            case LOST -> board.isRunning() ? "" : texts.get("migration.cannot.lost");
            case ANSWERING -> "";
        };
    }

    private String idle(MigrationBoard board, String otherwise) {
        if (board.isRunning()) {
            return texts.get("migration.cannot.running");
        }
        return board.busy().isPresent() ? texts.get("migration.cannot.busy") : otherwise;
    }

    private String run(MigrationBoard board) {
        if (!board.isLintClear()) {
            return texts.get("migration.cannot.lint");
        }
        String idle = idle(board, "");
        if (!idle.isEmpty()) {
            return idle;
        }
        if (isDone(board)) {
            return texts.get("migration.cannot.done");
        }
        Optional<Preflighted> looked = board.preflight();
        if (looked.isEmpty()) {
            return texts.get("migration.cannot.preflight");
        }
        return looked.get().isClear() ? "" : texts.get("migration.cannot.blocked");
    }

    /** The one next act: measure before, run, measure after; repair comes before all. */
    Optional<Act> next(MigrationBoard board) {
        return java.util.stream.Stream.of(wanted(board))
                .flatMap(Optional::stream)
                .filter(act -> reason(act, board).isEmpty())
                .findFirst();
    }

    private Optional<Act> wanted(MigrationBoard board) {
        if (board.isRunning() || !board.isLintClear()) {
            return Optional.empty();
        }
        if (hasInvalid(board)) {
            return Optional.of(Act.REPAIR);
        }
        List<Proof> proofs =
                board.migration().map(m -> board.sheet().proofs(m.queries())).orElse(List.of());
        if (isDone(board)) {
            boolean isProven = proofs.stream().allMatch(p -> p.after().isPresent());
            return isProven ? Optional.empty() : Optional.of(Act.BENCHMARK);
        }
        boolean hasBefore = proofs.stream().allMatch(p -> p.before().isPresent());
        return Optional.of(hasBefore ? Act.RUN : Act.BENCHMARK);
    }

    boolean isPreflightNext(MigrationBoard board) {
        return board.isLintClear()
                && !isDone(board)
                && !hasInvalid(board)
                && board.preflight().isEmpty()
                && preflight(board).isEmpty()
                && next(board).filter(act -> act == Act.BENCHMARK).isEmpty();
    }

    private static boolean hasQueries(MigrationBoard board) {
        return board.migration().filter(m -> !m.queries().isEmpty()).isPresent();
    }

    static boolean hasInvalid(MigrationBoard board) {
        return board.statements().stream().anyMatch(s -> s.state() == StatementState.INVALID_LEFT);
    }

    private static boolean hasAny(MigrationBoard board) {
        return builds(board).stream()
                .anyMatch(s -> s.state() != StatementState.PENDING && s.state() != StatementState.CANCELLED);
    }

    /** Whether every index stands. */
    static boolean isDone(MigrationBoard board) {
        List<StatementRun> builds = builds(board);
        boolean isRolledBack = board.run()
                .filter(r -> r.isRollback() && r.state() != MigrationRun.State.DONE)
                .isPresent();
        return !builds.isEmpty()
                && !isRolledBack
                && builds.stream()
                        .allMatch(s -> s.state() == StatementState.DONE || s.state() == StatementState.ALREADY_THERE);
    }

    static List<StatementRun> builds(MigrationBoard board) {
        return board.statements().stream()
                .filter(s -> s.statement().kind().isConcurrent()
                        || s.statement().index().isPresent())
                .toList();
    }
}
