package dev.tars.console.ui.background;

import java.util.ArrayDeque;
import java.util.Queue;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/** The FX thread as a place to send events to; the only code that names {@code Platform.runLater}. */
public interface FxThread {

    /** Runs {@code event} as a new event of the FX thread, never inline. */
    void later(Runnable event);

    /** Runs {@code event} with the next pulse. Call it on the FX thread. */
    void withNextPulse(Runnable event);

    /** The real one; made once, on any thread, after the toolkit has started. */
    static FxThread real() {
        return new FxThread() {
            private final Queue<Runnable> waiting = new ArrayDeque<>();
            private final AnimationTimer pulse = new AnimationTimer() {
                @Override
                public void handle(long now) {
                    for (int n = waiting.size(); n > 0; n--) {
                        waiting.remove().run();
                    }
                    if (waiting.isEmpty()) {
                        stop();
                    }
                }
            };

            @Override
            public void later(Runnable event) {
                Platform.runLater(event);
            }

            @Override
            public void withNextPulse(Runnable event) {
                if (waiting.isEmpty()) {
                    pulse.start();
                }
                waiting.add(event);
            }
        };
    }
}
