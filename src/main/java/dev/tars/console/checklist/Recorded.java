package dev.tars.console.checklist;

import java.util.Objects;

/** An entry and its place in the journal. */
public record Recorded(Stamp stamp, Entry entry) {
    public Recorded {
        Objects.requireNonNull(stamp, "stamp");
        Objects.requireNonNull(entry, "entry");
    }
}
