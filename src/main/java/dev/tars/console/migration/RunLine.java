package dev.tars.console.migration;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The one line of a run: opened and claimed when a statement needs it, anew after it was lost. */
final class RunLine implements AutoCloseable {

    private static final Duration AGAIN = Duration.ofMillis(250);

    /** Follows a server process of an earlier line until it works no more. */
    @FunctionalInterface
    interface Following {
        Ending until(Backend backend) throws InterruptedException;
    }

    /** Another session runs a migration on the database. */
    static final class Taken extends Exception {
        private static final long serialVersionUID = 1L;

        Taken(String message) {
            super(message);
        }
    }

    private final MigrationDatabase database;
    private final String identity;
    private final MigrationHistory history;
    private MigrationDatabase.@Nullable Line open;
    private @Nullable Backend own;

    RunLine(MigrationDatabase database, String identity, MigrationHistory history) {
        this.database = database;
        this.identity = identity;
        this.history = history;
    }

    /** @param following for a process of ours that an earlier console, or a lost line, has left at work */
    MigrationDatabase.Line get(Following following) throws DatabaseFault, Taken, InterruptedException {
        MigrationDatabase.Line there = open;
        if (there != null) {
            return there;
        }
        MigrationDatabase.Line line = database.open();
        try {
            while (!line.claim()) {
                Optional<Backend> holder = database.claimant();
                if (holder.isPresent() && !isOurs(holder.get())) {
                    throw new Taken("Another session runs a migration on this database: process "
                            + holder.get().pid() + ", since " + holder.get().startedAt() + ".");
                }
                if (holder.isPresent() && following.until(holder.get()).kind() == Ending.Kind.LOST) {
                    throw new Taken("An earlier statement of ours may still run, and the database does not answer.");
                }
                new CancelSwitch().pause(AGAIN);
            }
        } catch (DatabaseFault | Taken | InterruptedException e) {
            line.close();
            throw e;
        }
        open = line;
        own = line.backend();
        return line;
    }

    private boolean isOurs(Backend backend) {
        return backend.equals(own) || history.knows(identity, backend);
    }

    /** The line was lost; its server process may work on. */
    void drop() {
        MigrationDatabase.Line there = open;
        open = null;
        if (there != null) {
            there.close();
        }
    }

    @Override
    public void close() {
        drop();
    }
}
