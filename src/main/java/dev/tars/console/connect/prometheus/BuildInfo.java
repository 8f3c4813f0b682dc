package dev.tars.console.connect.prometheus;

import java.util.Objects;

/** What the server says it is; empty texts where it does not say. */
public record BuildInfo(String version, String revision, String branch, String buildDate, String goVersion) {
    public BuildInfo {
        Objects.requireNonNull(version, "version");
    }
}
