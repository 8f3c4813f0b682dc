package dev.tars.console.promql;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Text in quotes, by the rules of Go's string literals, which PromQL takes over. */
final class QuotedText {

    private static final String LETTERS = "abfnrtv\\";
    private static final String MEANINGS = "\u0007\b\f\n\r\t\u000b\\";

    private QuotedText() {}

    /** In double quotes, with what does not print escaped. */
    static String quote(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        text.codePoints().forEach(point -> append(quoted, point));
        return quoted.append('"').toString();
    }

    private static void append(StringBuilder quoted, int point) {
        int known = point < 128 ? MEANINGS.indexOf(point) : -1;
        if (point == '"') {
            quoted.append("\\\"");
        } else if (known >= 0) {
            quoted.append('\\').append(LETTERS.charAt(known));
        } else if (point < ' ' || point == 0x7f) {
            quoted.append(String.format("\\x%02x", point));
        } else if (isPrinted(point)) {
            quoted.appendCodePoint(point);
        } else {
            quoted.append(String.format(point < 0x10000 ? "\\u%04x" : "\\U%08x", point));
        }
    }

    private static boolean isPrinted(int point) {
        int kind = Character.getType(point);
        return point == ' '
                || (kind != Character.CONTROL
                        && kind != Character.FORMAT
                        && kind != Character.SURROGATE
                        && kind != Character.PRIVATE_USE
                        && kind != Character.UNASSIGNED
                        && kind != Character.SPACE_SEPARATOR
                        && kind != Character.LINE_SEPARATOR
                        && kind != Character.PARAGRAPH_SEPARATOR);
    }

    /** The meaning of a literal the lexer has accepted, quotes included. */
    static String unquote(String literal) {
        String body = literal.substring(1, literal.length() - 1);
        if (literal.charAt(0) == '`' || body.indexOf('\\') < 0) {
            return body;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length());
        int at = 0;
        while (at < body.length()) {
            if (body.charAt(at) == '\\') {
                at = escape(body, at + 1, bytes);
            } else {
                int point = body.codePointAt(at);
                write(bytes, point);
                at += Character.charCount(point);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static int escape(String body, int at, ByteArrayOutputStream bytes) {
        char letter = body.charAt(at);
        int known = LETTERS.indexOf(letter);
        if (known >= 0) {
            bytes.write(MEANINGS.charAt(known));
            return at + 1;
        }
        switch (letter) {
            case 'x' -> {
                bytes.write(Integer.parseInt(body.substring(at + 1, at + 3), 16));
                return at + 3;
            }
            case 'u' -> {
                write(bytes, Integer.parseInt(body.substring(at + 1, at + 5), 16));
                return at + 5;
            }
            case 'U' -> {
                write(bytes, Integer.parseInt(body.substring(at + 1, at + 9), 16));
                return at + 9;
            }
            case '0', '1', '2', '3', '4', '5', '6', '7' -> {
                bytes.write(Integer.parseInt(body.substring(at, at + 3), 8));
                return at + 3;
            }
            default -> {
                write(bytes, letter);
                return at + 1;
            }
        }
    }

    private static void write(ByteArrayOutputStream bytes, int point) {
        bytes.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
    }
}
