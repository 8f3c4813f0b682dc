package dev.tars.console.journal.view;

import dev.tars.console.journal.Event;
import java.util.Locale;

/**
 * Which events a person wants to see; an empty word leaves all.
 *
 * @param text stands somewhere in the event, whatever the case
 */
record AuditFilter(String person, String kind, String environment, String run, String text) {

    static final AuditFilter ALL = new AuditFilter("", "", "", "", "");

    AuditFilter withPerson(String to) {
        return new AuditFilter(to, kind, environment, run, text);
    }

    AuditFilter withKind(String to) {
        return new AuditFilter(person, to, environment, run, text);
    }

    AuditFilter withEnvironment(String to) {
        return new AuditFilter(person, kind, to, run, text);
    }

    AuditFilter withRun(String to) {
        return new AuditFilter(person, kind, environment, to, text);
    }

    AuditFilter withText(String to) {
        return new AuditFilter(person, kind, environment, run, to.strip().toLowerCase(Locale.ROOT));
    }

    boolean isAll() {
        return equals(ALL);
    }

    boolean shows(AuditRow row) {
        Event event = row.newest();
        return (person.isEmpty() || person.equals(event.actor()))
                && (kind.isEmpty() || kind.equals(event.kind()))
                && (environment.isEmpty() || environment.equals(event.environment()))
                && (run.isEmpty() || row.run().filter(run::equals).isPresent())
                && (text.isEmpty() || hasText(event));
    }

    private boolean hasText(Event event) {
        return has(event.actor())
                || has(event.kind())
                || has(event.environment())
                || has(event.payload().text())
                || has(event.hash())
                || has(String.valueOf(event.sequence()));
    }

    private boolean has(String words) {
        return words.toLowerCase(Locale.ROOT).contains(text);
    }
}
