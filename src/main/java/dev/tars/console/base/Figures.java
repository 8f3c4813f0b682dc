package dev.tars.console.base;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The one formatter of figures and times. Unit after a no-break space, a true minus, {@code –} for no value; percent
 * never rounds up to 100 or down to 0. Locale changes nothing: figures are compared across machines.
 */
public final class Figures {

    /** What stands where there is no value: never 0, never blank. */
    public static final String NO_VALUE = "–";

    private static final char SPACE = '\u00a0';
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    private Figures() {}

    /** A figure in its base unit, for people: {@code 187 ms}, {@code 0.34 %}, {@code 812 MiB}; NaN is {@code –}. */
    public static String of(double value, Unit unit) {
        if (Double.isNaN(value)) {
            return NO_VALUE;
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "−∞";
        }
        return switch (unit) {
            case SECONDS -> seconds(value);
            case BYTES -> bytes(value);
            case RATIO -> percent(value);
            case PER_SECOND -> plain(value, decimals(value)) + SPACE + "/s";
            case COUNT -> plain(value, value == Math.rint(value) ? 0 : decimals(value));
        };
    }

    /** A limit in the same spelling as the figures beside it: {@code < 150 ms}. */
    public static String of(Limit limit) {
        return limit.operator().sign().replace("<=", "≤").replace(">=", "≥")
                + SPACE
                + limit(limit.bound().doubleValue(), limit.unit());
    }

    private static String limit(double bound, Unit unit) {
        String text = of(bound, unit);
        // A bound is a round number: 99.00 % is written 99 %.
        return text.replaceFirst("(\\.[0-9]*?)0+(?=\u00a0|$)", "$1").replaceFirst("\\.(?=\u00a0|$)", "");
    }

    /** A share as percent; a share below 1 is never shown as 100 %, one above 0 never as 0 %. */
    public static String percent(double share) {
        double percent = share * 100;
        String unit = SPACE + "%";
        if (percent > 0 && percent < 0.01) {
            return "<" + SPACE + "0.01" + unit;
        }
        BigDecimal exact = BigDecimal.valueOf(percent);
        BigDecimal shown = exact.setScale(2, RoundingMode.HALF_UP);
        if (percent < 100 && shown.compareTo(BigDecimal.valueOf(100)) >= 0) {
            shown = exact.setScale(2, RoundingMode.DOWN);
        }
        if (percent < 100 && shown.compareTo(BigDecimal.valueOf(100)) >= 0) {
            return ">" + SPACE + "99.99" + unit;
        }
        return minus(shown.toPlainString()) + unit;
    }

    private static String seconds(double value) {
        double size = Math.abs(value);
        if (size == 0) {
            return "0" + SPACE + "s";
        }
        if (size < 0.0095) {
            return plain(value * 1000, 1) + SPACE + "ms";
        }
        if (size < 0.9995) {
            return plain(value * 1000, 0) + SPACE + "ms";
        }
        return plain(value, size < 9.95 ? 2 : size < 999.5 ? 1 : 0) + SPACE + "s";
    }

    private static String bytes(double value) {
        String[] units = {"B", "KiB", "MiB", "GiB", "TiB"};
        int power = 0;
        double rest = value;
        while (Math.abs(rest) >= 1024 && power < units.length - 1) {
            rest /= 1024;
            power++;
        }
        return plain(rest, power >= 3 ? 2 : 0) + SPACE + units[power];
    }

    private static int decimals(double value) {
        double size = Math.abs(value);
        return size >= 100 ? 0 : size >= 10 ? 1 : 2;
    }

    private static String plain(double value, int decimals) {
        return minus(BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_UP)
                .toPlainString());
    }

    private static String minus(String text) {
        return text.startsWith("-") ? "−" + text.substring(1) : text;
    }

    /** An age in one unit, for tables: {@code 4 s}, {@code 3 min}, {@code 2 h}, {@code 5 d}. */
    public static String age(Duration age) {
        long s = Math.max(0, age.toSeconds());
        if (s < 60) {
            return s + "\u00a0s";
        }
        if (s < 3600) {
            return s / 60 + "\u00a0min";
        }
        if (s < 48 * 3600) {
            return s / 3600 + "\u00a0h";
        }
        return s / 86400 + "\u00a0d";
    }

    /** A duration in two units, for sentences: {@code 10 min 45 s}, {@code 2 d 4 h}. */
    public static String duration(Duration duration) {
        long ms = duration.toMillis();
        if (ms < 0) {
            return "−" + duration(duration.negated());
        }
        if (ms < 1000) {
            return ms + "\u00a0ms";
        }
        long s = ms / 1000;
        if (s < 60) {
            return s + "\u00a0s";
        }
        if (s < 3600) {
            return two(s / 60, "min", s % 60, "s");
        }
        if (s < 86400) {
            return two(s / 3600, "h", s % 3600 / 60, "min");
        }
        return two(s / 86400, "d", s % 86400 / 3600, "h");
    }

    private static String two(long big, String bigUnit, long small, String smallUnit) {
        String head = big + "\u00a0" + bigUnit;
        return small == 0 ? head : head + " " + small + "\u00a0" + smallUnit;
    }

    /** {@code 14:32:19}; the zone is written beside it once, by {@link #zone}. */
    public static String clock(Instant at, ZoneId zone) {
        return CLOCK.format(at.atZone(zone));
    }

    /** {@code 14:32:19 UTC}. */
    public static String clockWithZone(Instant at, ZoneId zone) {
        return clock(at, zone) + " " + zone(at, zone);
    }

    /** {@code 18 Aug}. */
    public static String day(Instant at, ZoneId zone) {
        return DAY.format(at.atZone(zone));
    }

    /** The zone's short name; UTC stays UTC. */
    public static String zone(Instant at, ZoneId zone) {
        String name = DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH).format(at.atZone(zone));
        return name.equals("Z") ? "UTC" : name;
    }
}
