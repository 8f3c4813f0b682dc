package dev.tars.console.connect.prometheus;

import com.fasterxml.jackson.core.io.NumberInput;

/**
 * Reads the numbers of Prometheus' answers out of a parser's buffer, without making a text of each.
 *
 * <p>Nearly all values have few digits. Up to 15 digits with up to 22 of them after the point are one exact division
 * of two exact doubles, which IEEE 754 rounds correctly (Clinger 1990); the rest goes to the general algorithm. What
 * Java would take and Prometheus never sends (hexadecimal, a trailing d, blanks) is refused. Locale plays no part.
 */
final class Numbers {
    private static final int EXACT_DIGITS = 15;
    private static final double[] POWERS = new double[23];

    static {
        double power = 1;
        for (int i = 0; i < POWERS.length; i++) {
            POWERS[i] = power;
            power *= 10;
        }
    }

    private Numbers() {}

    /**
     * A sample value: decimal, {@code NaN}, {@code +Inf}, {@code -Inf}.
     *
     * @throws NumberFormatException for all else
     */
    static double value(char[] text, int offset, int length) {
        int end = offset + length;
        int at = offset;
        boolean negative = at < end && text[at] == '-';
        if (at < end && (text[at] == '-' || text[at] == '+')) {
            at++;
        }
        if (at == end) {
            throw new NumberFormatException("no number");
        }
        if (!isDigit(text[at]) && text[at] != '.') {
            return special(text, at, end, negative);
        }
        return decimal(text, offset, at, end, negative);
    }

    private static double decimal(char[] text, int start, int first, int end, boolean negative) {
        long mantissa = 0;
        int digits = 0;
        int significant = 0;
        int fraction = 0;
        boolean point = false;
        int at = first;
        for (; at < end; at++) {
            char c = text[at];
            if (isDigit(c)) {
                digits++;
                fraction += point ? 1 : 0;
                significant += significant > 0 || c != '0' ? 1 : 0;
                mantissa = significant <= EXACT_DIGITS ? mantissa * 10 + (c - '0') : mantissa;
            } else if (c == '.' && !point) {
                point = true;
            } else {
                break;
            }
        }
        if (digits == 0) {
            throw new NumberFormatException("no digits");
        }
        if (at < end) {
            requireExponent(text, at, end);
        } else if (significant <= EXACT_DIGITS && fraction < POWERS.length) {
            double size = mantissa / POWERS[fraction];
            return negative ? -size : size;
        }
        return NumberInput.parseDouble(text, start, end - start, true);
    }

    private static void requireExponent(char[] text, int from, int end) {
        int at = from;
        boolean ok = text[at] == 'e' || text[at] == 'E';
        at++;
        if (at < end && (text[at] == '-' || text[at] == '+')) {
            at++;
        }
        ok &= at < end;
        for (; at < end; at++) {
            ok &= isDigit(text[at]);
        }
        if (!ok) {
            throw new NumberFormatException("not an exponent");
        }
    }

    private static double special(char[] text, int from, int end, boolean negative) {
        if (matches(text, from, end, "inf") || matches(text, from, end, "infinity")) {
            return negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        if (matches(text, from, end, "nan")) {
            return Double.NaN;
        }
        throw new NumberFormatException("not a number");
    }

    private static boolean matches(char[] text, int from, int end, String word) {
        if (end - from != word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if ((text[from + i] | 0x20) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** A time in seconds with up to three decimals, as milliseconds. */
    static long millis(char[] text, int offset, int length) {
        int end = offset + length;
        boolean negative = length > 0 && text[offset] == '-';
        long number = 0;
        int decimals = -1;
        for (int at = negative ? offset + 1 : offset; at < end; at++) {
            char c = text[at];
            if (isDigit(c) && decimals < 3 && number < 1_000_000_000_000_000L) {
                number = number * 10 + (c - '0');
                decimals += decimals >= 0 ? 1 : 0;
            } else if (c == '.' && decimals < 0) {
                decimals = 0;
            } else {
                return Math.round(value(text, offset, length) * 1000);
            }
        }
        for (int i = Math.max(0, decimals); i < 3; i++) {
            number *= 10;
        }
        return negative ? -number : number;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
