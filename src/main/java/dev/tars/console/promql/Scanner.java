package dev.tars.console.promql;

/** A position in the query text, with the characters of one token behind it. Code points, so that errors name them. */
final class Scanner {

    /** What {@link #peek()} gives at the end. */
    static final int END = -1;

    private final String text;
    private int start;
    private int position;

    Scanner(String text) {
        this.text = text;
    }

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    static boolean isAlpha(int c) {
        return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    static boolean isAlphaNumeric(int c) {
        return isAlpha(c) || isDigit(c);
    }

    private static boolean isBlank(int c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    /** A character as Go quotes it. */
    static String quoted(int c) {
        if (c == END) {
            return "'\\uffff'";
        }
        if (c == '\'') {
            return "'\\''";
        }
        if (c == '"') {
            return "'\"'";
        }
        String quoted = QuotedText.quote(Character.toString(c));
        return "'" + quoted.substring(1, quoted.length() - 1) + "'";
    }

    boolean atEnd() {
        return position >= text.length();
    }

    int peek() {
        return atEnd() ? END : text.codePointAt(position);
    }

    int peekSecond() {
        return position + 1 < text.length() ? text.charAt(position + 1) : END;
    }

    int next() {
        int c = peek();
        if (c != END) {
            position += Character.charCount(c);
        }
        return c;
    }

    boolean accept(String any) {
        int c = peek();
        if (c == END || any.indexOf(c) < 0) {
            return false;
        }
        position++;
        return true;
    }

    private void acceptRun(String any) {
        while (accept(any)) {
            continue;
        }
    }

    void startToken() {
        start = position;
    }

    int start() {
        return start;
    }

    int position() {
        return position;
    }

    String token() {
        return text.substring(start, position);
    }

    void skipBlanks() {
        while (isBlank(peek())) {
            position++;
        }
    }

    void skipBlanksAndComments() {
        skipBlanks();
        while (peek() == '#') {
            while (!atEnd() && peek() != '\n' && peek() != '\r') {
                position++;
            }
            skipBlanks();
        }
    }

    /** True when what was read is a number and ends here; what was read stays read either way. */
    boolean scanNumber() {
        String digits = "0123456789";
        if (accept("0") && accept("xX")) {
            digits = "0123456789abcdefABCDEF";
        }
        acceptRun(digits);
        if (accept(".")) {
            acceptRun(digits);
        }
        if (accept("eE")) {
            accept("+-");
            acceptRun("0123456789");
        }
        return !isAlphaNumeric(peek());
    }

    /** After the first digits: a unit, and more digits with units. What was read stays read when it is none. */
    boolean acceptRestOfDuration() {
        if (!accept("smhdwy")) {
            return false;
        }
        accept("s");
        while (accept("0123456789")) {
            acceptRun("0123456789");
            if (!accept("smhdw")) {
                return false;
            }
            accept("s");
        }
        if (isAlphaNumeric(peek())) {
            next();
            return false;
        }
        return true;
    }
}
