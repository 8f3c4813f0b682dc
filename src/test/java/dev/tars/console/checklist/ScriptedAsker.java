package dev.tars.console.checklist;

import dev.tars.console.base.Evidence;
import dev.tars.console.base.Verdict;
import dev.tars.console.runbook.Item;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiConsumer;

/** Answers as told; an item told to wait is answered never, and ends with an interrupt. */
final class ScriptedAsker implements Asker {

    private final Clock clock;
    final Map<String, Verdict> verdicts = new ConcurrentHashMap<>();
    final Set<String> waiting = ConcurrentHashMap.newKeySet();
    final List<String> asked = java.util.Collections.synchronizedList(new ArrayList<>());
    volatile CountDownLatch reached = new CountDownLatch(1);

    ScriptedAsker(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Set<String> kinds() {
        return Set.of("promql");
    }

    @Override
    public void ask(List<Item> items, BiConsumer<Item, List<Evidence>> whenDone) throws InterruptedException {
        for (Item item : items) {
            asked.add(item.id());
            if (waiting.contains(item.id())) {
                reached.countDown();
                new CountDownLatch(1).await();
            }
            Verdict verdict = verdicts.getOrDefault(item.id(), Ledger.MET);
            Evidence evidence = new Evidence(
                    item.id(), "scripted", clock.instant(), Duration.ofMillis(1), "1", "all < 2", verdict, Map.of());
            whenDone.accept(item, item.blocks().stream().map(block -> evidence).toList());
        }
    }
}
