package dev.tars.console.runbook;

import java.util.Optional;

/** What a tick may depend on, as it is now: a file of the release, the commit, the chart, the database. */
@FunctionalInterface
public interface Fingerprints {

    /** The hash or version of a name of {@code about=}; empty where it cannot be told. */
    Optional<String> of(String name) throws InterruptedException;
}
