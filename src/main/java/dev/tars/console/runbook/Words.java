package dev.tars.console.runbook;

import java.util.Objects;

/**
 * What stands under a title for people, as Markdown; each part may be empty.
 *
 * @param note what to do and to look at
 * @param why why it matters
 * @param whenItFails what to do then
 */
public record Words(String note, String why, String whenItFails) {
    public static final Words NONE = new Words("", "", "");

    public Words {
        Objects.requireNonNull(note, "note");
        Objects.requireNonNull(why, "why");
        Objects.requireNonNull(whenItFails, "whenItFails");
    }
}
