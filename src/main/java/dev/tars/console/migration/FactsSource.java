package dev.tars.console.migration;

/** Port: reads what the preflight judges. */
@FunctionalInterface
public interface FactsSource {

    /**
     * The database as a migration finds it now.
     *
     * @throws DatabaseFault where not even the server, the tables and their indexes can be read; everything else that
     *     cannot be read is unknown
     */
    DatabaseFacts read(Migration migration) throws DatabaseFault, InterruptedException;
}
