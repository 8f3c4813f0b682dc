package dev.tars.console.migration.client;

import java.sql.Connection;
import java.sql.SQLException;

/** A database of the tests' one server, for the tests of other packages. */
public final class PracticeDatabase {

    private final TestServer.Database database;

    private PracticeDatabase(TestServer.Database database) {
        this.database = database;
    }

    /** A new one with so many evaluations. */
    public static PracticeDatabase withRows(int rows) throws Exception {
        return new PracticeDatabase(TestServer.database(rows));
    }

    public String url() {
        return database.url();
    }

    /** As somebody who is not the console. */
    public Connection connect() throws SQLException {
        return database.connect();
    }

    public void execute(String sql) throws SQLException {
        database.execute(sql);
    }

    /** Name and validity of every index that is no key: {@code a=t, b=f}. */
    public String indexes() throws SQLException {
        return database.indexes();
    }
}
