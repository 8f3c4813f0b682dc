package dev.tars.console.migration.view;

import dev.tars.console.migration.Blocker;

/** Port: what changes the database, by way of the guard. All on the FX thread. */
public interface MigrationActs {

    /** What can be asked for. */
    enum Act {
        RUN,
        CANCEL,
        REPAIR,
        ROLL_BACK,
        BENCHMARK
    }

    /** Why nothing can be changed now; empty text where it can. */
    String unavailable();

    /** Brings it before the guard. */
    void ask(Act act);

    /** Brings it before the guard: end the query of a session, or the session. */
    void ask(Blocker blocker, boolean terminate);
}
