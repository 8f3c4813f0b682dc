package dev.tars.console.runbook;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parts the lines under a title into note, why and what to do. */
final class WordsReader {
    private static final Pattern LABEL =
            Pattern.compile("[*_]{0,2}(?<label>Why|When it fails)[*_]{0,2}:[*_]{0,2}\\s*(?<rest>.*)");

    private WordsReader() {}

    /** @param lines without the indentation of the list */
    static Words read(List<String> lines) {
        StringBuilder note = new StringBuilder();
        StringBuilder why = new StringBuilder();
        StringBuilder whenItFails = new StringBuilder();
        StringBuilder part = note;
        for (String line : lines) {
            Matcher label = LABEL.matcher(line.strip());
            if (label.matches()) {
                part = label.group("label").equals("Why") ? why : whenItFails;
                part.append(part.isEmpty() ? "" : "\n").append(label.group("rest"));
            } else if (line.isBlank()) {
                part = note;
                if (!note.isEmpty() && !note.toString().endsWith("\n\n")) {
                    note.append(note.toString().endsWith("\n") ? "\n" : "\n\n");
                }
            } else {
                part.append(part.isEmpty() || part.toString().endsWith("\n") ? "" : "\n")
                        .append(line.stripTrailing());
            }
        }
        return new Words(
                note.toString().strip(),
                why.toString().strip(),
                whenItFails.toString().strip());
    }
}
