package dev.tars.console.migration.view;

import dev.tars.console.base.Figures;
import dev.tars.console.base.Unit;
import dev.tars.console.migration.Statement;
import dev.tars.console.migration.StatementKind;
import dev.tars.console.migration.StatementRun;
import dev.tars.console.migration.StatementState;
import dev.tars.console.ui.Texts;
import dev.tars.console.ui.controls.Look;
import java.time.Duration;
import java.util.Locale;

/** A statement in words. */
final class StatementWords {

    private static final int SHOWN = 60;

    private final Texts texts;

    StatementWords(Texts texts) {
        this.texts = texts;
    }

    /** The index of a build; else what it does to what. */
    static String title(Statement statement) {
        if (statement.kind() == StatementKind.BUILD_CONCURRENTLY || statement.kind() == StatementKind.BUILD_LOCKING) {
            return statement.object();
        }
        String line = statement
                .text()
                .replaceAll("\\s+", " ")
                .replaceFirst("(?i)^comment on index (?:\\w+\\.)?(\\w+) is .*", "COMMENT $1")
                .strip();
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN - 1) + "…";
    }

    static Look look(StatementState state) {
        return switch (state) {
            case PENDING -> Look.NOT_RUN;
            case RUNNING -> Look.RUNNING;
            case WAITING -> Look.BURNING;
            case DONE, ALREADY_THERE -> Look.MET;
            case FAILED, INVALID_LEFT -> Look.MISSED;
            case CANCELLED -> Look.UNDONE;
            case UNKNOWN -> Look.UNKNOWN;
        };
    }

    String word(StatementRun run) {
        boolean builds = run.statement().kind() == StatementKind.BUILD_CONCURRENTLY;
        String name = run.state().name().toLowerCase(Locale.ROOT);
        boolean isValid = builds && (run.state() == StatementState.DONE || run.state() == StatementState.ALREADY_THERE);
        return texts.get(isValid ? "migration.state.valid" : "migration.state." + name);
    }

    /** Size and time, as far as there are any. */
    static String figures(StatementRun run) {
        String size = run.bytes().isPresent() ? Figures.of((double) run.bytes().getAsLong(), Unit.BYTES) : "";
        String took = run.took().isZero() ? "" : took(run.took());
        return size.isEmpty() || took.isEmpty() ? size + took : size + ", " + took;
    }

    private static String took(Duration took) {
        return took.compareTo(Duration.ofSeconds(10)) < 0
                ? Figures.of(took.toNanos() / 1e9, Unit.SECONDS)
                : Figures.duration(Duration.ofSeconds(took.toSeconds()));
    }
}
