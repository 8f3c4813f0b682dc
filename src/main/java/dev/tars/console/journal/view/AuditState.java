package dev.tars.console.journal.view;

import dev.tars.console.base.Problem;
import dev.tars.console.journal.Event;
import dev.tars.console.journal.Verification;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * Everything the page shows, at one moment.
 *
 * @param place file or URL; empty until the journal is open
 * @param stopped why the journal takes no events
 * @param failed why the journal does not open, is not checked or not exported
 * @param busy what is under way; empty text while nothing is
 * @param found what the last check found
 * @param events how many there are
 * @param rows what the filter shows, the newest first
 * @param listed how many events are among the rows
 * @param fresh events that the filter shows and that are newer than the rows
 * @param selected the event whose details are shown
 * @param said what was done last
 */
record AuditState(
        Optional<String> place,
        Optional<Problem> stopped,
        Optional<Problem> failed,
        String busy,
        Optional<Verification> found,
        int events,
        List<AuditRow> rows,
        int listed,
        int fresh,
        AuditFilter filter,
        Choices choices,
        Optional<Event> selected,
        String said) {

    static final AuditState EMPTY = new AuditState(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "",
            Optional.empty(),
            0,
            List.of(),
            0,
            0,
            AuditFilter.ALL,
            new Choices(
                    Collections.emptySortedSet(),
                    Collections.emptySortedSet(),
                    Collections.emptySortedSet(),
                    Collections.emptySortedSet()),
            Optional.empty(),
            "");

    /** What there is to choose from. */
    record Choices(
            SortedSet<String> people,
            SortedSet<String> kinds,
            SortedSet<String> environments,
            SortedSet<String> runs) {}

    /** What the sentence on top comes to; unknown is not whole. */
    enum Verdict {
        WHOLE,
        BROKEN,
        UNKNOWN
    }

    Verdict verdict() {
        if (stopped.isPresent() || found.filter(f -> !f.isWhole()).isPresent()) {
            return Verdict.BROKEN;
        }
        return found.isPresent() && failed.isEmpty() ? Verdict.WHOLE : Verdict.UNKNOWN;
    }

    AuditState opened(String at, Optional<Problem> why) {
        return new AuditState(
                Optional.of(at),
                why,
                failed,
                busy,
                found,
                events,
                rows,
                listed,
                fresh,
                filter,
                choices,
                selected,
                said);
    }

    AuditState busy(String with) {
        return new AuditState(
                place,
                stopped,
                Optional.empty(),
                with,
                found,
                events,
                rows,
                listed,
                fresh,
                filter,
                choices,
                selected,
                "");
    }

    AuditState failed(Problem why) {
        return new AuditState(
                place,
                stopped,
                Optional.of(why),
                "",
                found,
                events,
                rows,
                listed,
                fresh,
                filter,
                choices,
                selected,
                "");
    }

    AuditState found(Verification what) {
        return new AuditState(
                place,
                stopped,
                Optional.empty(),
                "",
                Optional.of(what),
                events,
                rows,
                listed,
                fresh,
                filter,
                choices,
                selected,
                said);
    }

    AuditState said(String words) {
        return new AuditState(
                place, stopped, failed, "", found, events, rows, listed, fresh, filter, choices, selected, words);
    }

    AuditState shown(AuditTimeline.Made made) {
        return new AuditState(
                place,
                stopped,
                failed,
                busy,
                found,
                made.events(),
                made.rows(),
                made.listed(),
                made.fresh(),
                filter,
                made.choices(),
                selected,
                said);
    }

    AuditState filtered(AuditFilter by) {
        return new AuditState(
                place, stopped, failed, busy, found, events, rows, listed, fresh, by, choices, selected, said);
    }

    AuditState selected(Optional<Event> event) {
        return new AuditState(
                place, stopped, failed, busy, found, events, rows, listed, fresh, filter, choices, event, said);
    }
}
