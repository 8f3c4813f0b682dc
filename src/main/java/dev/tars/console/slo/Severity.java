package dev.tars.console.slo;

import java.util.Locale;

/** How much a violation matters; later is worse. */
public enum Severity {
    INFO,
    WARNING,
    ERROR,
    CRITICAL;

    /** The word of the file and of the screen. */
    public String words() {
        return name().toLowerCase(Locale.ROOT);
    }
}
