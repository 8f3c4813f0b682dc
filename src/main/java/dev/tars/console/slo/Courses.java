package dev.tars.console.slo;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Courses as the server tells them, made ours: by our clock, and named by their labels alone like the samples. */
final class Courses {

    private Courses() {}

    /** Asks for a range of our clock. @param skew server clock minus ours */
    static List<SloSource.Course> ask(
            SloSource source, String expression, Instant from, Instant to, Duration step, Duration skew)
            throws SloSource.SourceFailed, InterruptedException {
        return ours(source.range(expression, from.plus(skew), to.plus(skew), step), skew);
    }

    /** Earlier courses, then what was judged; of a series in both, one course. */
    static List<SloSource.Course> joined(List<SloSource.Course> earlier, History.Known known, Instant since) {
        Map<Map<String, String>, CourseBuilder> lines = new LinkedHashMap<>();
        for (SloSource.Course course : earlier) {
            lines.computeIfAbsent(course.labels(), CourseBuilder::new)
                    .add(course, Long.MIN_VALUE, since.toEpochMilli() - 1);
        }
        Set<Map<String, String>> gone = new HashSet<>(lines.keySet());
        for (SloSource.Course course : known.courses()) {
            gone.remove(course.labels());
            lines.computeIfAbsent(course.labels(), CourseBuilder::new).add(course, Long.MIN_VALUE, Long.MAX_VALUE - 1);
        }
        gone.forEach(labels -> lines.computeIfAbsent(labels, CourseBuilder::new).gap(since.toEpochMilli()));
        return lines.values().stream().map(CourseBuilder::course).toList();
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
