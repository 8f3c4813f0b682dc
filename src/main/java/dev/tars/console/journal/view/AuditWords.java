package dev.tars.console.journal.view;

import dev.tars.console.base.Figures;
import dev.tars.console.base.Problem;
import dev.tars.console.journal.Checkpoint;
import dev.tars.console.journal.Event;
import dev.tars.console.journal.Fault;
import dev.tars.console.journal.Verification;
import dev.tars.console.ui.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kordamp.ikonli.Ikon;

/** The sentences of the page. */
final class AuditWords {

    /** Faults that are told one by one; the command line and the export tell all. */
    private static final int FAULTS_SHOWN = 5;

    private static final int SHORT_HASH = 8;

    private final Texts texts;
    private final ZoneId zone;
    private final Function<String, Optional<Ikon>> signs;

    AuditWords(Texts texts, ZoneId zone, Function<String, Optional<Ikon>> signs) {
        this.texts = texts;
        this.zone = zone;
        this.signs = signs;
    }

    String get(String key) {
        return texts.get(key);
    }

    String get(String key, Object... arguments) {
        return texts.get(key, arguments);
    }

    /** The sign of an environment; one that is not configured has none. */
    Optional<Ikon> sign(String environment) {
        return signs.apply(environment);
    }

    String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** What the page says first. */
    String verdict(AuditState state) {
        if (state.stopped().isPresent()) {
            Problem why = state.stopped().get();
            return texts.get("audit.verdict.stopped", why.what());
        }
        if (!state.busy().isEmpty()) {
            return state.busy();
        }
        Optional<Verification> found = state.found();
        if (state.failed().isPresent() || found.isEmpty()) {
            return texts.get(
                    "audit.verdict.unknown",
                    state.failed().map(Problem::what).orElse(texts.get("audit.verdict.unchecked")));
        }
        Verification it = found.get();
        String events = count(it.events());
        String at = Figures.clockWithZone(it.at(), zone);
        if (!it.isWhole()) {
            return texts.get(
                    "audit.verdict.broken", events, at, count(it.faults().size()));
        }
        return it.proven()
                .map(c -> texts.get("audit.verdict.whole", events, at, proven(c)))
                .orElse(texts.get("audit.verdict.whole.unproven", events, at));
    }

    private String proven(Checkpoint checkpoint) {
        return texts.get("audit.checkpoint", count(checkpoint.sequence()), moment(checkpoint.at()));
    }

    /** What is under the sentence: what to do, or the first faults. */
    String more(AuditState state) {
        if (state.stopped().isPresent()) {
            return state.stopped().get().mend();
        }
        if (state.failed().isPresent()) {
            Problem why = state.failed().get();
            return String.join(" ", List.of(why.mend(), why.details())).strip();
        }
        List<Fault> faults = state.found().map(Verification::faults).orElse(List.of());
        String first = faults.stream().limit(FAULTS_SHOWN).map(Fault::sentence).collect(Collectors.joining("\n"));
        return faults.size() > FAULTS_SHOWN
                ? first + "\n" + texts.get("audit.faults.more", count(faults.size() - FAULTS_SHOWN))
                : faults.isEmpty() ? state.said() : first;
    }

    String moment(Instant at) {
        return Figures.day(at, zone) + ", " + Figures.clockWithZone(at, zone);
    }

    String clock(Instant at) {
        return Figures.clock(at, zone);
    }

    String heading(AuditRow row) {
        String day = Figures.day(row.newest().at(), zone);
        return row.run()
                .map(run -> texts.get("audit.run", run, count(row.size()), day))
                .orElse(texts.get("audit.norun", count(row.size()), day));
    }

    String shortHash(Event event) {
        return event.hash().substring(0, Math.min(SHORT_HASH, event.hash().length()));
    }

    /** What a screen reader says of a row. */
    String spoken(Event event) {
        return texts.get(
                "audit.spoken", event.sequence(), event.kind(), event.actor(), event.environment(), moment(event.at()));
    }

    /** Title of the details. */
    String title(Event event) {
        return texts.get("audit.event.title", event.sequence(), event.kind());
    }

    /** Everything of an event as text that can be selected. */
    String details(Event event) {
        return texts.get(
                        "audit.event.details", event.at(), event.actor(), event.environment(), event.kind(), event.id())
                + "\n\n" + texts.get("audit.event.payload") + "\n" + PrettyPayload.of(event.payload())
                + "\n\n" + texts.get("audit.event.hashes", event.prev(), event.hash())
                + (event.isSound() ? "" : "\n\n" + texts.get("audit.event.unsound"));
    }
}
