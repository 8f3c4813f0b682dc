package dev.tars.console.migration.view;

import dev.tars.console.migration.MigrationBoard;
import java.time.Instant;

/**
 * Everything the page shows, at one moment.
 *
 * @param now what ages are counted to
 * @param statement number of the chosen statement; 0 while the page follows the one that runs
 * @param query id of the chosen query; empty for the first
 */
record MigrationState(MigrationBoard board, Instant now, int statement, String query) {

    MigrationState with(MigrationBoard next) {
        return new MigrationState(next, now, statement, query);
    }

    MigrationState at(Instant time) {
        return new MigrationState(board, time, statement, query);
    }

    MigrationState choose(int number) {
        return new MigrationState(board, now, number, query);
    }

    MigrationState choose(String id) {
        return new MigrationState(board, now, statement, id);
    }
}
