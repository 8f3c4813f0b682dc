package dev.tars.console.migration;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a person wants done.
 *
 * @param isRollback whether the rollback's script is to run
 * @param repairs names of invalid indexes that the person lets us drop although the journal does not say that we began
 *     them; only names of this migration count
 */
public record MigrationOrder(Migration migration, boolean isRollback, Set<String> repairs) {
    public MigrationOrder {
        repairs = Set.copyOf(repairs);
    }

    public static MigrationOrder forward(Migration migration) {
        return new MigrationOrder(migration, false, Set.of());
    }

    public static MigrationOrder rollback(Migration migration) {
        return new MigrationOrder(migration, true, Set.of());
    }

    public Script script() {
        return isRollback ? migration.rollback() : migration.forward();
    }

    /** The build of this index; empty for a name that the migration does not own. */
    Optional<Statement> build(String object) {
        return migration.forward().statements().stream()
                .filter(statement -> statement.kind() == StatementKind.BUILD_CONCURRENTLY)
                .filter(statement -> statement.object().equals(object))
                .findFirst();
    }

    /** Whether a person has allowed to drop what is left of this index. */
    boolean repairs(String object) {
        return repairs.contains(object);
    }

    /** Statements that the console does not send, whatever else is right about the script. */
    List<Statement> refused() {
        return script().statements().stream()
                .filter(statement -> switch (statement.kind()) {
                    case BUILD_LOCKING, OTHER_LOCKING, TRANSACTION, SETTING -> true;
                    // What cannot be named cannot be found again.
                    case BUILD_CONCURRENTLY ->
                        statement.object().isEmpty() || statement.index().isEmpty();
                    case DROP_CONCURRENTLY, REINDEX_CONCURRENTLY ->
                        statement.object().isEmpty();
                    case ANALYZE, COMMENT, OTHER -> false;
                })
                .toList();
    }
}
