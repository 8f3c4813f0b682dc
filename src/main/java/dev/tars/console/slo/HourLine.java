package dev.tars.console.slo;

import java.time.Duration;
import java.time.Instant;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/**
 * The last hour of one figure, a point a poll, oldest first. Bounded by time and by number. What it hands out shares its
 * slots: one that was handed out is never written again, so a tick copies nothing.
 */
final class HourLine {

    static final Duration LENGTH = Duration.ofHours(1);
    private static final int MOST = 3_600;
    private static final int LEAST = 64;

    private long[] millis = new long[LEAST];
    private double[] values = new double[LEAST];
    private int from;
    private int to;

    /** Appends a point; where the clock went back, the points it overtakes go. */
    void add(Instant at, double value) {
        long time = at.toEpochMilli();
        int end = to;
        while (end > from && millis[end - 1] >= time) {
            end--;
        }
        if (end < to || to == millis.length) {
            move(end);
        }
        millis[to] = time;
        values[to++] = value;
        long oldest = time - LENGTH.toMillis();
        while (to - from > MOST || millis[from] < oldest) {
            from++;
        }
    }

    /** Goes on in slots of its own, up to {@code end}; those before belong to what was handed out. */
    private void move(int end) {
        int count = end - from;
        long[] freshMillis = new long[Math.max(LEAST, count * 2)];
        double[] freshValues = new double[freshMillis.length];
        System.arraycopy(millis, from, freshMillis, 0, count);
        System.arraycopy(values, from, freshValues, 0, count);
        millis = freshMillis;
        values = freshValues;
        to = count;
        from = 0;
    }

    /** Puts what was before the first own point in front of it. */
    void addBefore(List<SloReading.Point> earlier) {
        if (earlier.isEmpty()) {
            return;
        }
        int own = to - from;
        long newest = own == 0 ? earlier.get(earlier.size() - 1).at().toEpochMilli() : millis[to - 1];
        long first = own == 0 ? Long.MAX_VALUE : millis[from];
        SloReading.Point[] before = earlier.stream()
                .filter(p -> p.at().toEpochMilli() < first && p.at().toEpochMilli() >= newest - LENGTH.toMillis())
                .toArray(SloReading.Point[]::new);
        int used = Math.min(MOST - own, before.length);
        long[] freshMillis = new long[Math.max(LEAST, (used + own) * 2)];
        double[] freshValues = new double[freshMillis.length];
        for (int i = 0; i < used; i++) {
            SloReading.Point point = before[before.length - used + i];
            freshMillis[i] = point.at().toEpochMilli();
            freshValues[i] = point.value();
        }
        System.arraycopy(millis, from, freshMillis, used, own);
        System.arraycopy(values, from, freshValues, used, own);
        millis = freshMillis;
        values = freshValues;
        from = 0;
        to = used + own;
    }

    List<SloReading.Point> points() {
        return new Points(millis, values, from, to);
    }

    /** An unchanging part of the slots. */
    static final class Points extends AbstractList<SloReading.Point> implements RandomAccess {
        private final long[] millis;
        private final double[] values;
        private final int from;
        private final int to;

        private Points(long[] millis, double[] values, int from, int to) {
            this.millis = millis;
            this.values = values;
            this.from = from;
            this.to = to;
        }

        @Override
        public SloReading.Point get(int index) {
            if (index < 0 || index >= size()) {
                throw new IndexOutOfBoundsException(index);
            }
            return new SloReading.Point(Instant.ofEpochMilli(millis[from + index]), values[from + index]);
        }

        @Override
        public int size() {
            return to - from;
        }
    }
}
