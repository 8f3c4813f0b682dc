package dev.tars.console.slo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Every figure that was judged in the last 48 h, a point a poll, for the charts: they show what the verdicts were made
 * of, without asking the server again, and an hour of outage leaves the hours before readable.
 *
 * <p>Kept in blocks of {@link #BLOCK} polls (an hour at 15 s). All series of a block share its times, and each has one
 * array of doubles in it, NaN where it has no usable sample. A series costs 8 bytes a point and only in the blocks in
 * which it was; one that is gone leaves with its blocks, so labels that keep changing cannot grow for ever. The bound is
 * {@link #BLOCKS} blocks, 11,520 polls and the block that is being filled, and {@link #MOST_NUMBERS} numbers in all: with
 * more objectives than fit, the oldest block goes first and less than 48 h are kept. What is not kept is not vouched for:
 * {@link #of} says from when on it knows everything.
 *
 * <p>Not safe for several threads.
 */
final class History {

    static final Duration LENGTH = Duration.ofHours(48);

    /** Polls in a block. */
    static final int BLOCK = 240;

    /** 48 h of polls every 15 s, and the block that is being filled. */
    static final int BLOCKS = 49;

    /** Series of one objective in one block; with more, the block is not vouched for. */
    static final int MOST_SERIES = 32;

    /** Numbers in all, 8 bytes each: 64 MiB. */
    static final long MOST_NUMBERS = 8L << 20;

    private static final double GAP = 1.5;

    private final Duration interval;
    private final long most;
    private final Deque<Block> blocks = new ArrayDeque<>();
    private final Map<String, PastHour.Past> pasts = new HashMap<>();
    private long numbers;

    History(Duration interval) {
        this(interval, MOST_NUMBERS);
    }

    /** @param most numbers in all */
    History(Duration interval, long most) {
        this.interval = interval;
        this.most = most;
    }

    private static final class Block {
        private final long[] millis = new long[BLOCK];
        private final Map<String, Map<Map<String, String>, double[]>> lines = new HashMap<>();
        private final Set<String> overflowed = new HashSet<>();
        private int count;
        private int series;

        long numbers() {
            return (long) BLOCK * (1 + series);
        }

        long last() {
            return millis[count - 1];
        }

        /** Forgets the points from a place on. */
        void cut(int end) {
            lines.values().forEach(l -> l.values().forEach(row -> Arrays.fill(row, end, BLOCK, Double.NaN)));
            count = end;
        }
    }

    /**
     * What is known of one objective.
     *
     * @param since from when on every point is here; empty where nothing is
     * @param courses from then on, by our clock, NaN where a series had no usable sample
     */
    record Known(Optional<Instant> since, List<SloSource.Course> courses) {
        static final Known NOTHING = new Known(Optional.empty(), List.of());
    }

    /** Takes what was judged at a poll in; without a usable sample a point is a gap. */
    void add(Instant at, List<SloReading> readings) {
        long millis = at.toEpochMilli();
        overtake(millis);
        Block newest = blocks.peekLast();
        if (newest != null && millis - newest.last() > interval.toMillis() * GAP) {
            point(newest.last() + interval.toMillis());
        }
        Block block = point(millis);
        for (SloReading reading : readings) {
            for (SloReading.SeriesValue series : reading.bySeries()) {
                double value = series.value().orElse(Double.NaN);
                row(block, reading.slo().id(), series.labels()).ifPresent(row -> row[block.count - 1] = value);
            }
        }
        forget(millis);
    }

    /** The clock went back: the points that it overtakes go. */
    private void overtake(long millis) {
        while (!blocks.isEmpty() && blocks.getLast().millis[0] >= millis) {
            numbers -= blocks.removeLast().numbers();
        }
        Block newest = blocks.peekLast();
        if (newest != null && newest.last() >= millis) {
            int place = Arrays.binarySearch(newest.millis, 0, newest.count, millis);
            newest.cut(place >= 0 ? place : -place - 1);
        }
    }

    private Block point(long millis) {
        Block newest = blocks.peekLast();
        if (newest == null || newest.count == BLOCK) {
            newest = new Block();
            blocks.addLast(newest);
            numbers += newest.numbers();
        }
        newest.millis[newest.count++] = millis;
        return newest;
    }

    private Optional<double[]> row(Block block, String id, Map<String, String> labels) {
        Map<Map<String, String>, double[]> lines = block.lines.computeIfAbsent(id, key -> new LinkedHashMap<>());
        double[] row = lines.get(labels);
        if (row == null) {
            if (lines.size() >= MOST_SERIES || block.numbers() + BLOCK > most) {
                block.overflowed.add(id);
                return Optional.empty();
            }
            row = new double[BLOCK];
            Arrays.fill(row, Double.NaN);
            lines.put(labels, row);
            block.series++;
            numbers += BLOCK;
        }
        return Optional.of(row);
    }

    private void forget(long now) {
        long oldest = now - LENGTH.toMillis();
        while (blocks.size() > BLOCKS
                || (blocks.size() > 1 && (numbers > most || blocks.getFirst().last() < oldest))) {
            numbers -= blocks.removeFirst().numbers();
        }
        pasts.values().removeIf(past -> past.to().toEpochMilli() < oldest);
    }

    /** What the server tells of the hour before the first poll. */
    void remember(PastHour.Past past) {
        pasts.put(past.slo().id(), past);
    }

    /** Numbers that are held, those of the server's past hours not among them. */
    long numbers() {
        return blocks.stream().mapToLong(Block::numbers).sum();
    }

    /** What is known of an objective between two times, both included. */
    Known of(String id, Instant from, Instant to) {
        List<Block> known = vouchedFor(id);
        if (known.isEmpty()) {
            return Known.NOTHING;
        }
        Instant own = Instant.ofEpochMilli(known.get(0).millis[0]);
        long reach = own.toEpochMilli() - (long) (interval.toMillis() * GAP);
        Optional<PastHour.Past> past = Optional.ofNullable(pasts.get(id)).filter(p -> p.to().toEpochMilli() >= reach);
        Map<Map<String, String>, CourseBuilder> lines = new LinkedHashMap<>();
        past.ifPresent(p -> p.courses()
                .forEach(c -> lines.computeIfAbsent(c.labels(), CourseBuilder::new)
                        .add(c, from.toEpochMilli(), Math.min(to.toEpochMilli(), own.toEpochMilli() - 1))));
        for (Block block : known) {
            add(block, id, from.toEpochMilli(), to.toEpochMilli(), lines);
        }
        Instant since = past.map(PastHour.Past::from).filter(own::isAfter).orElse(own);
        List<SloSource.Course> courses =
                lines.values().stream().map(CourseBuilder::course).toList();
        return new Known(Optional.of(since), courses);
    }

    private List<Block> vouchedFor(String id) {
        List<Block> known = new ArrayList<>();
        for (Block block : blocks) {
            if (block.overflowed.contains(id)) {
                known.clear();
            } else {
                known.add(block);
            }
        }
        return known;
    }

    private static void add(Block block, String id, long from, long to, Map<Map<String, String>, CourseBuilder> lines) {
        int first = place(block, from);
        int end = place(block, to + 1);
        if (first >= end) {
            return;
        }
        Map<Map<String, String>, double[]> rows = block.lines.getOrDefault(id, Map.of());
        lines.forEach((labels, line) -> {
            if (!rows.containsKey(labels)) {
                line.gap(block.millis[first]);
            }
        });
        rows.forEach((labels, row) ->
                lines.computeIfAbsent(labels, CourseBuilder::new).add(block.millis, row, first, end));
    }

    private static int place(Block block, long millis) {
        int found = Arrays.binarySearch(block.millis, 0, block.count, millis);
        return found >= 0 ? found : -found - 1;
    }
}
