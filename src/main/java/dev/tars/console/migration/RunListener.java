package dev.tars.console.migration;

/** Is told how a run goes, on the thread of the run: it must return at once. */
public interface RunListener {

    /** The newest picture of the run; several a second. */
    void run(MigrationRun run);

    /** How the database fares, about once a second while a statement runs. */
    void effect(LiveEffect effect);
}
