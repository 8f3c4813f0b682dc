package dev.tars.console.connect.prometheus;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * How the server runs.
 *
 * @param startTime when it started
 * @param reloadConfigSuccess whether the last reload of its configuration worked; where not, the old one goes on
 * @param lastConfigTime when its configuration was last loaded well
 * @param storageRetention how long samples are kept, in the server's words
 */
public record RuntimeInfo(
        Optional<Instant> startTime,
        boolean reloadConfigSuccess,
        Optional<Instant> lastConfigTime,
        String storageRetention) {
    public RuntimeInfo {
        Objects.requireNonNull(storageRetention, "storageRetention");
    }
}
