package dev.tars.console.base;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * The one formatter of figures and times. Unit after a no-break space, a true minus, {@code –} for no value; percent
 * never rounds up to 100, nothing rounds down to 0. Locale changes nothing: figures are compared across machines.
 */
public final class Figures {

    /** What stands where there is no value: never 0, never blank. */
    public static final String NO_VALUE = "–";

    private static final List<String> BYTE_UNITS = List.of("B", "KiB", "MiB", "GiB", "TiB");
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

    /** A limit in the units of the figures beside it, its bound exact: {@code < 150 ms}, {@code > 99.95 %}. */
    public static String of(Limit limit) {
        String sign = limit.operator().sign().replace("<=", "≤").replace(">=", "≥");
        return sign + SPACE + exact(limit.bound(), limit.unit());
    }

    /** A bound is held against figures, so it is never rounded. */
    private static String exact(BigDecimal bound, Unit unit) {
        return switch (unit) {
            case SECONDS ->
                bound.abs().compareTo(BigDecimal.ONE) < 0
                        ? exact(bound.movePointRight(3)) + SPACE + "ms"
                        : exact(bound) + SPACE + "s";
            case BYTES -> exactBytes(bound);
            case RATIO -> exact(bound.movePointRight(2)) + SPACE + "%";
            case PER_SECOND -> exact(bound) + SPACE + "/s";
            case COUNT -> exact(bound);
        };
    }

    private static String exactBytes(BigDecimal bound) {
        BigDecimal kilo = BigDecimal.valueOf(1024);
        BigDecimal rest = bound;
        int power = 0;
        while (power < BYTE_UNITS.size() - 1 && rest.abs().compareTo(kilo) >= 0) {
            BigDecimal bigger = rest.divide(kilo);
            if (bigger.stripTrailingZeros().scale() > 3) {
                break;
            }
            rest = bigger;
            power++;
        }
        return exact(rest) + SPACE + BYTE_UNITS.get(power);
    }

    private static String exact(BigDecimal number) {
        return minus(number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString());
    }

    /** A share as percent, with two decimals where they matter: near nothing and near all. A share below 1 is never shown as 100 %, one that is not 0 never as 0 %. */
    public static String percent(double share) {
        if (Double.isNaN(share) || Double.isInfinite(share)) {
            return of(share, Unit.RATIO);
        }
        // By the decimal that was sent: 0.9999 * 100 is not 99.99 in doubles.
        BigDecimal percent = BigDecimal.valueOf(share).movePointRight(2);
        BigDecimal hundred = BigDecimal.valueOf(100);
        double size = Math.abs(percent.doubleValue());
        BigDecimal shown = percent.setScale(size >= 9.995 && size < 89.95 ? 1 : 2, RoundingMode.HALF_UP);
        if (percent.compareTo(hundred) < 0 && shown.compareTo(hundred) >= 0) {
            shown = percent.setScale(2, RoundingMode.DOWN);
        }
        return orAlmostZero(percent, shown) + SPACE + "%";
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
        int power = 0;
        double rest = value;
        // 1023.7 KiB is written 1 MiB, not 1024 KiB.
        while (Math.abs(rest) >= 1023.5 && power < BYTE_UNITS.size() - 1) {
            rest /= 1024;
            power++;
        }
        return plain(rest, power >= 3 ? 2 : 0) + SPACE + BYTE_UNITS.get(power);
    }

    private static int decimals(double value) {
        double size = Math.abs(value);
        return size >= 99.95 ? 0 : size >= 9.995 ? 1 : 2;
    }

    private static String plain(double value, int decimals) {
        BigDecimal exact = BigDecimal.valueOf(value);
        return orAlmostZero(exact, exact.setScale(decimals, RoundingMode.HALF_UP));
    }

    /** Something is never written as nothing. */
    private static String orAlmostZero(BigDecimal exact, BigDecimal shown) {
        if (shown.signum() != 0 || exact.signum() == 0) {
            return minus(shown.toPlainString());
        }
        String least = BigDecimal.ONE.movePointLeft(shown.scale()).toPlainString();
        return exact.signum() > 0 ? "<" + SPACE + least : ">" + SPACE + "−" + least;
    }

    private static String minus(String text) {
        return text.startsWith("-") ? "−" + text.substring(1) : text;
    }

    /** How many times as fast, with one decimal: {@code 6.2}, {@code 14.4}; whole from 100 on. */
    public static String times(BigDecimal rate) {
        BigDecimal hundred = BigDecimal.valueOf(100);
        return orAlmostZero(rate, rate.setScale(rate.compareTo(hundred) < 0 ? 1 : 0, RoundingMode.HALF_UP));
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
