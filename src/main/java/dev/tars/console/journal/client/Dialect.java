package dev.tars.console.journal.client;

import dev.tars.console.base.Problem;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** What differs between the databases a journal is kept in. */
interface Dialect {

    /** File or URL without user and password. */
    String place();

    /** A new connection with everything set that durability asks for. */
    Connection connect() throws SQLException;

    /** Brings tables and triggers about where they are not there; in one transaction, safe against others doing the same. */
    void create(Connection connection) throws SQLException;

    /** Begins the transaction of one append; no other writer's runs beside it from here or from {@link #lockHead} on. */
    void begin(Connection connection) throws SQLException;

    /** Makes the transaction durable. */
    void commit(Connection connection) throws SQLException;

    /** Ends the transaction as if it had not been. */
    void rollback(Connection connection) throws SQLException;

    /** Statement that gives sequence and hash of the head and keeps others from it until the transaction ends. */
    String lockHead();

    /** Tells other consoles, in the transaction of an append. */
    void announce(Connection connection) throws SQLException;

    /** Whether something was written since the last question on this connection. */
    boolean hasNews(Connection connection) throws SQLException;

    /** Whether a new connection may do better, so that it is worth waiting. */
    boolean isLost(SQLException failure);

    /** How long to try again where {@link #isLost}. */
    Duration patience();

    /** Whether there is an event of that id or place already. */
    boolean isDuplicate(SQLException failure);

    /** The failure as a person reads it. */
    Problem problem(SQLException failure);
}
