package dev.tars.console.checklist;

import java.util.ArrayList;
import java.util.List;

/**
 * What changed from one text to another, line by line: the longest common subsequence, which for the few lines of an item
 * is short and exact.
 */
public final class TextDifference {

    /** A line of the difference. */
    public record Line(Kind kind, String text) {}

    /** What became of a line. */
    public enum Kind {
        SAME,
        GONE,
        NEW
    }

    private static final int MOST = 2_000;

    private TextDifference() {}

    /** All lines of both, in order; what is gone stands before what is new in its place. */
    public static List<Line> of(String before, String after) {
        List<String> old = before.lines().limit(MOST).toList();
        List<String> now = after.lines().limit(MOST).toList();
        int[][] common = new int[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                common[i][j] = old.get(i).equals(now.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        List<Line> lines = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < old.size() || j < now.size()) {
            if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
                lines.add(new Line(Kind.SAME, old.get(i)));
                i++;
                j++;
            } else if (i < old.size() && (j == now.size() || common[i + 1][j] >= common[i][j + 1])) {
                lines.add(new Line(Kind.GONE, old.get(i)));
                i++;
            } else {
                lines.add(new Line(Kind.NEW, now.get(j)));
                j++;
            }
        }
        return lines;
    }
}
