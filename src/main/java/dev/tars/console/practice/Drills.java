package dev.tars.console.practice;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The drills that are on. Safe for use by several threads; subscribers are called on the thread that switches. */
public final class Drills {
    private final List<Consumer<Set<Drill>>> subscribers = new CopyOnWriteArrayList<>();
    private final Object switching = new Object();
    private volatile Set<Drill> active = Set.of();

    /** What is on now; a copy that does not change. */
    public Set<Drill> active() {
        return active;
    }

    public boolean isActive(Drill drill) {
        return active.contains(drill);
    }

    /** Breaks it; nothing happens if it is broken already. */
    public void start(Drill drill) {
        change(set -> set.add(drill));
    }

    /** Mends it; nothing happens if it is whole. */
    public void end(Drill drill) {
        change(set -> set.remove(drill));
    }

    public void endAll() {
        change(set -> set.clear());
    }

    /** Calls {@code receiver} after every change, until the answer is closed. */
    public AutoCloseable subscribe(Consumer<Set<Drill>> receiver) {
        subscribers.add(receiver);
        return () -> subscribers.remove(receiver);
    }

    private void change(Consumer<EnumSet<Drill>> change) {
        synchronized (switching) {
            EnumSet<Drill> next = EnumSet.noneOf(Drill.class);
            next.addAll(active);
            change.accept(next);
            if (next.equals(active)) {
                return;
            }
            active = Set.copyOf(next);
            Set<Drill> published = active;
            subscribers.forEach(subscriber -> subscriber.accept(published));
        }
    }
}
