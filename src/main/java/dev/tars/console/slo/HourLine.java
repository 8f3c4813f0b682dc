package dev.tars.console.slo;

import java.time.Duration;
import java.time.Instant;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/**
 * The last hour of one figure, a point a poll, oldest first. Bounded by time and by number. What it hands out shares its
 * points: a slot that was handed out is never written again, so a tick copies nothing.
 */
final class HourLine {

    static final Duration LENGTH = Duration.ofHours(1);
    private static final int MOST = 3_600;

    private SloReading.Point[] slots = new SloReading.Point[64];
    private int from;
    private int to;

    /** Appends a point; where the clock went back, the points it overtakes go. */
    void add(Instant at, double value) {
        int end = to;
        while (end > from && !slots[end - 1].at().isBefore(at)) {
            end--;
        }
        if (end < to || to == slots.length) {
            move(end);
        }
        slots[to++] = new SloReading.Point(at, value);
        Instant oldest = at.minus(LENGTH);
        while (to - from > MOST || slots[from].at().isBefore(oldest)) {
            from++;
        }
    }

    /** Goes on in slots of its own, up to {@code end}; those before belong to what was handed out. */
    private void move(int end) {
        SloReading.Point[] fresh = new SloReading.Point[Math.max(64, (end - from) * 2)];
        System.arraycopy(slots, from, fresh, 0, end - from);
        slots = fresh;
        to = end - from;
        from = 0;
    }

    /** Puts what was before the first own point in front of it. */
    void addBefore(List<SloReading.Point> earlier) {
        SloReading.Point[] own = Arrays.copyOfRange(slots, from, to);
        int room = MOST - own.length;
        if (earlier.isEmpty()) {
            return;
        }
        SloReading.Point newest = own.length == 0 ? earlier.get(earlier.size() - 1) : own[own.length - 1];
        Instant oldest = newest.at().minus(LENGTH);
        SloReading.Point[] before = earlier.stream()
                .filter(p -> (own.length == 0 || p.at().isBefore(own[0].at())) && !p.at().isBefore(oldest))
                .toArray(SloReading.Point[]::new);
        int used = Math.min(room, before.length);
        slots = new SloReading.Point[Math.max(64, (used + own.length) * 2)];
        System.arraycopy(before, before.length - used, slots, 0, used);
        System.arraycopy(own, 0, slots, used, own.length);
        from = 0;
        to = used + own.length;
    }

    List<SloReading.Point> points() {
        return new Points(slots, from, to);
    }

    /** An unchanging part of the slots. */
    static final class Points extends AbstractList<SloReading.Point> implements RandomAccess {
        private final SloReading.Point[] slots;
        private final int from;
        private final int to;

        private Points(SloReading.Point[] slots, int from, int to) {
            this.slots = slots;
            this.from = from;
            this.to = to;
        }

        @Override
        public SloReading.Point get(int index) {
            if (index < 0 || index >= size()) {
                throw new IndexOutOfBoundsException(index);
            }
            return slots[from + index];
        }

        @Override
        public int size() {
            return to - from;
        }
    }
}
