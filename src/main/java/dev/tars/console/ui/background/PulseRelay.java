package dev.tars.console.ui.background;

import dev.tars.console.base.Background.Relay;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the newest value only. The first value after a delivery posts one event, which waits for the next pulse and
 * then takes whatever is newest: a flood costs one event and one delivery a pulse.
 */
final class PulseRelay<T> implements Relay<T> {

    private record Box<T>(T value) {}

    private final FxThread fx;
    private final Consumer<T> receiver;
    private final BooleanSupplier ownerClosed;
    private final AtomicReference<@Nullable Box<T>> newest = new AtomicReference<>();
    private volatile boolean closed;

    PulseRelay(FxThread fx, Consumer<T> receiver, BooleanSupplier ownerClosed) {
        this.fx = fx;
        this.receiver = receiver;
        this.ownerClosed = ownerClosed;
    }

    @Override
    public void send(T value) {
        if (isClosed()) {
            return;
        }
        if (newest.getAndSet(new Box<>(value)) == null) {
            fx.later(() -> fx.withNextPulse(this::deliver));
        }
    }

    private void deliver() {
        Box<T> box = newest.getAndSet(null);
        if (box != null && !isClosed()) {
            receiver.accept(box.value());
        }
    }

    private boolean isClosed() {
        return closed || ownerClosed.getAsBoolean();
    }

    @Override
    public void close() {
        closed = true;
        newest.set(null);
    }
}
