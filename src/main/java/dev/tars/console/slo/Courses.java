package dev.tars.console.slo;

import java.time.Duration;
import java.util.List;

/** Courses between the server's clock and ours. */
final class Courses {

    private Courses() {}

    /** The same courses with times of our clock. */
    static List<SloSource.Course> shifted(List<SloSource.Course> courses, Duration skew) {
        if (skew.isZero()) {
            return courses;
        }
        return courses.stream()
                .map(course -> {
                    long[] millis = course.millis().clone();
                    for (int i = 0; i < millis.length; i++) {
                        millis[i] -= skew.toMillis();
                    }
                    return new SloSource.Course(course.labels(), millis, course.values());
                })
                .toList();
    }
}
