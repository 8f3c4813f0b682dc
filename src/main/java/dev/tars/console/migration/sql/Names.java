package dev.tars.console.migration.sql;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names as PostgreSQL folds and quotes them. */
public final class Names {
    /** {@code NAMEDATALEN} less one: the server cuts a longer name and says so in a notice only. */
    public static final int MAX_BYTES = 63;

    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_$]*");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:\\\\|\\+([0-9a-fA-F]{6})|([0-9a-fA-F]{4}))");

    private Names() {}

    /** Lower case for ASCII letters alone, which is all that the server folds in UTF-8. */
    static String folded(String word) {
        StringBuilder folded = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            folded.append(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
        }
        return folded.toString();
    }

    /** @param quoted {@code "a""b"} or {@code U&"d\0061ta"} */
    static String unquoted(String quoted) {
        boolean isUnicode = !quoted.startsWith("\"");
        String inside = quoted.substring(isUnicode ? 3 : 1, quoted.length() - 1).replace("\"\"", "\"");
        return isUnicode ? unescaped(inside) : inside;
    }

    private static String unescaped(String text) {
        Matcher matcher = ESCAPE.matcher(text);
        return matcher.replaceAll(found -> {
            String hex = found.group(1) != null ? found.group(1) : found.group(2);
            String plain = hex == null ? "\\" : new String(Character.toChars(Integer.parseInt(hex, 16)));
            return Matcher.quoteReplacement(plain);
        });
    }

    /** With quotes where it needs them. Reserved words are quoted too seldom to matter for comparing. */
    public static String quoted(String name) {
        return PLAIN.matcher(name).matches() ? name : "\"" + name.replace("\"", "\"\"") + "\"";
    }

    /** Whether the server would cut it. */
    public static boolean isTooLong(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES;
    }
}
