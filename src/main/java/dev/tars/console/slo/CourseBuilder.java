package dev.tars.console.slo;

import java.util.Arrays;
import java.util.Map;

/** One course, put together of stretches that follow each other in time. */
final class CourseBuilder {

    private final Map<String, String> labels;
    private long[] millis = new long[0];
    private double[] values = new double[0];
    private int count;

    CourseBuilder(Map<String, String> labels) {
        this.labels = labels;
    }

    /** The points of a course from one time to another, both included. */
    void add(SloSource.Course course, long from, long to) {
        add(course.millis(), course.values(), place(course.millis(), from), place(course.millis(), to + 1));
    }

    /** The points at places {@code first}, included, to {@code end}, excluded. */
    void add(long[] times, double[] figures, int first, int end) {
        int more = Math.max(0, end - first);
        room(more);
        System.arraycopy(times, first, millis, count, more);
        System.arraycopy(figures, first, values, count, more);
        count += more;
    }

    /** There is nothing at this time; a gap goes on by itself. */
    void gap(long at) {
        if (count > 0 && !Double.isNaN(values[count - 1])) {
            room(1);
            millis[count] = at;
            values[count++] = Double.NaN;
        }
    }

    private void room(int more) {
        if (count + more > millis.length) {
            int length = Math.max(count + more, millis.length * 2);
            millis = Arrays.copyOf(millis, length);
            values = Arrays.copyOf(values, length);
        }
    }

    private static int place(long[] times, long at) {
        int found = Arrays.binarySearch(times, at);
        return found >= 0 ? found : -found - 1;
    }

    SloSource.Course course() {
        return new SloSource.Course(labels, Arrays.copyOf(millis, count), Arrays.copyOf(values, count));
    }
}
