package dev.tars.console.migration.sql;

import dev.tars.console.document.DocumentException;
import dev.tars.console.migration.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a SQL text into tokens that lie side by side. Follows {@code scan.l} and {@code psqlscan.l} of PostgreSQL 15 with
 * {@code standard_conforming_strings} on: what is a quote, a comment and an operator there is one here, so a semicolon
 * means the same to both.
 */
final class Lexer {
    private static final String OPERATORS = "~!@#^&|`?+-*/%<>=";
    private static final char BOM = '\uFEFF';

    private final String file;
    private final String sql;
    private final Places places;
    private final Quotes quotes;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int brackets;

    private Lexer(String file, String sql) {
        this.file = file;
        this.sql = sql;
        this.places = new Places(sql);
        this.quotes = new Quotes(sql);
    }

    /** @throws DocumentException for a quote or comment that never ends, and for what only psql understands */
    static List<Token> tokens(String file, String sql) throws DocumentException {
        Lexer lexer = new Lexer(file, sql);
        while (lexer.at < sql.length()) {
            lexer.next();
        }
        return lexer.tokens;
    }

    private void next() throws DocumentException {
        char c = sql.charAt(at);
        if (c == '\0') {
            throw error(at, "a NUL character", "save the file as UTF-8 text");
        } else if (isBlank(c) || c == BOM && at == 0) {
            int end = at + 1;
            while (end < sql.length() && isBlank(sql.charAt(end))) {
                end++;
            }
            add(Kind.BLANK, end);
        } else if (sql.startsWith("--", at)) {
            add(Kind.COMMENT, quotes.lineEnd(at));
        } else if (sql.startsWith("/*", at)) {
            add(Kind.COMMENT, closed(quotes.blockComment(at), "a comment", "/*", "end it with */"));
        } else if (c == '\'') {
            add(Kind.STRING, closed(quotes.plain(at), "a string", "'", "end it with '; a quote inside is written ''"));
        } else if (c == '"') {
            add(Kind.QUOTED_NAME, closed(quotes.name(at), "a quoted name", "\"", "end it with \""));
        } else if (c == '$') {
            dollar();
        } else if (isWordStart(c)) {
            word();
        } else if (isDigit(c) || c == '.' && at + 1 < sql.length() && isDigit(sql.charAt(at + 1))) {
            add(Kind.NUMBER, numberEnd());
        } else if (c == '\\') {
            throw metaCommand();
        } else if (c == ':') {
            colon();
        } else {
            punctuation(c);
        }
    }

    private void dollar() throws DocumentException {
        int end = at + 1;
        while (end < sql.length() && isDigit(sql.charAt(end))) {
            end++;
        }
        if (end > at + 1) {
            add(Kind.PARAMETER, end);
            return;
        }
        String tag = quotes.dollarTag(at);
        if (tag.isEmpty()) {
            add(Kind.OPERATOR, at + 1);
        } else {
            add(Kind.STRING, closed(quotes.dollar(at, tag), "a dollar-quoted string", tag, "end it with " + tag));
        }
    }

    private void word() throws DocumentException {
        char c = Character.toLowerCase(sql.charAt(at));
        if (c == 'e' && sql.startsWith("'", at + 1)) {
            add(Kind.STRING, closed(quotes.escaped(at + 1), "a string", "E'", "end it with '; \\' does not end it"));
        } else if (c == 'u' && sql.startsWith("&'", at + 1)) {
            add(Kind.STRING, closed(quotes.plain(at + 2), "a string", "U&'", "end it with '"));
        } else if (c == 'u' && sql.startsWith("&\"", at + 1)) {
            add(Kind.QUOTED_NAME, closed(quotes.name(at + 2), "a quoted name", "U&\"", "end it with \""));
        } else {
            int end = at + 1;
            while (end < sql.length() && isWordPart(sql.charAt(end))) {
                end++;
            }
            add(Kind.WORD, end);
        }
    }

    private int numberEnd() {
        int end = at;
        while (end < sql.length() && (isWordPart(sql.charAt(end)) || sql.charAt(end) == '.')) {
            boolean isRange = sql.startsWith("..", end);
            if (isRange) {
                break;
            }
            char c = sql.charAt(end++);
            boolean signed = (c == 'e' || c == 'E')
                    && end + 1 < sql.length()
                    && "+-".indexOf(sql.charAt(end)) >= 0
                    && isDigit(sql.charAt(end + 1));
            if (signed) {
                end++;
            }
        }
        return Math.max(end, at + 1);
    }

    /** A cast, an assignment, an array slice, or a variable that psql would fill in. */
    private void colon() throws DocumentException {
        if (sql.startsWith("::", at) || sql.startsWith(":=", at)) {
            add(Kind.OPERATOR, at + 2);
            return;
        }
        char c = at + 1 < sql.length() ? sql.charAt(at + 1) : ' ';
        if (brackets == 0 && (isWordStart(c) || c == '\'' || c == '"' || c == '{')) {
            int end = at + 1;
            while (end < sql.length() && !isBlank(sql.charAt(end)) && ";,)".indexOf(sql.charAt(end)) < 0) {
                end++;
            }
            throw error(
                    at,
                    "the psql variable " + sql.substring(at, end) + ", which only psql fills in",
                    "write the value out");
        }
        add(Kind.COLON, at + 1);
    }

    private void punctuation(char c) {
        switch (c) {
            case '(' -> add(Kind.OPEN, at + 1);
            case ')' -> add(Kind.CLOSE, at + 1);
            case '[' -> {
                brackets++;
                add(Kind.OPEN_BRACKET, at + 1);
            }
            case ']' -> {
                brackets = Math.max(0, brackets - 1);
                add(Kind.CLOSE_BRACKET, at + 1);
            }
            case ',' -> add(Kind.COMMA, at + 1);
            case '.' -> add(Kind.DOT, at + 1);
            case ';' -> {
                brackets = 0;
                add(Kind.SEMICOLON, at + 1);
            }
            default -> {
                int end = at + 1;
                while (OPERATORS.indexOf(c) >= 0
                        && end < sql.length()
                        && OPERATORS.indexOf(sql.charAt(end)) >= 0
                        && !sql.startsWith("--", end)
                        && !sql.startsWith("/*", end)) {
                    end++;
                }
                add(Kind.OPERATOR, end);
            }
        }
    }

    private DocumentException metaCommand() {
        int end = at + 1;
        while (end < sql.length() && !isBlank(sql.charAt(end)) && sql.charAt(end) != '\\' && sql.charAt(end) != ';') {
            end++;
        }
        return error(
                at,
                "the psql command " + sql.substring(at, end) + ", which is no SQL and never reaches the server",
                "write plain SQL statements; what psql would read in goes into this file");
    }

    private int closed(int end, String what, String opening, String mend) throws DocumentException {
        if (end < 0) {
            throw error(at, what + " opens here with " + opening + " and never ends", mend);
        }
        return end;
    }

    private DocumentException error(int offset, String cause, String mend) {
        return new DocumentException(file, places.line(offset), places.column(offset), cause, mend);
    }

    private void add(Kind kind, int end) {
        tokens.add(new Token(kind, at, end));
        at = end;
    }

    static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\u000B';
    }

    /** Every character beyond ASCII belongs to a name, as in {@code scan.l}. */
    static boolean isWordStart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c > 127;
    }

    private static boolean isWordPart(char c) {
        return isWordStart(c) || isDigit(c) || c == '$';
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
