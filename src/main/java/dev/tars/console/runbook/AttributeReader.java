package dev.tars.console.runbook;

import dev.tars.console.document.DocumentException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads {@code name=value name="a b" name='a "b"' flag} up to an end character or the end of the line.
 *
 * <p>Between double quotes {@code \"} is a quote; every other backslash stays, for it belongs to a pattern. It reads the
 * line of the file and not what a Markdown parser makes of an info string, which loses the backslashes of {@code /\./}.
 */
final class AttributeReader {
    private final String line;
    private final Position lineStart;
    private int i;

    /** @param lineStart the place of the first character of {@code line} */
    AttributeReader(String line, Position lineStart, int from) {
        this.line = line;
        this.lineStart = lineStart;
        this.i = from;
    }

    /** @param end the character that ends them, or 0 for the end of the line */
    Attributes read(char end) throws DocumentException {
        Map<String, Attributes.Entry> entries = new LinkedHashMap<>();
        while (true) {
            skipBlank();
            if (i >= line.length()) {
                if (end != 0) {
                    throw here().error("the attributes are not closed", "end them with " + end);
                }
                return new Attributes(entries);
            }
            if (line.charAt(i) == end) {
                i++;
                return new Attributes(entries);
            }
            Position at = here();
            String name = name(end);
            Attributes.Entry entry = entry(at, end);
            if (entries.putIfAbsent(name, entry) != null) {
                throw at.error("\"" + name + "\" is given twice", "keep one of them");
            }
        }
    }

    /** Where reading stopped. */
    int index() {
        return i;
    }

    private String name(char end) throws DocumentException {
        int from = i;
        while (i < line.length() && isNameCharacter(line.charAt(i))) {
            i++;
        }
        if (i == from || (i < line.length() && !isAfterName(line.charAt(i), end))) {
            throw here().error(
                            "\"" + line.charAt(i) + "\" is no attribute",
                            "write NAME=VALUE, with VALUE in quotes where it has spaces");
        }
        return line.substring(from, i);
    }

    private static boolean isNameCharacter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    }

    private static boolean isAfterName(char c, char end) {
        return c == '=' || c == end || c == ' ' || c == '\t';
    }

    private Attributes.Entry entry(Position at, char end) throws DocumentException {
        if (i >= line.length() || line.charAt(i) != '=') {
            return new Attributes.Entry("", true, at, at);
        }
        i++;
        if (i < line.length() && (line.charAt(i) == '"' || line.charAt(i) == '\'')) {
            return quoted(at, line.charAt(i));
        }
        Position valueAt = here();
        int from = i;
        while (i < line.length() && line.charAt(i) != end && line.charAt(i) != ' ' && line.charAt(i) != '\t') {
            i++;
        }
        if (i == from) {
            throw valueAt.error("no value after =", "write one, without a space before it");
        }
        return new Attributes.Entry(line.substring(from, i), false, at, valueAt);
    }

    private Attributes.Entry quoted(Position at, char quote) throws DocumentException {
        Position quoteAt = here();
        i++;
        Position valueAt = here();
        StringBuilder value = new StringBuilder();
        while (i < line.length() && line.charAt(i) != quote) {
            char c = line.charAt(i++);
            if (c == '\\' && quote == '"' && i < line.length()) {
                char next = line.charAt(i++);
                if (next != '"') {
                    value.append(c);
                }
                value.append(next);
            } else {
                value.append(c);
            }
        }
        if (i >= line.length()) {
            throw quoteAt.error("the quote is not closed", "end the value with " + quote);
        }
        i++;
        if (i < line.length() && isNameCharacter(line.charAt(i))) {
            throw here().error("text directly after a quote", "put a space between two attributes");
        }
        return new Attributes.Entry(value.toString(), false, at, valueAt);
    }

    private void skipBlank() {
        while (i < line.length() && (line.charAt(i) == ' ' || line.charAt(i) == '\t')) {
            i++;
        }
    }

    private Position here() {
        return lineStart.plus(i);
    }
}
