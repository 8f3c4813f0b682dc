package dev.tars.console.migration.view;

import dev.tars.console.base.Figures;
import dev.tars.console.migration.Blocker;
import dev.tars.console.migration.Finding;
import dev.tars.console.ui.Texts;
import dev.tars.console.ui.controls.Look;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

/** Words of the migration page. */
record MigrationWords(Texts texts, ZoneId zone, HeadWords head, StatementWords statement, ProofWords proof) {

    static MigrationWords of(Texts texts, ZoneId zone) {
        return new MigrationWords(
                texts, zone, new HeadWords(texts, zone), new StatementWords(texts), new ProofWords(texts));
    }

    String get(String key, Object... arguments) {
        return arguments.length == 0 ? texts.get(key) : texts.get(key, arguments);
    }

    static Look look(Finding.Weight weight) {
        return switch (weight) {
            case BLOCKS -> Look.MISSED;
            case UNKNOWN -> Look.UNKNOWN;
            case WARNS -> Look.BURNING;
            case INFORMS -> Look.NOT_RUN;
            case FINE -> Look.MET;
        };
    }

    String weight(Finding.Weight weight) {
        return texts.get("migration.finding." + weight.name().toLowerCase(Locale.ROOT));
    }

    /** {@code 0:31}, minutes and seconds; nothing where it was not seen. */
    static String clock(Duration clock) {
        return clock.isZero() ? "" : String.format(Locale.ROOT, "%d:%02d", clock.toMinutes(), clock.toSecondsPart());
    }

    /** "one session", "3 sessions". */
    String sessions(int count) {
        return HeadWords.sessions(texts, count);
    }

    String openSince(Blocker blocker, Instant now) {
        return blocker.openSince()
                .map(at -> Figures.duration(
                        Duration.ofSeconds(Math.max(0, Duration.between(at, now).toSeconds()))))
                .orElse(Figures.NO_VALUE);
    }

    /** What the blocker does, and what that means. */
    String blocker(Blocker blocker) {
        return texts.get(
                blocker.state().startsWith("idle in transaction") ? "migration.holds.idle" : "migration.holds.active");
    }
}
