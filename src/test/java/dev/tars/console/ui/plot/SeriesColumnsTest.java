package dev.tars.console.ui.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Beside a brute force that cuts every segment at every column. */
class SeriesColumnsTest {

    private static final int WIDTH = 97;
    private static final int HEIGHT = 61;
    private static final int INK = 0xff2266cc;
    private static final double LINE = 1.75;

    @Test
    void noSpikeIsHiddenInAThousandRandomSeries() {
        plantedOutliersAreLit(1_200, 1);
    }

    @Test
    @Tag("long")
    void noSpikeIsHiddenInTenThousandRandomSeries() {
        plantedOutliersAreLit(10_000, 2);
    }

    private static void plantedOutliersAreLit(int rounds, long seed) {
        Random random = new Random(seed);
        SeriesColumns columns = new SeriesColumns(WIDTH);
        SeriesRaster raster = new SeriesRaster(WIDTH, HEIGHT);
        for (int round = 0; round < rounds; round++) {
            double[] x = times(random, 2 + random.nextInt(4_000));
            double[] y = values(random, x.length);
            int planted = random.nextInt(x.length);
            y[planted] = random.nextBoolean() ? 99.5 : -99.5;
            // In most rounds the range is a part of the series, as when a person looked closer.
            double from = random.nextInt(3) == 0 ? x[0] : x[random.nextInt(planted + 1)];
            double to = Math.max(x[planted + random.nextInt(x.length - planted)], from + 1);
            columns.fold(x, y, from, to);
            raster.clear();
            raster.draw(columns, -100, 100, INK, LINE, 2);

            int column = column(columns, x[planted], from, to);
            int row = (int) raster.row(y[planted], -100, 100);
            assertThat(raster.pixels()[row * WIDTH + column])
                    .as("round %s: sample %s of %s at column %s", round, planted, x.length, column)
                    .isNotZero();
            assertEqualsBruteForce(columns, x, y, from, to, round);
        }
    }

    private static void assertEqualsBruteForce(
            SeriesColumns columns, double[] x, double[] y, double from, double to, int round) {
        double[] low = new double[WIDTH];
        double[] high = new double[WIDTH];
        boolean[] alone = new boolean[WIDTH];
        bruteForce(x, y, from, to, low, high, alone);
        for (int c = 0; c < WIDTH; c++) {
            assertThat(new double[] {columns.low(c), columns.high(c), columns.isAlone(c) ? 1 : 0})
                    .as("round %s, column %s of %s samples", round, c, x.length)
                    .containsExactly(low[c], high[c], alone[c] ? 1 : 0);
        }
    }

    /** Every sample asked for its column, every segment cut at every edge. */
    private static void bruteForce(
            double[] x, double[] y, double from, double to, double[] low, double[] high, boolean[] alone) {
        Arrays.fill(low, Double.POSITIVE_INFINITY);
        Arrays.fill(high, Double.NEGATIVE_INFINITY);
        double[] edges = new double[WIDTH + 1];
        for (int k = 0; k <= WIDTH; k++) {
            edges[k] = k == WIDTH ? to : from + k * ((to - from) / WIDTH);
        }
        for (int i = 0; i < x.length; i++) {
            boolean before = i > 0 && Double.isFinite(y[i - 1]);
            boolean after = i + 1 < x.length && Double.isFinite(y[i + 1]);
            if (!Double.isFinite(y[i])) {
                continue;
            }
            for (int c = 0; c < WIDTH; c++) {
                if (x[i] >= edges[c] && (x[i] < edges[c + 1] || c == WIDTH - 1 && x[i] == to)) {
                    low[c] = Math.min(low[c], y[i]);
                    high[c] = Math.max(high[c], y[i]);
                    alone[c] |= !before && !after;
                }
            }
            if (!before) {
                continue;
            }
            for (int k = 0; k <= WIDTH; k++) {
                boolean crosses =
                        k == WIDTH ? x[i - 1] <= edges[k] && edges[k] < x[i] : x[i - 1] < edges[k] && edges[k] <= x[i];
                if (crosses) {
                    double at = SeriesColumns.at(edges[k], x[i - 1], y[i - 1], x[i], y[i]);
                    for (int c : new int[] {k - 1, k}) {
                        if (c >= 0 && c < WIDTH) {
                            low[c] = Math.min(low[c], at);
                            high[c] = Math.max(high[c], at);
                        }
                    }
                }
            }
        }
    }

    private static int column(SeriesColumns columns, double x, double from, double to) {
        int c = 0;
        while (c < WIDTH - 1 && x >= columns.edge(c + 1)) {
            c++;
        }
        assertThat(x).isBetween(from, to);
        return c;
    }

