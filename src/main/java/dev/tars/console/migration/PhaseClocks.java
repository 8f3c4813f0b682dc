package dev.tars.console.migration;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** How long each phase has lasted, as far as the readings tell: the time between two readings goes to the earlier one. */
final class PhaseClocks {

    private final Map<String, Duration> clocks = new HashMap<>();
    private String phase = "";
    private long readAt;

    Map<String, Duration> read(String words, long now) {
        if (!phase.isEmpty()) {
            clocks.merge(phase, Duration.ofNanos(now - readAt), Duration::plus);
        }
        phase = words;
        readAt = now;
        clocks.putIfAbsent(words, Duration.ZERO);
        return Map.copyOf(clocks);
    }
}
