package dev.tars.console.app;

import dev.tars.console.app.environments.EnvironmentBook;
import dev.tars.console.app.settings.SettingsFile;
import dev.tars.console.ui.Texts;

/**
 * What is read from disk before there is a window: the settings, so that the first frame already has its look and
 * place, and the environments, so that it has its colour. Read before the toolkit starts, never on its thread.
 */
public record Beginning(Texts texts, SettingsFile file, SettingsFile.Loaded settings, EnvironmentBook environments) {

    /** Reads both; what is wrong with them is kept and told in the window. */
    public static Beginning read(Wiring wiring) {
        Texts texts = new Texts();
        SettingsFile file = wiring.settingsFile();
        return new Beginning(texts, file, file.load(), wiring.environments(texts));
    }
}
