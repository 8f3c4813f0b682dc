package dev.tars.console.runbook;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * A fence the console may run.
 *
 * @param kind the kind of probe
 * @param expectation what the answer has to be; empty for a command of a step, and for kinds that judge themselves
 * @param lasting over which time it has to hold; {@code for} in the file
 * @param timeout how long an answer may take, where the file says so
 * @param attributes all attributes as they are written
 * @param body what is asked, without indentation of the list, ends with a line feed
 * @param at where the fence begins
 */
public record Block(
        String kind,
        Optional<Expectation> expectation,
        Optional<Duration> lasting,
        Optional<Duration> timeout,
        Attributes attributes,
        String body,
        Position at) {

    public Block {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(expectation, "expectation");
        Objects.requireNonNull(lasting, "lasting");
        Objects.requireNonNull(timeout, "timeout");
        Objects.requireNonNull(attributes, "attributes");
        Objects.requireNonNull(body, "body");
        Objects.requireNonNull(at, "at");
    }

    /** What is asked, without blank ends. */
    public String question() {
        return body.strip();
    }

    /** The position of a character of the body, for errors inside it. @param line 0 for the first line of the body */
    public Position inBody(int line, int column) {
        return new Position(at.file(), at.line() + 1 + line, at.column() + column);
    }

    /** What the check is, for fingerprints: it changes when question, limit or attributes change. */
    public String fingerprint() {
        return Hash.sha256(kind + "\n" + attributes + "\n" + question());
    }
}
