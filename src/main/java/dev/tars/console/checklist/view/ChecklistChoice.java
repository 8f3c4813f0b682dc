package dev.tars.console.checklist.view;

import dev.tars.console.checklist.ItemStatus;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a person chose to see.
 *
 * @param gate empty text for the list's first
 * @param filter words that all have to be in a row
 * @param person whose items "mine" are
 * @param selected id of an item
 */
record ChecklistChoice(
        String gate, String filter, Show show, String person, Optional<String> selected, boolean whyNot) {

    /** Which items. */
    enum Show {
        ALL,
        OPEN,
        MINE
    }

    static final ChecklistChoice FIRST = new ChecklistChoice("", "", Show.ALL, "", Optional.empty(), false);

    ChecklistChoice gate(String name) {
        return new ChecklistChoice(name, filter, show, person, Optional.empty(), whyNot);
    }

    ChecklistChoice filter(String words) {
        return new ChecklistChoice(gate, words, show, person, selected, whyNot);
    }

    ChecklistChoice show(Show which, String who) {
        return new ChecklistChoice(gate, filter, which, who, selected, whyNot);
    }

    ChecklistChoice select(Optional<String> id) {
        return new ChecklistChoice(gate, filter, show, person, id, whyNot);
    }

    ChecklistChoice whyNot(boolean open) {
        return new ChecklistChoice(gate, filter, show, person, selected, open);
    }

    boolean isFiltered() {
        return !filter.isBlank() || show != Show.ALL;
    }

    /** The words of the filter, in lower case. */
    List<String> words() {
        return filter.isBlank()
                ? List.of()
                : List.of(filter.toLowerCase(Locale.ROOT).strip().split("\\s+", -1));
    }

    boolean shows(ItemStatus status) {
        return switch (show) {
            case ALL -> true;
            case OPEN -> !status.passes();
            case MINE -> status.item().settings().owner().equalsIgnoreCase(person);
        };
    }
}
