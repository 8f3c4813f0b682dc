package dev.tars.console.checklist;

import dev.tars.console.journal.Subscription;
import java.util.Collection;
import java.util.function.Consumer;

/** Port of the screens: the list as it stands, and what a machine may be told to do. No method blocks. */
public interface ChecklistFeed {

    /** Gives the newest snapshot at once and each later one, on any thread. */
    Subscription subscribe(Consumer<ChecklistSnapshot> receiver);

    ChecklistSnapshot newest();

    /** Asks these items: those a machine can judge; a watch among them begins. Nothing happens while a run goes on. */
    void run(Collection<String> items);

    /** Ends the run; items it has not asked are what they were. */
    void cancel();

    /** Reads the file and what ticks depend on again. */
    void readAgain();
}
