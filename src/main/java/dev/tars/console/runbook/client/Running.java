package dev.tars.console.runbook.client;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A statement on its way, that can be broken off from another thread. */
final class Running {
    private static final Logger LOG = LoggerFactory.getLogger(Running.class);

    private @Nullable Connection connection;
    private @Nullable Statement statement;
    private boolean broken;

    synchronized void begin(Connection opened) throws SQLException {
        connection = opened;
        refuseBroken();
    }

    synchronized void begin(Statement prepared) throws SQLException {
        statement = prepared;
        refuseBroken();
    }

    private void refuseBroken() throws SQLException {
        if (broken) {
            throw new SQLException("broken off");
        }
    }

    /** The server is told first: it does not notice a closed socket before it has an answer to send. */
    synchronized void breakOff() {
        broken = true;
        try {
            if (statement != null) {
                statement.cancel();
            }
            if (connection != null) {
                connection.abort(Runnable::run);
            }
        } catch (SQLException e) {
            LOG.warn("a statement does not break off", e);
        }
    }
}
