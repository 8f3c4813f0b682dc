package dev.tars.console.slo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Courses as the server tells them, made ours: by our clock, and named by their labels alone like the samples. */
final class Courses {

    private Courses() {}

    /** Asks for a range of our clock. @param skew server clock minus ours */
    static List<SloSource.Course> ask(
            SloSource source, String expression, Instant from, Instant to, Duration step, Duration skew)
            throws SloSource.SourceFailed, InterruptedException {
        return ours(source.range(expression, from.plus(skew), to.plus(skew), step), skew);
    }

    /** The same courses without the metric's name, with times of our clock. */
    private static List<SloSource.Course> ours(List<SloSource.Course> courses, Duration skew) {
        return courses.stream()
                .map(course -> new SloSource.Course(
                        Labels.withoutName(course.labels()), shifted(course.millis(), skew), course.values()))
                .toList();
    }

    private static long[] shifted(long[] millis, Duration skew) {
        if (skew.isZero()) {
            return millis;
        }
        long[] ours = millis.clone();
        for (int i = 0; i < ours.length; i++) {
            ours[i] -= skew.toMillis();
        }
        return ours;
    }
}
