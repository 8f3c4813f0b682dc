package dev.tars.console.journal.view;

import dev.tars.console.journal.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A row of the timeline: an event, or the heading over those of one run that follow one another.
 *
 * @param event empty in a heading
 * @param run of the event or of the heading; empty outside a run
 * @param newest the newest event under a heading, the event itself elsewhere
 * @param size events under a heading
 */
record AuditRow(Optional<Event> event, Optional<String> run, Event newest, int size) {

    /** Rows of the events that the filter shows, the newest first. @param events in the order of their sequence */
    static List<AuditRow> of(List<Event> events, AuditFilter filter) {
        List<AuditRow> rows = new ArrayList<>();
        int heading = -1;
        for (int i = events.size() - 1; i >= 0; i--) {
            Event event = events.get(i);
            if (!filter.shows(event)) {
                continue;
            }
            Optional<String> run = event.payload().run();
            if (heading < 0 || !rows.get(heading).run().equals(run)) {
                heading = rows.size();
                rows.add(new AuditRow(Optional.empty(), run, event, 0));
            }
            AuditRow over = rows.get(heading);
            rows.set(heading, new AuditRow(Optional.empty(), run, over.newest(), over.size() + 1));
            rows.add(new AuditRow(Optional.of(event), run, event, 1));
        }
        return rows;
    }

    /** What stays the same while rows come and go. */
    String key() {
        return (event.isPresent() ? "event " : "run ") + newest.sequence();
    }
}
