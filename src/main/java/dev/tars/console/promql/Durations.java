package dev.tars.console.promql;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spans of time as PromQL spells them: {@code 1h30m}, {@code 15s}, {@code 250ms}; a year has 365 days. */
public final class Durations {
    private static final Pattern SPELLING = Pattern.compile("(?:([0-9]+)y)?(?:([0-9]+)w)?(?:([0-9]+)d)?(?:([0-9]+)h)?"
            + "(?:([0-9]+)m(?!s))?(?:([0-9]+)s)?(?:([0-9]+)ms)?");
    private static final String[] UNITS = {"y", "w", "d", "h", "m", "s", "ms"};
    private static final long DAY = 86_400_000L;
    private static final long[] MILLIS = {365 * DAY, 7 * DAY, DAY, 3_600_000L, 60_000L, 1_000L, 1L};

    private Durations() {}

    /** @throws IllegalArgumentException in the words of Prometheus */
    public static Duration parse(String text) {
        Matcher matcher = SPELLING.matcher(text);
        if (text.isEmpty() || !matcher.matches()) {
            throw new IllegalArgumentException("not a valid duration string: " + QuotedText.quote(text));
        }
        long millis = 0;
        try {
            for (int i = 0; i < UNITS.length; i++) {
                String count = matcher.group(i + 1);
                if (count != null) {
                    millis = Math.addExact(millis, Math.multiplyExact(Long.parseLong(count), MILLIS[i]));
                }
            }
            Math.multiplyExact(millis, 1_000_000L);
        } catch (ArithmeticException | NumberFormatException e) {
            throw new IllegalArgumentException("duration out of range", e);
        }
        if (millis == 0) {
            throw new IllegalArgumentException("duration must be greater than 0");
        }
        return Duration.ofMillis(millis);
    }

    /** The spelling Prometheus prints; years and weeks only when they come out even. */
    public static String format(Duration duration) {
        long left = duration.toMillis();
        if (left == 0) {
            return "0s";
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < UNITS.length; i++) {
            boolean onlyEven = i < 2;
            long count = onlyEven && left % MILLIS[i] != 0 ? 0 : left / MILLIS[i];
            if (count > 0) {
                text.append(count).append(UNITS[i]);
                left -= count * MILLIS[i];
            }
        }
        return text.toString();
    }
}
