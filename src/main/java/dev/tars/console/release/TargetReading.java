package dev.tars.console.release;

import java.time.Instant;
import java.util.List;

/**
 * What the live target says it is, beside what the environment says it should be.
 *
 * @param lines one a thing that was compared; empty where the environment names nothing to compare
 */
public record TargetReading(Instant at, List<Line> lines) {

    public TargetReading {
        lines = List.copyOf(lines);
    }

    /** One thing that identifies a target. */
    public record Line(String name, Match match, String words) {}

    /** How a thing compares. */
    public enum Match {
        SAME,
        DIFFERENT,
        /** It could not be read. */
        UNKNOWN
    }

    /** True where nothing speaks against it; what could not be read does. */
    public boolean isIntended() {
        return lines.stream().allMatch(line -> line.match() == Match.SAME);
    }
}
