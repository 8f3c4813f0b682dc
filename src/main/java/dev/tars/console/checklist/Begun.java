package dev.tars.console.checklist;

import java.util.Objects;

/** An item is asked, and no answer is kept yet. @param session the console that asks */
public record Begun(Stamp stamp, String run, String session) {
    public Begun {
        Objects.requireNonNull(stamp, "stamp");
        Objects.requireNonNull(run, "run");
        Objects.requireNonNull(session, "session");
    }
}
