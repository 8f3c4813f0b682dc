package dev.tars.console.migration;

import java.util.OptionalLong;

/**
 * A replication slot: while nobody reads from it, the WAL of a build stays on disk.
 *
 * @param retainedBytes WAL it keeps; empty where it keeps none yet
 */
public record SlotFacts(String name, boolean isActive, OptionalLong retainedBytes) {}
