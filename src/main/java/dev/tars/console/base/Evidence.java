package dev.tars.console.base;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * Why the console claims something: what was asked of whom, what came back, and what that means.
 *
 * @param question what was asked, resolved, secrets masked
 * @param askedOf the system and address that answered
 * @param askedAt when it was asked, by the console's clock
 * @param took how long the answer took
 * @param answer the raw answer, capped
 * @param threshold what it was held against, as written in the release's files
 * @param verdict what the answer says
 * @param fingerprints what the claim depends on (name to hash or version); when one changes the claim is stale
 */
public record Evidence(
        String question,
        String askedOf,
        Instant askedAt,
        Duration took,
        String answer,
        String threshold,
        Verdict verdict,
        Map<String, String> fingerprints) {

    public Evidence {
        Objects.requireNonNull(question, "question");
        Objects.requireNonNull(askedOf, "askedOf");
        Objects.requireNonNull(askedAt, "askedAt");
        if (took.isNegative()) {
            throw new IllegalArgumentException("took must be 0 or more, was " + took);
        }
        Objects.requireNonNull(answer, "answer");
        Objects.requireNonNull(threshold, "threshold");
        Objects.requireNonNull(verdict, "verdict");
        fingerprints = Map.copyOf(fingerprints);
    }
}
