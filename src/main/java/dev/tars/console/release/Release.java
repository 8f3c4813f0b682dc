package dev.tars.console.release;

import java.util.Objects;

/**
 * What is released over what.
 *
 * @param version the release the files describe, with its v: "v1.0.1"; empty where no file says
 * @param from the release it replaces: "v1.0.0"; may be empty
 */
public record Release(String version, String from) {
    public static final Release UNNAMED = new Release("", "");

    public Release {
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(from, "from");
    }

    /** "v1.0.0 → v1.0.1"; empty where the files name no release. */
    public String words() {
        return from.isEmpty() ? version : from + " → " + version;
    }
}
