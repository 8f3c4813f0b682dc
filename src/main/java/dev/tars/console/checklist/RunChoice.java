package dev.tars.console.checklist;

import java.util.List;
import java.util.Set;

/** Which items a run asks. A person's items are never among them. */
public final class RunChoice {

    private static final Set<ItemState> FAILED = Set.of(ItemState.MISSED, ItemState.UNKNOWN, ItemState.STALE);

    private RunChoice() {}

    /** Everything of a gate that a machine can judge and nobody has declared not applicable. */
    public static List<String> all(ChecklistBoard board, String gate) {
        return ids(board.of(gate));
    }

    /** What was missed, what nobody knows, and what is stale. */
    public static List<String> failed(ChecklistBoard board, String gate) {
        return ids(board.of(gate).stream()
                .filter(status -> FAILED.contains(status.state()))
                .toList());
    }

    /** One section of a gate. */
    public static List<String> section(ChecklistBoard board, String gate, String section) {
        return ids(board.of(gate).stream()
                .filter(status -> status.item().section().equals(section))
                .toList());
    }

    private static List<String> ids(List<ItemStatus> statuses) {
        return statuses.stream()
                .filter(ItemStatus::automatic)
                .filter(status -> status.state() != ItemState.NOT_APPLICABLE)
                .map(ItemStatus::id)
                .toList();
    }
}
