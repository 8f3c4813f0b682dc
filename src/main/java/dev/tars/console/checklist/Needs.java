package dev.tars.console.checklist;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What items need of each other. */
final class Needs {

    private final Checklist list;

    Needs(Checklist list) {
        this.list = list;
    }

    /** A tick that rests on an item which does not pass proves nothing, and so on along the chain. */
    Map<String, ItemStatus> apply(Map<String, ItemStatus> alone) {
        Map<String, ItemStatus> all = new LinkedHashMap<>(alone);
        Deque<String> open = new ArrayDeque<>();
        alone.values().forEach(status -> {
            if (!status.passes()) {
                open.add(status.id());
            }
            status.item().settings().needs().stream()
                    .filter(need -> !alone.containsKey(need))
                    .forEach(open::add);
        });
        Set<String> done = new HashSet<>();
        while (!open.isEmpty()) {
            String failing = open.poll();
            if (!done.add(failing)) {
                continue;
            }
            for (String id : list.dependants(failing)) {
                ItemStatus status = all.get(id);
                if (status != null && (status.state() == ItemState.MET || status.state() == ItemState.SIGNED)) {
                    all.put(id, status.stale(Todo.WAIT_FOR_NEED, List.of(restsOn(failing, all))));
                    open.add(id);
                }
            }
        }
        return all;
    }

    private static String restsOn(String id, Map<String, ItemStatus> all) {
        ItemStatus status = all.get(id);
        return status == null
                ? "it needs " + id + ", which is not in the list"
                : "it needs \"" + status.item().title().plain() + "\" first";
    }

    /** How many items that do not pass wait for each one, directly or along a chain. */
    Map<String, Integer> waiting(Map<String, ItemStatus> all) {
        Map<String, Integer> counts = new HashMap<>();
        for (ItemStatus status : all.values()) {
            if (!status.passes() && !list.dependants(status.id()).isEmpty()) {
                counts.put(status.id(), behind(status.id(), all));
            }
        }
        return counts;
    }

    private int behind(String id, Map<String, ItemStatus> all) {
        Set<String> seen = new HashSet<>(Set.of(id));
        Deque<String> open = new ArrayDeque<>(List.of(id));
        while (!open.isEmpty()) {
            for (String next : new ArrayList<>(list.dependants(open.pop()))) {
                ItemStatus status = all.get(next);
                if (status != null && !status.passes() && seen.add(next)) {
                    open.push(next);
                }
            }
        }
        return seen.size() - 1;
    }
}
