package dev.tars.console.slo.view;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Which rows are shown: those of the chosen states that hold every word.
 *
 * @param text words, any case, any order
 * @param groups chosen states; none chosen means all
 */
record RowFilter(String text, Set<StateGroup> groups) {

    static final RowFilter NONE = new RowFilter("", Set.of());

    RowFilter {
        groups = Set.copyOf(groups);
    }

    boolean isNone() {
        return text.isBlank() && groups.isEmpty();
    }

    boolean shows(LiveRow row, String words) {
        if (!groups.isEmpty() && !groups.contains(row.group())) {
            return false;
        }
        String hay = words.toLowerCase(Locale.ROOT);
        for (String word : text.strip().toLowerCase(Locale.ROOT).split("\\s+")) {
            if (!hay.contains(word)) {
                return false;
            }
        }
        return true;
    }

    RowFilter with(String newText) {
        return new RowFilter(newText, groups);
    }

    RowFilter toggle(StateGroup group) {
        Set<StateGroup> chosen = EnumSet.noneOf(StateGroup.class);
        chosen.addAll(groups);
        if (!chosen.remove(group)) {
            chosen.add(group);
        }
        return new RowFilter(text, chosen);
    }
}
