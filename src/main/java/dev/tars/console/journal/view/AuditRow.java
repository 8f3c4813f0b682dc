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

    /** The row of an event; its payload is read for the run, once. */
    static AuditRow of(Event event) {
        return new AuditRow(Optional.of(event), event.payload().run(), event, 1);
    }

    /** The rows of events under their headings, the newest first. @param events in the order of their sequence */
    static List<AuditRow> withHeadings(List<AuditRow> events) {
        List<AuditRow> rows = new ArrayList<>(events.size() + 1);
        int end = events.size() - 1;
        while (end >= 0) {
            Optional<String> run = events.get(end).run();
            int start = end;
            while (start > 0 && events.get(start - 1).run().equals(run)) {
                start--;
            }
            rows.add(new AuditRow(Optional.empty(), run, events.get(end).newest(), end - start + 1));
            for (int i = end; i >= start; i--) {
                rows.add(events.get(i));
            }
            end = start - 1;
        }
        return rows;
    }

    /** Whether it is the same row as another that was made anew. */
    boolean isSameAs(AuditRow other) {
        return newest.sequence() == other.newest.sequence() && event.isPresent() == other.event.isPresent();
    }
}
