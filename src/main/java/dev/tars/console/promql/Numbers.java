package dev.tars.console.promql;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Pattern;

/** Number literals and the shortest plain spelling of a value, as Prometheus reads and writes them. */
final class Numbers {
    private static final Pattern OCTAL = Pattern.compile("0[0-7]+");
    private static final Pattern HEX = Pattern.compile("0[xX][0-9a-fA-F]+");
    private static final Pattern DECIMAL = Pattern.compile("(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");

    private Numbers() {}

    /** @throws NumberFormatException in the words of Prometheus */
    static double parse(String text) {
        String word = text.toLowerCase(Locale.ROOT);
        if (word.equals("inf")) {
            return Double.POSITIVE_INFINITY;
        }
        if (word.equals("nan")) {
            return Double.NaN;
        }
        if (HEX.matcher(text).matches() && text.length() <= 18) {
            long value = Long.parseUnsignedLong(text.substring(2), 16);
            if (value >= 0) {
                return value;
            }
        } else if (OCTAL.matcher(text).matches() && text.length() <= 21) {
            return Long.parseLong(text, 8);
        } else if (DECIMAL.matcher(text).matches()) {
            double value = Double.parseDouble(text);
            if (Double.isInfinite(value)) {
                throw refused(text, "value out of range");
            }
            return value;
        }
        throw refused(text, "invalid syntax");
    }

    private static NumberFormatException refused(String text, String why) {
        return new NumberFormatException(
                "error parsing number: strconv.ParseFloat: parsing " + QuotedText.quote(text) + ": " + why);
    }

    /** Like {@link #format}, but with an exponent where Go's {@code %v} has one. */
    static String general(double value) {
        double size = Math.abs(value);
        if (Double.isNaN(value) || Double.isInfinite(value) || size == 0 || (size >= 1e-4 && size < 1e6)) {
            return format(value);
        }
        BigDecimal digits = new BigDecimal(format(value)).stripTrailingZeros();
        int exponent = digits.precision() - digits.scale() - 1;
        String mantissa = digits.movePointLeft(exponent).toPlainString();
        String sign = exponent < 0 ? "-" : "+";
        return mantissa + "e" + sign + (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
    }

    /** The fewest digits that read back as the same value, without exponent; {@code +Inf}, {@code -Inf}, {@code NaN}. */
    static String format(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "+Inf" : "-Inf";
        }
        if (value == 0) {
            return 1 / value < 0 ? "-0" : "0";
        }
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 1; digits < 17; digits++) {
            BigDecimal shorter = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (shorter.doubleValue() == value) {
                return shorter.stripTrailingZeros().toPlainString();
            }
        }
        return exact.round(new MathContext(17, RoundingMode.HALF_EVEN))
                .stripTrailingZeros()
                .toPlainString();
    }
}
