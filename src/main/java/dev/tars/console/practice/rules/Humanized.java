package dev.tars.console.practice.rules;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as Prometheus' template functions write them (prometheus/prometheus, template/template.go). */
final class Humanized {
    private static final String[] LARGE = {"", "k", "M", "G", "T", "P", "E", "Z", "Y"};
    private static final String[] SMALL = {"", "m", "u", "n", "p", "f", "a", "z", "y"};
    private static final String[] BINARY = {"", "ki", "Mi", "Gi", "Ti", "Pi", "Ei", "Zi", "Yi"};

    private Humanized() {}

    static String plain(double value) {
        return round(value, 17);
    }

    /** Four significant digits. */
    static String four(double value) {
        return round(value, 4);
    }

    static String decimal(double value) {
        return isFigure(value) && Math.abs(value) < 1 ? small(value) : scaled(value, 1000, LARGE);
    }

    static String binary(double value) {
        return scaled(value, 1024, BINARY);
    }

    static String duration(double value) {
        if (!isFigure(value)) {
            return four(value);
        }
        if (Math.abs(value) < 1) {
            return small(value) + "s";
        }
        long whole = (long) Math.abs(value);
        String sign = value < 0 ? "-" : "";
        if (whole < 60) {
            return sign + four(Math.abs(value)) + "s";
        }
        String text = whole % 60 + "s";
        text = whole / 60 % 60 + "m " + text;
        if (whole >= 3600) {
            text = whole / 3600 % 24 + "h " + text;
        }
        return sign + (whole >= 86_400 ? whole / 86_400 + "d " : "") + text;
    }

    private static String small(double value) {
        double rest = value;
        int power = 0;
        while (rest != 0 && Math.abs(rest) < 1 && power < SMALL.length - 1) {
            rest *= 1000;
            power++;
        }
        return four(rest) + SMALL[power];
    }

    private static String scaled(double value, double base, String[] units) {
        double rest = value;
        int power = 0;
        while (isFigure(rest) && Math.abs(rest) >= base && power < units.length - 1) {
            rest /= base;
            power++;
        }
        return four(rest) + units[power];
    }

    private static boolean isFigure(double value) {
        return !Double.isNaN(value) && !Double.isInfinite(value);
    }

    private static String round(double value, int digits) {
        if (!isFigure(value)) {
            return Double.isNaN(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf";
        }
        if (value == 0) {
            return "0";
        }
        BigDecimal decimal = BigDecimal.valueOf(value).round(new MathContext(digits));
        return decimal.stripTrailingZeros().toPlainString();
    }
}
