package dev.tars.console.app.environments;

import java.util.Locale;

/** The colour of an environment's edge and band; its role in the style sheets is {@code -tars-env-NAME}. */
public enum EnvironmentColour {
    /** The hatch; practice only. */
    PRACTICE,
    TEAL,
    INK,
    INDIGO,
    MAGENTA,
    BROWN;

    /** Where the file names none: production is ink, staging teal, any other indigo. */
    static EnvironmentColour byName(String environment) {
        if (environment.startsWith("prod")) {
            return INK;
        }
        return environment.startsWith("stag") ? TEAL : INDIGO;
    }

    /** The style class that puts it in force. */
    public String styleClass() {
        return "env-" + name().toLowerCase(Locale.ROOT);
    }
}
