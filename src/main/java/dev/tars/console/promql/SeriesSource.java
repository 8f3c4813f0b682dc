package dev.tars.console.promql;

import java.util.List;

/** Where the samples of a query come from. */
@FunctionalInterface
public interface SeriesSource {

    /**
     * The series that meet every matcher, in the order of their labels, with at least their samples between the two
     * times, both included. More samples do no harm; a series without samples in between may be left out.
     *
     * @param fromMillis milliseconds since 1970
     * @param toMillis milliseconds since 1970
     */
    List<StoredSeries> select(List<LabelMatcher> matchers, long fromMillis, long toMillis);
}
