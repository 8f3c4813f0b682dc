package dev.tars.console.slo;

import java.time.Duration;
import java.util.List;

/** Courses as the server tells them, made ours: by our clock, and named by their labels alone like the samples. */
final class Courses {

    private Courses() {}

    /** The same courses without the metric's name, with times of our clock. */
    static List<SloSource.Course> ours(List<SloSource.Course> courses, Duration skew) {
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
