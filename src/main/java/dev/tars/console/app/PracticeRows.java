package dev.tars.console.app;

import dev.tars.console.app.settings.SettingsStore;
import java.util.List;
import java.util.Optional;

/** How many evaluations practice's database begins with, as a person chose. */
final class PracticeRows {

    static final List<Integer> ALL = List.of(10_000, 200_000, 1_000_000, 5_000_000);

    /** Where it is kept among the settings. */
    static final String PANEL = "practice.rows";

    private static final int USUAL = 200_000;

    private PracticeRows() {}

    /** What was chosen; the usual number where nothing was, or something that is not offered. */
    static int of(SettingsStore store) {
        Optional<String> kept = Optional.ofNullable(store.get().panels().get(PANEL));
        return ALL.stream()
                .filter(rows -> kept.equals(Optional.of(String.valueOf(rows))))
                .findFirst()
                .orElse(USUAL);
    }
}
