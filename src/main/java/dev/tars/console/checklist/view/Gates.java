package dev.tars.console.checklist.view;

import dev.tars.console.checklist.ChecklistBoard;
import dev.tars.console.checklist.ChecklistSnapshot;
import dev.tars.console.checklist.GoNoGo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A snapshot with what is counted over all its items, made off the FX thread.
 *
 * @param verdicts by gate
 * @param parts by gate
 */
record Gates(ChecklistSnapshot snapshot, Map<String, GoNoGo> verdicts, Map<String, List<ChecklistBoard.Part>> parts) {

    static Gates of(ChecklistSnapshot snapshot) {
        Map<String, GoNoGo> verdicts = new HashMap<>();
        Map<String, List<ChecklistBoard.Part>> parts = new HashMap<>();
        for (String gate : snapshot.gates()) {
            verdicts.put(gate, snapshot.verdict(gate));
            snapshot.board().ifPresent(board -> parts.put(gate, board.parts(gate)));
        }
        return new Gates(snapshot, Map.copyOf(verdicts), Map.copyOf(parts));
    }

    List<ChecklistBoard.Part> parts(String gate) {
        return parts.getOrDefault(gate, List.of());
    }

    GoNoGo verdict(String gate) {
        GoNoGo known = verdicts.get(gate);
        return known == null ? snapshot.verdict(gate) : known;
    }
}
