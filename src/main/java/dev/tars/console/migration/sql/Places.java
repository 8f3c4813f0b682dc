package dev.tars.console.migration.sql;

import java.util.Arrays;

/** Lines and columns of a text, both from 1; a line ends with LF, CR or CR LF, a column is a code point. */
final class Places {
    private final String text;
    private final int[] starts;

    Places(String text) {
        this.text = text;
        int[] found = new int[16];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean ends = c == '\n' || c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n');
            if (ends) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, count * 2);
                }
                found[count++] = i + 1;
            }
        }
        starts = Arrays.copyOf(found, count);
    }

    int line(int offset) {
        int at = Arrays.binarySearch(starts, offset);
        return at >= 0 ? at + 1 : -at - 1;
    }

    int column(int offset) {
        return text.codePointCount(starts[line(offset) - 1], offset) + 1;
    }
}
