package dev.tars.console.migration;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A server that streams from this one.
 *
 * @param state {@code streaming}, {@code catchup} …
 * @param lagBytes WAL sent but not replayed there; empty where the server does not tell
 * @param lag replay lag in time; empty while nothing is written
 */
public record StandbyFacts(
        String application, String state, boolean isSynchronous, OptionalLong lagBytes, Optional<Duration> lag) {}