    private static double[] times(Random random, int count) {
        double[] x = new double[count];
        double at = 1_763_978_400_000.0;
        double pace = Math.exp(random.nextDouble() * 10);
        for (int i = 0; i < count; i++) {
            at += random.nextInt(20) == 0 ? pace * 50 * random.nextDouble() : pace;
            x[i] = random.nextBoolean() ? Math.rint(at) : at;
        }
        return x;
    }

    private static double[] values(Random random, int count) {
        double[] y = new double[count];
        double gaps = random.nextBoolean() ? 0 : random.nextDouble();
        double value = 0;
        for (int i = 0; i < count; i++) {
            value = Math.max(-50, Math.min(50, value + random.nextGaussian()));
            y[i] = random.nextDouble() < gaps ? Double.NaN : value;
        }
        return y;
    }

    @Test
    void aBreakIsEmptyPixelsAndNotALine() {
        SeriesColumns columns = new SeriesColumns(10);
        columns.fold(new double[] {0, 1, 2, 3, 5, 7, 8, 9}, new double[] {1, 1, 1, 1, Double.NaN, 2, 2, 2}, 0, 10);

        assertThat(covered(columns)).containsExactly(0, 1, 2, 3, 7, 8, 9);
    }

    @Test
    void infinityBreaksTheLineToo() {
        SeriesColumns columns = new SeriesColumns(6);
        columns.fold(new double[] {0, 1, 2, 3, 4, 5}, new double[] {1, 1, Double.POSITIVE_INFINITY, 1, 1, 1}, 0, 6);

        assertThat(covered(columns)).containsExactly(0, 1, 3, 4, 5);
    }

    @Test
    void aSampleWithoutNeighboursIsADot() {
        SeriesColumns columns = new SeriesColumns(21);
        columns.fold(new double[] {5, 10, 15}, new double[] {Double.NaN, 3, Double.NaN}, 0, 21);
        SeriesRaster raster = new SeriesRaster(21, 21);
        raster.draw(columns, 0, 6, INK, 1, 3);

        assertThat(columns.isAlone(10)).isTrue();
        for (int row = 8; row < 13; row++) {
            for (int column = 8; column < 13; column++) {
                assertThat(raster.pixels()[row * 21 + column])
                        .as("%s, %s", row, column)
                        .isNotZero();
            }
        }
        assertThat(raster.pixels()[10 * 21 + 14]).isZero();
    }

    @Test
    void aThickLineIsThickWhereItIsSteepToo() {
        SeriesColumns columns = new SeriesColumns(21);
        columns.fold(new double[] {0, 10.4, 10.6, 21}, new double[] {1, 1, 19, 19}, 0, 21);
        SeriesRaster raster = new SeriesRaster(21, 21);
        raster.draw(columns, 0, 21, INK, 3.5, 3);

        assertThat(java.util.stream.IntStream.range(0, 21).filter(c -> raster.pixels()[10 * 21 + c] == INK))
                .containsExactly(9, 10, 11);
    }

    @Test
    void theNewestSampleAtTheRightEdgeIsDrawn() {
        SeriesColumns columns = new SeriesColumns(7);
        columns.fold(new double[] {0.3}, new double[] {4}, 0, 0.3);

        assertThat(covered(columns)).containsExactly(6);
        assertThat(columns.isAlone(6)).isTrue();
    }

    @Test
    void aLineThatComesInFromTheLeftAndLeavesAtTheRightIsDrawn() {
        SeriesColumns columns = new SeriesColumns(4);
        columns.fold(new double[] {-100, 100}, new double[] {-100, 100}, 0, 4);

        assertThat(covered(columns)).containsExactly(0, 1, 2, 3);
        assertThat(columns.low(2)).isEqualTo(2);
        assertThat(columns.high(2)).isEqualTo(3);
    }

    @Test
    void nothingIsLeftOfTheCurveBefore() {
        SeriesColumns columns = new SeriesColumns(4);
        columns.fold(new double[] {0, 1}, new double[] {1, 1}, 0, 4);
        columns.fold(new double[0], new double[0], 0, 4);

        assertThat(covered(columns)).isEmpty();
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> new SeriesColumns(0)).hasMessageContaining("at least 1");
        assertThatThrownBy(() -> new SeriesColumns(1).fold(new double[1], new double[2], 0, 1))
                .hasMessageContaining("1 x, 2 y");
        assertThatThrownBy(() -> new SeriesColumns(1).fold(new double[0], new double[0], 1, 1))
                .hasMessageContaining("rising");
        assertThatThrownBy(() -> new SeriesRaster(0, 1)).hasMessageContaining("0 x 1");
    }

    private static int[] covered(SeriesColumns columns) {
        return java.util.stream.IntStream.range(0, columns.width())
                .filter(columns::isCovered)
                .toArray();
    }
}
