package dev.tars.console.migration.sql;

/**
 * A stretch of a SQL text.
 *
 * @param start first character, from 0
 * @param end after the last one
 */
record Token(Kind kind, int start, int end) {

    enum Kind {
        BLANK,
        COMMENT,
        /** A keyword or a name without quotes. */
        WORD,
        /** {@code "name"} or {@code U&"name"}. */
        QUOTED_NAME,
        /** Any string: plain, escaped, Unicode, dollar-quoted. */
        STRING,
        NUMBER,
        PARAMETER,
        OPERATOR,
        OPEN,
        CLOSE,
        OPEN_BRACKET,
        CLOSE_BRACKET,
        COMMA,
        DOT,
        COLON,
        SEMICOLON;

        boolean isTrivia() {
            return this == BLANK || this == COMMENT;
        }
    }

    String text(String sql) {
        return sql.substring(start, end);
    }
}
