package dev.tars.console.base;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * How one connection stands, for the status bar.
 *
 * @param name what a person calls it: "Prometheus"
 * @param address where it is, secrets masked
 * @param status whether it answers
 * @param since since when it is in this status
 * @param lastAnswer when it last gave a usable answer
 * @param skew server clock minus ours, where the protocol tells
 * @param lastAsked what was asked last
 * @param note version, "built-in", "stand-in" or a server's warning; may be empty
 * @param problem what is wrong, where something is
 */
public record ConnectionReport(
        String name,
        String address,
        Status status,
        Instant since,
        Optional<Instant> lastAnswer,
        Optional<Duration> skew,
        String lastAsked,
        String note,
        Optional<Problem> problem) {

    /**
     * {@code PARTIAL}: it answers, with warnings; {@code OPEN_CIRCUIT}: not asked for a while after repeated failure; {@code
     * STOPPED}: it is there, and takes nothing until a person has seen to it.
     */
    public enum Status {
        NOT_ASKED,
        ANSWERING,
        PARTIAL,
        FAILING,
        OPEN_CIRCUIT,
        STOPPED
    }

    public ConnectionReport {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(since, "since");
    }
}
