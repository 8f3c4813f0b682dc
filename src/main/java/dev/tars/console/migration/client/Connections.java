package dev.tars.console.migration.client;

import java.sql.Connection;
import java.sql.SQLException;

/** Opens connections to the database of an environment. */
@FunctionalInterface
public interface Connections {

    /** A new connection, which its caller closes. @param application what {@code pg_stat_activity} shows of it */
    Connection open(String application) throws SQLException;
}
