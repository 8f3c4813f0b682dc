package dev.tars.console.checklist;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Whether a gate is open. Go only where the gate has items, each is met, signed, waived in time or not applicable, and
 * everything the journal says of the list could be read.
 *
 * @param whyNot what stands between here and go, what unblocks most first; empty exactly where the items say go
 * @param trouble why nothing can be said at all; empty text where there is none
 */
public record GoNoGo(
        String gate, boolean isGo, int items, Map<ItemState, Integer> counts, List<WhyNot> whyNot, String trouble) {

    /** What people must see first: a miss, then what nobody knows, then what needs a hand. */
    private static final List<ItemState> RANK = List.of(
            ItemState.MISSED,
            ItemState.UNKNOWN,
            ItemState.STALE,
            ItemState.TO_SIGN,
            ItemState.NOT_RUN,
            ItemState.WATCHING,
            ItemState.RUNNING);

    public GoNoGo {
        Objects.requireNonNull(gate, "gate");
        counts = counts.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(counts));
        whyNot = List.copyOf(whyNot);
        Objects.requireNonNull(trouble, "trouble");
        if (isGo && (items == 0 || !whyNot.isEmpty() || !trouble.isEmpty())) {
            throw new IllegalArgumentException("go with " + items + " items, " + whyNot.size() + " open; " + trouble);
        }
    }

    /** No list, no go. @param why one sentence */
    public static GoNoGo unknown(String gate, String why) {
        return new GoNoGo(gate, false, 0, Map.of(), List.of(), why);
    }

    public static GoNoGo of(ChecklistBoard board, String gate) {
        List<ItemStatus> statuses = board.of(gate);
        List<WhyNot> open = statuses.stream()
                .filter(status -> !status.passes())
                .map(status -> new WhyNot(
                        status,
                        board.waiting().getOrDefault(status.id(), 0),
                        status.item().settings().owner()))
                .sorted(Comparator.comparing(WhyNot::waiting, Comparator.reverseOrder())
                        .thenComparing(why -> RANK.indexOf(why.status().state())))
                .toList();
        String trouble = trouble(board, statuses);
        boolean isGo = trouble.isEmpty() && open.isEmpty();
        return new GoNoGo(gate, isGo, statuses.size(), board.counts(gate), open, trouble);
    }

    private static String trouble(ChecklistBoard board, List<ItemStatus> statuses) {
        int unreadable = board.book().unreadable().size();
        if (unreadable > 0) {
            Recorded first = board.book().unreadable().get(0);
            return unreadable + " journal entries of this list cannot be read, the first is event "
                    + first.stamp().sequence() + ".";
        }
        return statuses.isEmpty() ? "The gate has no items." : "";
    }

    /** How many items stand between here and go. */
    public int open() {
        return whyNot.size();
    }
}
