package dev.tars.console.connect.prometheus;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lets answers share their label texts and label sets: a poll brings the same ones every 15 s. Two fixed tables; a
 * collision replaces. Races between threads only cost a second copy, because texts and maps are immutable.
 */
final class LabelPool {
    private static final int SIZE = 4096;
    private static final int LONGEST = 200;

    private final @Nullable String[] texts = new String[SIZE];

    @SuppressWarnings({"unchecked", "rawtypes"})
    private final @Nullable Map<String, String>[] sets = new Map[SIZE];

    /** A text with these characters. */
    String text(char[] source, int offset, int length) {
        if (length > LONGEST) {
            return new String(source, offset, length);
        }
        int hash = 0;
        for (int i = offset; i < offset + length; i++) {
            hash = 31 * hash + source[i];
        }
        int slot = slot(hash);
        @Nullable String known = texts[slot];
        if (known != null && isText(known, source, offset, length)) {
            return known;
        }
        String fresh = new String(source, offset, length);
        texts[slot] = fresh;
        return fresh;
    }

    private static boolean isText(String known, char[] source, int offset, int length) {
        if (known.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (known.charAt(i) != source[offset + i]) {
                return false;
            }
        }
        return true;
    }

    /** The label set of {@code n} texts, name and value in turn; of two equal names the last counts. */
    Map<String, String> labels(String[] pairs, int n) {
        int hash = 0;
        for (int i = 0; i < n; i++) {
            hash = 31 * hash + pairs[i].hashCode();
        }
        int slot = slot(hash);
        @Nullable Map<String, String> known = sets[slot];
        if (known != null && isSet(known, pairs, n)) {
            return known;
        }
        Map<String, String> fresh = set(pairs, n);
        sets[slot] = fresh;
        return fresh;
    }

    private static boolean isSet(Map<String, String> known, String[] pairs, int n) {
        if (known.size() * 2 != n) {
            return false;
        }
        for (int i = 0; i < n; i += 2) {
            if (!pairs[i + 1].equals(known.get(pairs[i]))) {
                return false;
            }
        }
        return true;
    }

    private static Map<String, String> set(String[] pairs, int n) {
        Map<String, String> set = new HashMap<>();
        for (int i = 0; i < n; i += 2) {
            set.put(pairs[i], pairs[i + 1]);
        }
        return Map.copyOf(set);
    }

    private static int slot(int hash) {
        int spread = hash * 0x9E3779B9;
        return (spread ^ spread >>> 16) & SIZE - 1;
    }
}
