package dev.tars.console.slo.view;

import dev.tars.console.slo.SloSource.Course;
import java.time.Duration;
import java.util.Arrays;

/**
 * A course as the chart draws it: a gap stays a gap (a NaN is put where a sample is missing). 16 bytes a
 * point.
 *
 * @param name what the legend calls it
 * @param millis unix milliseconds, ascending
 * @param values in the chart's unit; NaN is a gap
 */
record ChartLine(String name, double[] millis, double[] values) {

    /** @param factor from the indicator's base unit to the chart's */
    static ChartLine of(String name, Course course, Duration step, double factor) {
        int count = course.millis().length;
        double[] x = new double[2 * count];
        double[] y = new double[2 * count];
        double gap = step.toMillis() * 1.5;
        int n = 0;
        for (int i = 0; i < count; i++) {
            double at = course.millis()[i];
            if (i > 0 && at - course.millis()[i - 1] > gap) {
                x[n] = course.millis()[i - 1] + step.toMillis();
                y[n++] = Double.NaN;
            }
            double value = course.values()[i] * factor;
            x[n] = at;
            y[n++] = Double.isInfinite(value) ? Double.NaN : value;
        }
        x = Arrays.copyOf(x, n);
        y = Arrays.copyOf(y, n);
        return new ChartLine(name, x, y);
    }

    /** Index of the sample nearest to a time; -1 where there is none. */
    int nearest(double at) {
        if (millis.length == 0) {
            return -1;
        }
        int i = Arrays.binarySearch(millis, at);
        if (i >= 0) {
            return i;
        }
        int after = Math.min(-i - 1, millis.length - 1);
        int before = Math.max(0, after - 1);
        return at - millis[before] <= millis[after] - at ? before : after;
    }
}
