package dev.tars.console.app;

import dev.tars.console.app.settings.Settings;
import dev.tars.console.app.settings.SettingsStore;
import dev.tars.console.slo.ReleaseMark;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When the release of each environment began, as a person said so; kept with the settings, so that a restart goes on
 * counting. Read by any thread, set on the FX thread.
 */
final class ReleaseMarks {

    private static final Logger LOG = LoggerFactory.getLogger(ReleaseMarks.class);
    private static final String KEY = "release.mark.";

    private final SettingsStore store;
    private volatile Settings newest;

    ReleaseMarks(SettingsStore store) {
        this.store = store;
        newest = store.get();
        store.settingsProperty().subscribe(settings -> newest = settings);
    }

    /** The mark of an environment; empty where no release has begun there. */
    Optional<ReleaseMark> of(String environment) {
        return Optional.ofNullable(newest.panels().get(KEY + environment)).flatMap(ReleaseMarks::read);
    }

    private static Optional<ReleaseMark> read(String kept) {
        String[] parts = kept.split(" ", 2);
        try {
            return Optional.of(new ReleaseMark(Instant.parse(parts[0]), parts.length > 1 ? parts[1] : ""));
        } catch (DateTimeException e) {
            LOG.warn("\"{}\" in the settings is not the start of a release; it is not heeded", kept, e);
            return Optional.empty();
        }
    }

    /** From now on the release is charged with what is spent in that environment. */
    void set(String environment, ReleaseMark mark) {
        store.change(s -> s.withPanel(KEY + environment, mark.at() + " " + mark.words()));
    }

    /** No release is charged any more. */
    void clear(String environment) {
        store.change(s -> s.withPanel(KEY + environment, ""));
    }
}
