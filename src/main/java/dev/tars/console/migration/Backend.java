package dev.tars.console.migration;

import java.time.Instant;

/**
 * A server process. The system uses a pid again; together with its start it is never another one.
 *
 * @param startedAt {@code backend_start}, in microseconds
 */
public record Backend(int pid, Instant startedAt) {}
