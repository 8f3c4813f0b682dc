package dev.tars.console.checklist;

import dev.tars.console.base.Evidence;
import dev.tars.console.runbook.Block;
import dev.tars.console.runbook.Check;
import dev.tars.console.runbook.Item;
import dev.tars.console.runbook.ProbeContext;
import dev.tars.console.runbook.Probing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** Asks by way of the runbook's probes; an item is done when the last of its blocks is. */
public final class ProbingAsker implements Asker {

    private final Probing probing;
    private final ProbeContext context;

    public ProbingAsker(Probing probing, ProbeContext context) {
        this.probing = probing;
        this.context = context;
    }

    @Override
    public Set<String> kinds() {
        return probing.kinds();
    }

    @Override
    public void ask(List<Item> items, BiConsumer<Item, List<Evidence>> whenDone) throws InterruptedException {
        List<Check> checks = new ArrayList<>();
        Map<String, Item> byId = new HashMap<>();
        for (Item item : items) {
            byId.put(item.id(), item);
            checks.addAll(Check.of(item));
        }
        Map<String, Map<Block, Evidence>> open = new HashMap<>();
        var unused = probing.run(checks, context, probed -> {
            Item item = byId.get(probed.check().id());
            if (item == null) {
                throw new IllegalStateException(
                        "nobody asked for " + probed.check().id());
            }
            // Two blocks of one item may be equal; they are still two.
            Map<Block, Evidence> answers = open.computeIfAbsent(item.id(), id -> new IdentityHashMap<>());
            answers.put(probed.check().block(), probed.evidence());
            if (answers.size() == item.blocks().size()) {
                open.remove(item.id());
                whenDone.accept(item, inOrder(item, answers));
            }
        });
    }

    private static List<Evidence> inOrder(Item item, Map<Block, Evidence> answers) {
        List<Evidence> evidence = new ArrayList<>();
        for (Block block : item.blocks()) {
            Evidence answer = answers.get(block);
            if (answer != null) {
                evidence.add(answer);
            }
        }
        return evidence;
    }
}
