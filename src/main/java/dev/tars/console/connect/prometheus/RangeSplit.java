package dev.tars.console.connect.prometheus;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Cuts a range into pieces that a server answers, and joins their answers.
 *
 * <p>Prometheus evaluates at {@code start + k * step} up to {@code end} and refuses more than 11,000 points a series.
 * Each piece starts one step after the last point of the piece before, so the times are those of the whole range: no
 * point is lost or doubled.
 */
final class RangeSplit {
    /** Points a series in one piece. */
    static final int PIECE = 11_000;
    /** Points a series in all: a screen draws some thousands, an export some hundred thousands. */
    static final long MOST = 1_000_000;

    /** One piece, both ends included, in unix milliseconds. */
    record Piece(long start, long end) {}

    private RangeSplit() {}

    /** Points a series the range has. */
    static long points(Instant start, Instant end, Duration step) {
        if (step.toMillis() <= 0 || !step.equals(Duration.ofMillis(step.toMillis()))) {
            throw new IllegalArgumentException("step must be whole milliseconds above 0, was " + step);
        }
        if (end.isBefore(start)) {
            throw new IllegalArgumentException("the range ends at " + end + ", before it starts at " + start);
        }
        return (end.toEpochMilli() - start.toEpochMilli()) / step.toMillis() + 1;
    }

    static List<Piece> pieces(Instant start, Instant end, Duration step) {
        long last = end.toEpochMilli();
        long stride = step.toMillis() * PIECE;
        List<Piece> pieces = new ArrayList<>();
        for (long from = start.toEpochMilli(); from <= last; from += stride) {
            pieces.add(new Piece(from, Math.min(last, from + stride - step.toMillis())));
        }
        return pieces;
    }

    /** Series with the same labels become one, in the order they first appear. */
    static List<RangeSeries> join(List<List<RangeSeries>> pieces) {
        if (pieces.size() == 1) {
            return pieces.get(0);
        }
        Map<Map<String, String>, Columns> joined = new LinkedHashMap<>();
        for (List<RangeSeries> piece : pieces) {
            for (RangeSeries series : piece) {
                joined.computeIfAbsent(series.labels(), labels -> new Columns()).addAll(series);
            }
        }
        return joined.entrySet().stream()
                .map(entry -> entry.getValue().series(entry.getKey()))
                .toList();
    }

    /** Milliseconds as the API's seconds, exactly and in every locale. */
    static String seconds(long millis) {
        return BigDecimal.valueOf(millis, 3).toPlainString();
    }
}
