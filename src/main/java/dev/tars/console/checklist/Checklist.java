package dev.tars.console.checklist;

import dev.tars.console.runbook.Item;
import dev.tars.console.runbook.Runbook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A runbook as a checklist: what depends on what, and what a machine can judge here. Made once a file. */
public final class Checklist {

    private final Runbook runbook;
    private final Set<String> kinds;
    private final List<Item> items;
    private final Map<String, Item> byId = new LinkedHashMap<>();
    private final Map<String, String> hashes = new HashMap<>();
    private final Map<String, List<String>> dependants = new HashMap<>();
    private final List<String> gates;

    /** @param kinds the kinds of probes there are; an item with a block of another kind is a person's */
    public Checklist(Runbook runbook, Set<String> kinds) {
        this.runbook = runbook;
        this.kinds = Set.copyOf(kinds);
        this.items = runbook.items();
        Set<String> named = new LinkedHashSet<>();
        for (Item item : items) {
            byId.put(item.id(), item);
            hashes.put(item.id(), Hash.sha256(item.source()));
            item.settings()
                    .needs()
                    .forEach(need -> dependants
                            .computeIfAbsent(need, n -> new ArrayList<>())
                            .add(item.id()));
            if (!item.settings().gate().isEmpty()) {
                named.add(item.settings().gate());
            }
        }
        this.gates = named.isEmpty() ? List.of("") : List.copyOf(named);
    }

    public Runbook runbook() {
        return runbook;
    }

    /** All of them, in the order of the file. */
    public List<Item> items() {
        return items;
    }

    public Optional<Item> item(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The names of the gates in the order of the file; one without a name where the file names none. */
    public List<String> gates() {
        return gates;
    }

    /** The items of a gate; one that names no gate belongs to each. */
    public List<Item> itemsOf(String gate) {
        return items.stream().filter(item -> isOf(item, gate)).toList();
    }

    static boolean isOf(Item item, String gate) {
        return item.settings().gate().isEmpty() || item.settings().gate().equals(gate);
    }

    /** Whether a machine judges it here: it has blocks, and there is a probe for each. */
    public boolean isAutomatic(Item item) {
        return !item.blocks().isEmpty() && item.blocks().stream().allMatch(block -> kinds.contains(block.kind()));
    }

    /** Whether it has to hold for a time. */
    public boolean isWatch(Item item) {
        return isAutomatic(item) && item.settings().watch().isPresent();
    }

    /** SHA-256 of an item's own lines. */
    String hash(Item item) {
        return hashes.getOrDefault(item.id(), "");
    }

    /** Who needs an item directly. */
    List<String> dependants(String id) {
        return dependants.getOrDefault(id, List.of());
    }
}
