package dev.tars.console.checklist;

import dev.tars.console.base.Evidence;
import dev.tars.console.runbook.Item;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/** Port: asks what a machine can judge. */
public interface Asker {

    /** The kinds of blocks it can ask. */
    Set<String> kinds();

    /**
     * Asks all blocks of all items, a few at a time.
     *
     * @param whenDone told of each item as its last block is answered, on the caller's thread
     * @throws InterruptedException when interrupted; those told of by then stand, the others were not asked to the end
     */
    void ask(List<Item> items, BiConsumer<Item, List<Evidence>> whenDone) throws InterruptedException;
}
