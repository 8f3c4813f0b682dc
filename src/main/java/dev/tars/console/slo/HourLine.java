package dev.tars.console.slo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The last hour of one figure, a point a poll, oldest first. Bounded by time and by number. */
final class HourLine {

    static final Duration LENGTH = Duration.ofHours(1);
    private static final int MOST = 3_600;

    private final Deque<SloReading.Point> points = new ArrayDeque<>();

    /** Appends a point; where the clock went back, the points it overtakes go. */
    void add(Instant at, double value) {
        while (!points.isEmpty() && !points.getLast().at().isBefore(at)) {
            points.removeLast();
        }
        points.addLast(new SloReading.Point(at, value));
        while (points.size() > MOST || points.getFirst().at().isBefore(at.minus(LENGTH))) {
            points.removeFirst();
        }
    }

    /** Puts what was before the first own point in front of it. */
    void addBefore(List<SloReading.Point> earlier) {
        for (int i = earlier.size() - 1; i >= 0; i--) {
            SloReading.Point point = earlier.get(i);
            boolean isBefore =
                    points.isEmpty() || point.at().isBefore(points.getFirst().at());
            boolean isRecent = points.isEmpty()
                    || !point.at().isBefore(points.getLast().at().minus(LENGTH));
            if (isBefore && isRecent && points.size() < MOST) {
                points.addFirst(point);
            }
        }
    }

    List<SloReading.Point> points() {
        return new ArrayList<>(points);
    }
}
