package dev.tars.console.migration;

/** What a statement does, as far as running it safely depends on it. */
public enum StatementKind {
    /** {@code CREATE INDEX CONCURRENTLY}. */
    BUILD_CONCURRENTLY,
    /** {@code DROP INDEX CONCURRENTLY}. */
    DROP_CONCURRENTLY,
    /** {@code REINDEX … CONCURRENTLY}. */
    REINDEX_CONCURRENTLY,
    /** {@code CREATE INDEX} that locks writers out. */
    BUILD_LOCKING,
    /** {@code DROP INDEX} or {@code REINDEX} that locks readers and writers out. */
    OTHER_LOCKING,
    ANALYZE,
    COMMENT,
    /** {@code BEGIN}, {@code COMMIT} and their kin. */
    TRANSACTION,
    /** {@code SET} and {@code RESET}: they would change the settings a build is run with. */
    SETTING,
    OTHER;

    /** Whether it refuses to run inside a transaction and may wait for other sessions without standing in their way. */
    public boolean isConcurrent() {
        return this == BUILD_CONCURRENTLY || this == DROP_CONCURRENTLY || this == REINDEX_CONCURRENTLY;
    }
}
