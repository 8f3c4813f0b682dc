package dev.tars.console.migration;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Future;

/**
 * Port: the database that a migration runs on. Questions are short and go over a line of their own, so that they are
 * answered while a statement runs.
 */
public interface MigrationDatabase {

    /** The line that statements are sent on. Its server process ends some time after it is closed, not at once. */
    interface Line extends AutoCloseable {

        Backend backend();

        /** Makes this line the only one that runs a migration on the database; true where it is. */
        boolean claim() throws DatabaseFault;

        /** Sets the time limits of the next statement, as its kind wants them. */
        void prepare(Limits limits) throws DatabaseFault;

        /**
         * Sends one statement, alone and unchanged, with autocommit on.
         *
         * @return done when the server has answered; fails with a {@link DatabaseFault}
         */
        Future<Boolean> send(String sql);

        @Override
        void close();
    }

    Line open() throws DatabaseFault, InterruptedException;

    /** Which database it is: the cluster's system identifier and the database's name. */
    String identity() throws DatabaseFault, InterruptedException;

    /** Who holds the claim of {@link Line#claim}. */
    Optional<Backend> claimant() throws DatabaseFault, InterruptedException;

    /** The index that a build would make or a drop would take, whatever state it is in. */
    Optional<IndexState> index(Statement statement) throws DatabaseFault, InterruptedException;

    /** By its oid, as long as it lives. */
    Optional<IndexState> index(long oid) throws DatabaseFault, InterruptedException;

    /** What the server makes of a definition; empty where it does not let the console ask. */
    Optional<IndexShape> shape(IndexDefinition definition) throws DatabaseFault, InterruptedException;

    /** Whether the table of a build is split into partitions. */
    boolean isPartitioned(IndexDefinition definition) throws DatabaseFault, InterruptedException;

    /** Empty where the process has ended. */
    Optional<BackendReading> reading(Backend backend) throws DatabaseFault, InterruptedException;

    /** Who builds, rebuilds or drops this index now. */
    Optional<Backend> worker(IndexState index) throws DatabaseFault, InterruptedException;

    /** When the statistics of the table of an ANALYZE were last taken by hand. */
    Optional<Instant> analyzed(Statement analyze) throws DatabaseFault, InterruptedException;

    LiveEffect effect(Backend ours) throws DatabaseFault, InterruptedException;

    /** Asks a process to give up its statement. @return false where there is no such process */
    boolean cancel(Backend backend) throws DatabaseFault, InterruptedException;

    /** Ends a process. @return false where there is no such process */
    boolean terminate(Backend backend) throws DatabaseFault, InterruptedException;

    /** A session by its pid; empty where there is none, or where it is one of the console's own. */
    Optional<SessionReading> session(int pid) throws DatabaseFault, InterruptedException;

    /**
     * Cancels what a session runs, or ends the session, where it is still the same at the same work.
     *
     * @return false where it is not; nothing was done then
     */
    boolean stop(SessionReading session, boolean isEnding) throws DatabaseFault, InterruptedException;
}
