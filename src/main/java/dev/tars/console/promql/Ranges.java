package dev.tars.console.promql;

import java.time.Duration;
import java.util.List;

/**
 * A range vector over all steps: the series once, and for each step the window to look at. Windows include both ends and
 * never move backwards.
 *
 * @param series without staleness markers
 * @param ends end of the window of each step, milliseconds since 1970
 */
record Ranges(List<StoredSeries> series, long[] ends, Duration range) {

    long start(int step) {
        return ends[step] - range.toMillis();
    }
}
