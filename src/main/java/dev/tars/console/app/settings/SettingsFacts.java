package dev.tars.console.app.settings;

import dev.tars.console.app.environments.EnvironmentBook;
import dev.tars.console.app.shell.ReleaseInForce;

/** What the settings page shows beside what a person sets. @param active name of the open environment */
public record SettingsFacts(EnvironmentBook book, String active, ReleaseInForce release) {}
