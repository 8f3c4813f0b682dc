package dev.tars.console.migration;

import java.time.Duration;

/**
 * The time limits a statement is run with.
 *
 * @param lock how long it may wait for a lock; zero for as long as it takes
 * @param statement how long it may run; zero for as long as it takes
 */
public record Limits(Duration lock, Duration statement) {

    private static final Limits UNLIMITED = new Limits(Duration.ZERO, Duration.ZERO);
    private static final Limits SHORT = new Limits(Duration.ofSeconds(2), Duration.ofMinutes(1));
    private static final Limits STATISTICS = new Limits(Duration.ofSeconds(2), Duration.ofMinutes(30));

    /**
     * A lock that waits keeps everybody behind it waiting, too; so it waits shortly. A concurrent build's lock stands in
     * nobody's way, and a time limit would kill it and leave an invalid index behind.
     */
    public static Limits of(StatementKind kind) {
        return switch (kind) {
            case BUILD_CONCURRENTLY, DROP_CONCURRENTLY, REINDEX_CONCURRENTLY -> UNLIMITED;
            case ANALYZE -> STATISTICS;
            case BUILD_LOCKING, OTHER_LOCKING, COMMENT, TRANSACTION, SETTING, OTHER -> SHORT;
        };
    }
}
