package dev.tars.console.migration;

import dev.tars.console.journal.Subscription;
import java.util.function.Consumer;

/** The migration of one environment as a screen sees it. Nothing here waits: what was asked for shows on the board. */
public interface MigrationDesk {

    /** The newest board. */
    MigrationBoard board();

    /** Every new board, on a thread of the desk, the current one at once. Close to end it. */
    Subscription subscribe(Consumer<MigrationBoard> receiver);

    /** Reads the files, the journal and the catalogue again; only looks. */
    void refresh();

    /** Looks whether the database is ready; only looks. */
    void preflight();

    /** Ends the benchmark that is under way; what it measured before is kept. */
    void stopBenchmark();
}
