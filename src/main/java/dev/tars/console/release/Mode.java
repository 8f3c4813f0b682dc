package dev.tars.console.release;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Whether this session may change anything. Safe for any thread; who listens is told on the caller's. */
public final class Mode {

    private final boolean forced;
    private final List<Consumer<Boolean>> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean readOnly;

    /** @param forced read-only for the whole session, as the start said; it cannot be switched off */
    public Mode(boolean forced) {
        this.forced = forced;
        this.readOnly = forced;
    }

    public boolean isReadOnly() {
        return readOnly;
    }

    public boolean isForced() {
        return forced;
    }

    /** Turns it on or off; off does nothing where the start said read-only. */
    public void readOnly(boolean on) {
        readOnly = on || forced;
        listeners.forEach(l -> l.accept(readOnly));
    }

    /** @param listener told of every change until the session ends */
    public void onChange(Consumer<Boolean> listener) {
        listeners.add(listener);
    }
}
