package dev.tars.console.app.settings;

/** Light, dark, or what the desktop says. */
public enum Appearance {
    SYSTEM,
    LIGHT,
    DARK
}
