package dev.tars.console.practice.server;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers as Go writes them: the fewest digits that read back as the same value. In query answers the exponent form is
 * used below 1e-6 and from 1e21 on (Prometheus, util/jsonutil).
 */
final class Spelling {
    private static final double SMALLEST_PLAIN = 1e-6;
    private static final double LARGEST_PLAIN = 1e21;

    private Spelling() {}

    /** A sample value in a vector or matrix. */
    static String value(double value) {
        double size = Math.abs(value);
        boolean extreme = size != 0 && (size < SMALLEST_PLAIN || size >= LARGEST_PLAIN);
        return extreme ? exponent(value) : plain(value);
    }

    /** A scalar: never with exponent. */
    static String plain(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return Double.isNaN(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf";
        }
        if (value == 0) {
            return 1 / value < 0 ? "-0" : "0";
        }
        return shortest(value).toPlainString();
    }

    /** An alert's value: always with exponent, {@code 1.5e+00}. */
    static String exponent(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return plain(value);
        }
        if (value == 0) {
            return 1 / value < 0 ? "-0e+00" : "0e+00";
        }
        BigDecimal shortest = shortest(value);
        String digits = shortest.unscaledValue().abs().toString();
        int exponent = digits.length() - 1 - shortest.scale();
        String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        int size = Math.abs(exponent);
        return (value < 0 ? "-" : "") + mantissa + "e" + (exponent < 0 ? "-" : "+") + (size < 10 ? "0" : "") + size;
    }

    /** Seconds with three decimals, or none where they are whole. */
    static String time(long millis) {
        long fraction = Math.floorMod(millis, 1000L);
        long seconds = Math.floorDiv(millis, 1000L);
        return fraction == 0
                ? Long.toString(seconds)
                : seconds + "." + String.valueOf(1000 + fraction).substring(1);
    }

    private static BigDecimal shortest(double value) {
        String text = Double.toString(value);
        BigDecimal decimal = new BigDecimal(text).stripTrailingZeros();
        // Before Java 19 Double.toString may give a digit too many (JDK-4511638).
        while (decimal.precision() > 1) {
            BigDecimal shorter = new BigDecimal(value)
                    .round(new MathContext(decimal.precision() - 1, RoundingMode.HALF_EVEN))
                    .stripTrailingZeros();
            if (shorter.doubleValue() != value) {
                return decimal;
            }
            decimal = shorter;
        }
        return decimal;
    }
}
