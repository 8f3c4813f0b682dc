package dev.tars.console.checklist.view;

import dev.tars.console.checklist.ChecklistBoard;
import dev.tars.console.checklist.ChecklistSnapshot;
import dev.tars.console.checklist.GoNoGo;
import dev.tars.console.checklist.ItemStatus;
import dev.tars.console.runbook.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A snapshot with what is counted over all its items, made off the FX thread.
 *
 * @param verdicts by gate
 * @param parts by gate
 * @param texts what a filter looks at, in lower case, by id of the item
 */
record Gates(
        ChecklistSnapshot snapshot,
        Map<String, GoNoGo> verdicts,
        Map<String, List<ChecklistBoard.Part>> parts,
        Map<String, String> texts) {

    static Gates of(ChecklistSnapshot snapshot) {
        Map<String, GoNoGo> verdicts = new HashMap<>();
        Map<String, List<ChecklistBoard.Part>> parts = new HashMap<>();
        for (String gate : snapshot.gates()) {
            verdicts.put(gate, snapshot.verdict(gate));
            snapshot.board().ifPresent(board -> parts.put(gate, board.parts(gate)));
        }
        Map<String, String> texts = new HashMap<>();
        parts.values().stream()
                .flatMap(List::stream)
                .forEach(part -> part.statuses()
                        .forEach(status -> texts.computeIfAbsent(status.id(), id -> text(part, status))));
        return new Gates(snapshot, Map.copyOf(verdicts), Map.copyOf(parts), Map.copyOf(texts));
    }

    private static String text(ChecklistBoard.Part part, ItemStatus status) {
        Settings settings = status.item().settings();
        return String.join(
                        " ",
                        status.id(),
                        status.item().title().plain(),
                        part.section().title().plain(),
                        status.line(),
                        settings.owner(),
                        String.join(" ", settings.labels()),
                        status.state().toString())
                .toLowerCase(Locale.ROOT);
    }

    String text(ItemStatus status) {
        return texts.getOrDefault(status.id(), "");
    }

    List<ChecklistBoard.Part> parts(String gate) {
        return parts.getOrDefault(gate, List.of());
    }

    GoNoGo verdict(String gate) {
        GoNoGo known = verdicts.get(gate);
        return known == null ? snapshot.verdict(gate) : known;
    }
}
