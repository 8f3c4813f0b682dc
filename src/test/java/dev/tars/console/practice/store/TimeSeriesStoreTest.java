package dev.tars.console.practice.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tars.console.promql.LabelMatcher;
import dev.tars.console.promql.Labels;
import dev.tars.console.promql.MatchOp;
import dev.tars.console.promql.StoredSeries;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeSeriesStoreTest {
    private static final Labels UP_A = Labels.of(Labels.NAME, "up", "instance", "a");
    private static final Labels UP_B = Labels.of(Labels.NAME, "up", "instance", "b");
    private static final List<LabelMatcher> UP = List.of(LabelMatcher.equal(Labels.NAME, "up"));

    private final TimeSeriesStore store = new TimeSeriesStore();

    @Test
    void givesTheSamplesBetweenTwoTimesBothIncluded() {
        for (int i = 0; i <= 10; i++) {
            store.append(UP_A, i * 1000L, i);
        }
        StoredSeries found = store.select(UP, 3000, 6000).get(0);
        assertThat(found.millis()).containsExactly(3000, 4000, 5000, 6000);
        assertThat(found.values()).containsExactly(3, 4, 5, 6);
    }

    @Test
    void aSampleThatIsNotNewerIsDropped() {
        store.append(UP_A, 2000, 1);
        assertThat(store.append(UP_A, 2000, 9)).isFalse();
        assertThat(store.append(UP_A, 1000, 9)).isFalse();
        assertThat(store.select(UP, 0, 9000).get(0).values()).containsExactly(1);
    }

    @Test
    void seriesComeInTheOrderOfTheirLabels() {
        store.append(UP_B, 1000, 1);
        store.append(UP_A, 1000, 1);
        store.append(Labels.of(Labels.NAME, "down"), 1000, 1);
        assertThat(store.select(UP, 0, 9000)).extracting(StoredSeries::labels).containsExactly(UP_A, UP_B);
        assertThat(store.select(List.of(new LabelMatcher("instance", MatchOp.REGEX, "a|b")), 0, 9000))
                .extracting(StoredSeries::labels)
                .containsExactly(UP_A, UP_B);
    }

    @Test
    void whatIsOlderThanTheRetentionGoesAndASeriesWithoutSamplesWithIt() {
        store.append(UP_A, 1000, 1);
        store.append(UP_B, 1000, 1);
        store.append(UP_B, 9000, 1);
        store.trim(5000, 0);
        assertThat(store.seriesCount()).isEqualTo(1);
        assertThat(store.select(UP, 0, 20_000))
                .singleElement()
                .satisfies(series -> assertThat(series.millis()).containsExactly(9000));
    }

    @Test
    void daysOfScrapesTakeNoMoreRoomThanTheRetention() {
        long retention = 7_800_000;
        for (long t = 0; t < 3 * 86_400_000L; t += 15_000) {
            store.append(UP_A, t, t);
            store.trim(t - retention, 0);
        }
        assertThat(store.sampleCount()).isLessThanOrEqualTo(retention / 15_000 + 1);
    }

    @Test
    void coarseSamplesEndWhereDetailedOnesBegin() {
        store.append(UP_A, 1_000_000, 7);
        store.putCoarse(UP_A, new long[] {400_000, 700_000, 1_000_000, 1_300_000}, new double[] {1, 2, 3, 4});
        StoredSeries all = store.select(UP, 0, 2_000_000).get(0);
        assertThat(all.millis()).containsExactly(400_000, 700_000, 1_000_000);
        assertThat(all.values()).containsExactly(1, 2, 7);
    }

    @Test
    void noGapOpensBetweenCoarseAndDetailedWhileTheDetailedPeriodRolls() {
        store.append(UP_A, 300_000, 0);
        store.putCoarse(UP_A, new long[] {0}, new double[] {0});
        long last = 300_000;
        for (long t = 315_000; t <= 6_000_000; t += 15_000) {
            store.append(UP_A, t, t);
            last = t;
            store.trim(t - 1_200_000, 0);
        }
        long[] times = store.select(UP, 0, last).get(0).millis();
        List<Long> gaps = new ArrayList<>();
        for (int i = 1; i < times.length; i++) {
            gaps.add(times[i] - times[i - 1]);
        }
        assertThat(gaps).allSatisfy(gap -> assertThat(gap).isBetween(1L, 300_000L));
        assertThat(times.length).isLessThan(110);
    }
}
