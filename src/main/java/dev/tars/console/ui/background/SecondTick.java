package dev.tars.console.ui.background;

import java.time.Clock;
import java.time.Instant;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Duration;

/** The time on the FX thread, renewed every second: what ages are counted from. */
public final class SecondTick implements AutoCloseable {

    private final ReadOnlyObjectWrapper<Instant> now;
    private final Timeline timeline;

    public SecondTick(Clock clock) {
        now = new ReadOnlyObjectWrapper<>(clock.instant());
        timeline = new Timeline(new KeyFrame(Duration.seconds(1), e -> now.set(clock.instant())));
        timeline.setCycleCount(Animation.INDEFINITE);
    }

    /** Starts ticking; on the FX thread. */
    public void open() {
        timeline.play();
    }

    public ReadOnlyObjectProperty<Instant> nowProperty() {
        return now.getReadOnlyProperty();
    }

    @Override
    public void close() {
        timeline.stop();
    }
}
