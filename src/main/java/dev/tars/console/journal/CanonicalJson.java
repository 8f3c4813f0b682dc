package dev.tars.console.journal;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes values in the one form that the journal hashes: members sorted by UTF-16 code unit, no white space, strings with
 * the short escapes of RFC 8259 and {@code \}{@code u00xx} for other control characters and lone surrogates, numbers as
 * plain decimals without exponent and without trailing zeros, no NaN.
 */
final class CanonicalJson {

    /** Deeper than any payload has reason to be, far from where a reader's stack ends. */
    static final int DEEPEST = 32;

    private static final String HEX = "0123456789abcdef";

    private CanonicalJson() {}

    static String object(Map<String, ?> members) {
        StringBuilder text = new StringBuilder();
        object(text, members, 1);
        return text.toString();
    }

    private static void value(StringBuilder text, Object value, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("a payload nests at most " + DEEPEST + " levels");
        }
        if (value instanceof CharSequence words) {
            string(text, words);
        } else if (value instanceof Boolean) {
            text.append(value);
        } else if (value instanceof Number number) {
            number(text, number);
        } else if (value instanceof Map<?, ?> members) {
            object(text, members, depth);
        } else if (value instanceof List<?> values) {
            array(text, values, depth);
        } else {
            throw new IllegalArgumentException("a payload holds text, numbers, booleans, lists and maps, not "
                    + value.getClass().getName());
        }
    }

    private static void object(StringBuilder text, Map<?, ?> members, int depth) {
        TreeMap<String, Object> sorted = new TreeMap<>();
        members.forEach((name, value) -> sorted.put((String) name, value));
        char before = '{';
        if (sorted.isEmpty()) {
            text.append(before);
        }
        for (Map.Entry<String, Object> member : sorted.entrySet()) {
            string(text.append(before), member.getKey());
            value(text.append(':'), member.getValue(), depth + 1);
            before = ',';
        }
        text.append('}');
    }

    private static void array(StringBuilder text, List<?> values, int depth) {
        char before = '[';
        if (values.isEmpty()) {
            text.append(before);
        }
        for (Object value : values) {
            value(text.append(before), value, depth + 1);
            before = ',';
        }
        text.append(']');
    }

    private static void number(StringBuilder text, Number number) {
        BigDecimal decimal;
        if (number instanceof BigDecimal exact) {
            decimal = exact;
        } else if (number instanceof BigInteger whole) {
            decimal = new BigDecimal(whole);
        } else if (number instanceof Double || number instanceof Float) {
            // Of NaN and the infinities this throws: a caller writes them as the words they are.
            decimal = new BigDecimal(number.toString());
        } else {
            decimal = BigDecimal.valueOf(number.longValue());
        }
        if (Math.abs((long) decimal.scale()) > 400 || decimal.precision() > 400) {
            throw new IllegalArgumentException("a number of a payload has at most 400 digits");
        }
        text.append(decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString());
    }

    static void string(StringBuilder text, CharSequence value) {
        text.append('"');
        int plain = 0;
        int length = value.length();
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            if (c >= ' ' && c != '"' && c != '\\' && !isLone(value, i)) {
                continue;
            }
            text.append(value, plain, i);
            escaped(text, c);
            plain = i + 1;
        }
        text.append(value, plain, length).append('"');
    }

    private static boolean isLone(CharSequence value, int i) {
        char c = value.charAt(i);
        if (!Character.isSurrogate(c)) {
            return false;
        }
        return Character.isHighSurrogate(c)
                ? i + 1 == value.length() || !Character.isLowSurrogate(value.charAt(i + 1))
                : i == 0 || !Character.isHighSurrogate(value.charAt(i - 1));
    }

    private static void escaped(StringBuilder text, char c) {
        switch (c) {
            case '"' -> text.append("\\\"");
            case '\\' -> text.append("\\\\");
            case '\b' -> text.append("\\b");
            case '\f' -> text.append("\\f");
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            default -> {
                text.append("\\u");
                for (int shift = 12; shift >= 0; shift -= 4) {
                    text.append(HEX.charAt(c >> shift & 0xf));
                }
            }
        }
    }
}
