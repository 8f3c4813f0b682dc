package dev.tars.console.ui.background;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The time on the FX thread, renewed every second: what ages are counted from. Kept by a thread and not by an animation:
 * a running animation makes the toolkit pulse 60 times a second.
 */
public final class SecondTick implements AutoCloseable {

    private final FxThread fx;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<Instant> now;
    private final AtomicBoolean posted = new AtomicBoolean();
    private final ScheduledExecutorService seconds;
    private volatile boolean closed;

    public SecondTick(FxThread fx, Clock clock) {
        this.fx = fx;
        this.clock = clock;
        now = new ReadOnlyObjectWrapper<>(clock.instant());
        seconds = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "second-tick");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Starts ticking. */
    public void open() {
        seconds.scheduleAtFixedRate(this::post, 1, 1, TimeUnit.SECONDS);
    }

    /** One event at a time: a window that stood still has no seconds to catch up with. */
    void post() {
        if (posted.compareAndSet(false, true)) {
            fx.later(this::tick);
        }
    }

    private void tick() {
        posted.set(false);
        if (!closed) {
            now.set(clock.instant());
        }
    }

    public ReadOnlyObjectProperty<Instant> nowProperty() {
        return now.getReadOnlyProperty();
    }

    @Override
    public void close() {
        closed = true;
        seconds.shutdownNow();
    }
}
