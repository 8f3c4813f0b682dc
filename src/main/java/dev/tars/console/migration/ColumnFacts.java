package dev.tars.console.migration;

/**
 * A column.
 *
 * @param type as {@code format_type} writes it: {@code timestamp with time zone}
 */
public record ColumnFacts(String name, String type) {}
