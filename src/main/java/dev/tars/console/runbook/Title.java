package dev.tars.console.runbook;

import java.util.Objects;

/**
 * The first line of an item or a heading, without box and attributes.
 *
 * @param plain for lists, sentences and sorting: no markup
 * @param markup as it is written
 */
public record Title(String plain, String markup) {
    public Title {
        Objects.requireNonNull(plain, "plain");
        Objects.requireNonNull(markup, "markup");
    }

    @Override
    public String toString() {
        return plain;
    }
}
