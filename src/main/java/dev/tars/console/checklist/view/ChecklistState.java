package dev.tars.console.checklist.view;

import dev.tars.console.checklist.ChecklistBoard;
import dev.tars.console.checklist.GoNoGo;
import dev.tars.console.checklist.ItemStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Everything the page shows, as one picture.
 *
 * @param gate the one that is shown
 * @param rows after filtering, with a head before each section
 * @param unavailable why nothing can be said of an item now; empty where it can
 */
record ChecklistState(
        Gates gates,
        String gate,
        ChecklistChoice choice,
        List<ChecklistRow> rows,
        Optional<Saying> saying,
        String unavailable) {

    static ChecklistState of(Gates gates, ChecklistChoice choice, Optional<Saying> saying, String unavailable) {
        List<String> names = gates.snapshot().gates();
        String gate = names.contains(choice.gate()) ? choice.gate() : names.get(0);
        return new ChecklistState(gates, gate, choice, rows(gates, gate, choice), saying, unavailable);
    }

    private static List<ChecklistRow> rows(Gates gates, String gate, ChecklistChoice choice) {
        List<ChecklistRow> rows = new ArrayList<>();
        List<String> words = choice.words();
        for (ChecklistBoard.Part part : gates.parts(gate)) {
            String title = part.section().title().plain();
            int head = rows.size();
            for (ItemStatus status : part.statuses()) {
                if (choice.shows(status) && words.stream().allMatch(gates.text(status)::contains)) {
                    rows.add(new ChecklistRow.Entry(status, part.section().id()));
                }
            }
            if (rows.size() > head) {
                rows.add(
                        head,
                        new ChecklistRow.Head(
                                part.section().id(),
                                title,
                                (int) part.passing(),
                                part.statuses().size()));
            }
        }
        return rows;
    }

    /** Without a look at five thousand rows: they follow from the rest. */
    boolean isOf(Gates counted, ChecklistChoice chosen, Optional<Saying> said, String refused) {
        return gates == counted && choice.equals(chosen) && saying.equals(said) && unavailable.equals(refused);
    }

    GoNoGo verdict() {
        return gates.verdict(gate);
    }

    Optional<ItemStatus> selected() {
        return choice.selected().flatMap(id -> gates.snapshot().board().flatMap(board -> board.status(id)));
    }

    boolean isRunning() {
        return gates.snapshot().run().isPresent();
    }
}
