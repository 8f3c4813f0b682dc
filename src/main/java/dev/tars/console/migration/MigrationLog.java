package dev.tars.console.migration;

import dev.tars.console.journal.Draft;
import dev.tars.console.journal.Journal;
import dev.tars.console.journal.JournalUnavailable;
import dev.tars.console.journal.Payload;
import java.util.Optional;

/** Writes what a run does into the journal; each call returns when it is durable. {@link MigrationHistory} reads it. */
final class MigrationLog {

    static final String BEGUN = "migration.begun";
    static final String SENT = "migration.statement.sent";
    static final String SEEN = "migration.index.seen";
    static final String ENDED = "migration.statement.ended";
    static final String CANCEL = "migration.cancel.asked";
    static final String RUN_ENDED = "migration.ended";

    private final Journal journal;
    private final String actor;
    private final String environment;
    private final String run;

    MigrationLog(Journal journal, String actor, String environment, String run) {
        this.journal = journal;
        this.actor = actor;
        this.environment = environment;
        this.run = run;
    }

    /** @param database which one, as {@link MigrationDatabase#identity} says */
    void begun(MigrationOrder order, String plan, String database) throws JournalUnavailable {
        append(
                BEGUN,
                Payload.builder()
                        .put("migration", order.migration().name())
                        .put("rollback", order.isRollback())
                        .put("file", order.script().file())
                        .put("sha256", order.script().sha256())
                        .put("plan", plan)
                        .put("database", database));
    }

    /** The intent: nothing is sent before this returns. @param isCleanup a drop of our own invalid index */
    void sent(Statement statement, String sql, Backend backend, boolean isCleanup) throws JournalUnavailable {
        append(
                SENT,
                Payload.builder()
                        .put("number", statement.number())
                        .put("kind", statement.kind().name())
                        .put("object", statement.object())
                        .put("sql", sql)
                        .put("pid", backend.pid())
                        .put("backend", backend.startedAt().toString())
                        .put("cleanup", isCleanup));
    }

    /** An index of ours has shown itself: from now on it is known by its oid. */
    void seen(Statement statement, long oid) throws JournalUnavailable {
        append(SEEN, Payload.builder().put("number", statement.number()).put("oid", oid));
    }

    /** @param oid of the index that is left or made; 0 where there is none */
    void ended(Statement statement, StatementState state, String words, Optional<DatabaseFault> fault, long oid)
            throws JournalUnavailable {
        append(
                ENDED,
                Payload.builder()
                        .put("number", statement.number())
                        .put("object", statement.object())
                        .put("state", state.name())
                        .put("words", words)
                        .put("sqlstate", fault.map(DatabaseFault::sqlState))
                        .put("server", fault.map(each -> each.problem().details()))
                        .put("oid", oid));
    }

    void cancelAsked() throws JournalUnavailable {
        append(CANCEL, Payload.builder());
    }

    void runEnded(MigrationRun.State state, String words) throws JournalUnavailable {
        append(RUN_ENDED, Payload.builder().put("state", state.name()).put("words", words));
    }

    /** Everything up to now, the events of this run among them. */
    MigrationHistory history() throws JournalUnavailable {
        return MigrationHistory.of(journal, environment);
    }

    private void append(String kind, Payload.Builder payload) throws JournalUnavailable {
        journal.append(Draft.of(actor, environment, kind, payload.run(run).build()));
    }
}
