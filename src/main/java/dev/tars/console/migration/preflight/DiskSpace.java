package dev.tars.console.migration.preflight;

import dev.tars.console.base.Figures;
import dev.tars.console.base.Unit;
import dev.tars.console.migration.Finding;
import dev.tars.console.migration.Finding.Weight;
import java.util.List;
import java.util.OptionalLong;

/**
 * Room for the indexes, for the largest one's sort, and for the WAL of all until a checkpoint and the standbys let it go:
 * together the sum of sizes twice and the largest once more.
 */
final class DiskSpace implements PreflightRule {
    private static final String RULE = "disk-space";

    @Override
    public List<Finding> findings(Flight flight) {
        if (flight.builds().isEmpty()) {
            return List.of(PreflightRule.fine(RULE, "server", "No index is built."));
        }
        long sum = 0;
        long largest = 0;
        for (Flight.Build build : flight.builds()) {
            OptionalLong size = IndexSize.estimate(build.index(), build.table());
            if (size.isEmpty()) {
                return List.of(PreflightRule.unknown(
                        RULE,
                        build.tableName(),
                        build.table().isEmpty()
                                ? build.tableName() + " is not there"
                                : build.tableName() + " was never analysed, so nothing tells how large " + build.name()
                                        + " will be",
                        "ANALYZE " + build.tableName() + " first."));
            }
            sum += size.getAsLong();
            largest = Math.max(largest, size.getAsLong());
        }
        long needed = 2 * sum + largest;
        String need = "The builds need up to about " + Figures.of(needed, Unit.BYTES) + ", of which "
                + Figures.of(sum, Unit.BYTES) + " stay";
        Finding finding = flight.facts()
                .freeBytes()
                .match(
                        free -> judged(free, needed, need),
                        why -> PreflightRule.unknown(
                                RULE,
                                "server",
                                PreflightRule.bare(why) + ". " + need,
                                "Look at the server's disk by hand."));
        return List.of(finding);
    }

    private static Finding judged(long free, long needed, String need) {
        String words = need + "; " + Figures.of(free, Unit.BYTES) + " are free.";
        if (free < needed) {
            return new Finding(
                    Weight.BLOCKS, RULE, "server", words, "Make room first: a full disk stops every writer.");
        }
        return free < 2 * needed
                ? new Finding(Weight.WARNS, RULE, "server", words, "Make room, or watch the disk during the run.")
                : PreflightRule.fine(RULE, "server", words);
    }
}
