package dev.tars.console.migration;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;

/**
 * How far a build is, as the server says.
 *
 * @param words the phase in the server's words, also one that {@link BuildPhase} does not know
 * @param done blocks, tuples or lockers, as the phase counts them
 * @param total 0 where the phase counts nothing
 * @param lockerPid the session it waits for now
 * @param clocks how long each phase that was seen has lasted
 */
public record BuildProgress(String words, long done, long total, OptionalInt lockerPid, Map<String, Duration> clocks) {
    public BuildProgress {
        clocks = Map.copyOf(clocks);
    }
}
