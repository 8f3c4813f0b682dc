package dev.tars.console.document;

/** What a person may have meant by a word that is not known. */
public final class Nearest {

    private Nearest() {}

    /** The mend of an unknown word: the nearest known one where there is one, and all of them. */
    public static String of(String given, String... known) {
        String best = "";
        int bestDistance = 3;
        for (String candidate : known) {
            int distance = distance(given, candidate);
            if (distance < bestDistance) {
                best = candidate;
                bestDistance = distance;
            }
        }
        String all = "known here: " + String.join(", ", known);
        return best.isEmpty() ? all : "did you mean \"" + best + "\"? " + all;
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
