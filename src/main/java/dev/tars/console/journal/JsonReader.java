package dev.tars.console.journal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads what {@link CanonicalJson} writes, and refuses everything else. */
final class JsonReader {

    private static final int LONGEST_NUMBER = 1000;

    private final String text;
    private int at;

    private JsonReader(String text) {
        this.text = text;
    }

    /** The members, sorted; none where the text is not one object. */
    static Map<String, Object> object(String text) {
        try {
            JsonReader reader = new JsonReader(text);
            Map<String, Object> members = reader.members(1);
            return reader.at == text.length() ? members : Map.of();
        } catch (NotCanonical e) {
            return Map.of();
        }
    }

    private Object value(int depth) throws NotCanonical {
        if (depth > CanonicalJson.DEEPEST) {
            throw new NotCanonical();
        }
        return switch (peek()) {
            case '"' -> string();
            case '{' -> members(depth);
            case '[' -> list(depth);
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            default -> number();
        };
    }

    private Map<String, Object> members(int depth) throws NotCanonical {
        Map<String, Object> members = new TreeMap<>();
        expect('{');
        if (peek() == '}') {
            at++;
            return members;
        }
        do {
            String name = string();
            expect(':');
            if (members.put(name, value(depth + 1)) != null) {
                throw new NotCanonical();
            }
        } while (more('}'));
        return members;
    }

    private List<Object> list(int depth) throws NotCanonical {
        List<Object> values = new ArrayList<>();
        expect('[');
        if (peek() == ']') {
            at++;
            return values;
        }
        do {
            values.add(value(depth + 1));
        } while (more(']'));
        return values;
    }

    private boolean more(char end) throws NotCanonical {
        char next = peek();
        at++;
        if (next != ',' && next != end) {
            throw new NotCanonical();
        }
        return next == ',';
    }

    private String string() throws NotCanonical {
        expect('"');
        StringBuilder words = new StringBuilder();
        while (peek() != '"') {
            char c = text.charAt(at++);
            words.append(c == '\\' ? escaped() : c);
        }
        at++;
        return words.toString();
    }

    private char escaped() throws NotCanonical {
        char c = peek();
        at++;
        return switch (c) {
            case '"', '\\' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unit();
            default -> throw new NotCanonical();
        };
    }

    private char unit() throws NotCanonical {
        int unit = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(peek(), 16);
            if (digit < 0) {
                throw new NotCanonical();
            }
            unit = unit << 4 | digit;
            at++;
        }
        return (char) unit;
    }

    private BigDecimal number() throws NotCanonical {
        int from = at;
        while (at < text.length() && "-.0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        if (at - from > LONGEST_NUMBER) {
            throw new NotCanonical();
        }
        try {
            return new BigDecimal(text.substring(from, at));
        } catch (NumberFormatException e) {
            throw new NotCanonical();
        }
    }

    private Object word(String word, boolean value) throws NotCanonical {
        if (!text.startsWith(word, at)) {
            throw new NotCanonical();
        }
        at += word.length();
        return value;
    }

    private char peek() throws NotCanonical {
        if (at >= text.length()) {
            throw new NotCanonical();
        }
        return text.charAt(at);
    }

    private void expect(char c) throws NotCanonical {
        if (peek() != c) {
            throw new NotCanonical();
        }
        at++;
    }

    /** The text is not of this journal's making. */
    private static final class NotCanonical extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
