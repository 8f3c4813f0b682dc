package dev.tars.console.checklist;

import java.util.Objects;

/** A person's statement and its place in the journal; whether its signature holds is for {@link Statements} to say. */
public record Said(Stamp stamp, Statement statement) {
    public Said {
        Objects.requireNonNull(stamp, "stamp");
        Objects.requireNonNull(statement, "statement");
    }
}
