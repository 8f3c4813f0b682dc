package dev.tars.console.promql;

import com.google.re2j.Matcher;

/**
 * The replacement text of {@code label_replace}, by the rules of Go's {@code Regexp.Expand}: {@code $1}, {@code $name},
 * {@code ${name}}; a name is as long as it can be, so {@code $1x} is the group "1x"; {@code $$} is a dollar; an unknown
 * group is empty.
 */
final class Template {
    private final String text;

    Template(String text) {
        this.text = text;
    }

    String expand(Matcher matcher) {
        StringBuilder result = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c != '$') {
                result.append(c);
                at++;
            } else if (text.startsWith("$$", at)) {
                result.append('$');
                at += 2;
            } else {
                at = reference(matcher, at, result);
            }
        }
        return result.toString();
    }

    private int reference(Matcher matcher, int dollar, StringBuilder result) {
        boolean braced = text.startsWith("{", dollar + 1);
        int start = dollar + (braced ? 2 : 1);
        int end = start;
        while (end < text.length() && isWord(text.charAt(end))) {
            end++;
        }
        boolean closed = !braced || text.startsWith("}", end);
        if (end == start || !closed) {
            result.append('$');
            return dollar + 1;
        }
        result.append(group(matcher, text.substring(start, end)));
        return end + (braced ? 1 : 0);
    }

    private static boolean isWord(char c) {
        return c == '_' || Character.isLetterOrDigit(c);
    }

    private static String group(Matcher matcher, String name) {
        boolean number = name.chars().allMatch(Scanner::isDigit);
        String value = null;
        if (number) {
            value = name.length() <= 4 && Integer.parseInt(name) <= matcher.groupCount()
                    ? matcher.group(Integer.parseInt(name))
                    : null;
        } else if (matcher.pattern().namedGroups().containsKey(name)) {
            value = matcher.group(name);
        }
        return value == null ? "" : value;
    }
}
