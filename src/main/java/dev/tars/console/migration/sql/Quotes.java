package dev.tars.console.migration.sql;

/** Where quotes and comments of a SQL text end: the offset after the last character, or -1 where they never do. */
final class Quotes {
    private static final int NEVER = -1;

    private final String sql;

    Quotes(String sql) {
        this.sql = sql;
    }

    int lineEnd(int start) {
        int at = start;
        while (at < sql.length() && sql.charAt(at) != '\n' && sql.charAt(at) != '\r') {
            at++;
        }
        return at;
    }

    /** @param start at the opening; comments nest */
    int blockComment(int start) {
        int depth = 0;
        int at = start;
        while (at + 1 < sql.length()) {
            if (sql.startsWith("/*", at)) {
                depth++;
                at += 2;
            } else if (sql.startsWith("*/", at)) {
                depth--;
                at += 2;
                if (depth == 0) {
                    return at;
                }
            } else {
                at++;
            }
        }
        return NEVER;
    }

    /** @param quote at the opening quote of a string in which a backslash is a character like any other */
    int plain(int quote) {
        return doubled(quote, '\'');
    }

    int name(int quote) {
        return doubled(quote, '"');
    }

    private int doubled(int quote, char closing) {
        int at = quote + 1;
        while (at < sql.length()) {
            if (sql.charAt(at) != closing) {
                at++;
            } else if (at + 1 < sql.length() && sql.charAt(at + 1) == closing) {
                at += 2;
            } else {
                return at + 1;
            }
        }
        return NEVER;
    }

    /**
     * @param quote at the opening quote of a string with escapes. Its next part may follow after a line break and is
     *     read with escapes as well, though no E stands before it.
     */
    int escaped(int quote) {
        int at = quote + 1;
        while (at < sql.length()) {
            char c = sql.charAt(at);
            if (c == '\\') {
                at += 2;
            } else if (c != '\'') {
                at++;
            } else if (sql.startsWith("''", at)) {
                at += 2;
            } else {
                int next = continuation(at + 1);
                if (next < 0) {
                    return at + 1;
                }
                at = next + 1;
            }
        }
        return NEVER;
    }

    /** The quote that goes on with a string: after blanks and line comments with at least one line break. */
    private int continuation(int start) {
        boolean broken = false;
        int at = start;
        while (at < sql.length()) {
            char c = sql.charAt(at);
            if (c == '\n' || c == '\r') {
                broken = true;
                at++;
            } else if (Lexer.isBlank(c)) {
                at++;
            } else if (sql.startsWith("--", at)) {
                at = lineEnd(at);
            } else {
                return broken && c == '\'' ? at : NEVER;
            }
        }
        return NEVER;
    }

    /** The tag that opens at a dollar sign, {@code $$} or {@code $body$}; empty where none does. */
    String dollarTag(int start) {
        int at = start + 1;
        while (at < sql.length()) {
            char c = sql.charAt(at);
            if (c == '$') {
                return sql.substring(start, at + 1);
            }
            boolean fits = Lexer.isWordStart(c) || at > start + 1 && Lexer.isDigit(c);
            if (!fits) {
                return "";
            }
            at++;
        }
        return "";
    }

    int dollar(int start, String tag) {
        int end = sql.indexOf(tag, start + tag.length());
        return end < 0 ? NEVER : end + tag.length();
    }
}
