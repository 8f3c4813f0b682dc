package dev.tars.console.runbook.client;

import java.util.regex.Pattern;

/** As much of SQL's grammar as tells one statement from two. */
final class SqlText {
    private static final Pattern COMMENTS = Pattern.compile("(?s)--[^\\n]*|/\\*.*?\\*/");

    private SqlText() {}

    static String withoutComments(String sql) {
        return COMMENTS.matcher(sql).replaceAll(" ").strip();
    }

    /**
     * Whether anything stands after a semicolon. Quotes are not understood on purpose: a semicolon inside of one is refused
     * too, and can be written as chr(59), while a mistake here would let a second statement through.
     */
    static boolean hasSecondStatement(String sql) {
        int semicolon = sql.indexOf(';');
        return semicolon >= 0 && !sql.substring(semicolon + 1).isBlank();
    }
}
