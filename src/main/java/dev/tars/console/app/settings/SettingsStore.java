package dev.tars.console.app.settings;

import dev.tars.console.base.Background;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The settings in force. A change is in force at once and written within the next second, once for many changes; a
 * write that fails is tried again every half minute.
 */
public final class SettingsStore implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SettingsStore.class);

    private static final Duration RETRY = Duration.ofSeconds(30);

    private final SettingsFile file;
    private final Background background;
    private final ReadOnlyObjectWrapper<Settings> settings;
    private Settings written;
    private Instant notBefore = Instant.MIN;

    /** @param second renewed every second on the FX thread: when changes are written */
    public SettingsStore(SettingsFile file, Settings initial, Background background, ObservableValue<Instant> second) {
        this.file = file;
        this.background = background;
        this.settings = new ReadOnlyObjectWrapper<>(initial);
        this.written = initial;
        second.addListener((observable, before, now) -> writeChanges(now));
    }

    public ReadOnlyObjectProperty<Settings> settingsProperty() {
        return settings.getReadOnlyProperty();
    }

    public Settings get() {
        return settings.get();
    }

    public void change(UnaryOperator<Settings> change) {
        settings.set(change.apply(settings.get()));
    }

    private void writeChanges(Instant second) {
        Settings now = settings.get();
        if (now.equals(written) || second.isBefore(notBefore)) {
            return;
        }
        Settings before = written;
        written = now;
        background.run(
                "Writing the settings",
                progress -> {
                    file.save(now);
                    return now;
                },
                done -> {},
                problem -> {
                    LOG.warn("{} {}", problem.what(), problem.details());
                    written = before;
                    notBefore = second.plus(RETRY);
                });
    }

    /** Writes what is not written yet. */
    @Override
    public void close() {
        Settings now = settings.get();
        if (now.equals(written)) {
            return;
        }
        written = now;
        try {
            file.save(now);
        } catch (IOException e) {
            LOG.warn("settings are not written", e);
        }
    }
}
