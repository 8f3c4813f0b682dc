package dev.tars.console.journal.client;

import java.util.List;

/** The tables, the same in every database. The triggers keep honest hands from a mistake; the hashes find the others. */
final class Schema {

    static final String HEAD = "SELECT seq, hash FROM journal_head WHERE one = 1";
    static final String COLUMNS = "seq, id, at, actor, environment, kind, payload, prev, hash";
    static final String INSERT = "INSERT INTO journal_event (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    static final String INSERT_NOTHING =
            "INSERT INTO journal_event (" + COLUMNS + ") SELECT " + COLUMNS + " FROM journal_event WHERE seq < 0";
    static final String MOVE_HEAD = "UPDATE journal_head SET seq = ?, hash = ? WHERE one = 1 AND seq = ? AND hash = ?";
    static final String READ = "SELECT " + COLUMNS + " FROM journal_event WHERE seq >= ? ORDER BY seq LIMIT ?";
    static final String FIND = "SELECT " + COLUMNS + " FROM journal_event WHERE id = ?";

    static final List<String> SQLITE_TRIGGERS = List.of("""
            CREATE TRIGGER IF NOT EXISTS journal_event_no_update BEFORE UPDATE ON journal_event
            BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END""", """
            CREATE TRIGGER IF NOT EXISTS journal_event_no_delete BEFORE DELETE ON journal_event
            BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END""", """
            CREATE TRIGGER IF NOT EXISTS journal_head_forward BEFORE UPDATE ON journal_head
            WHEN NEW.seq <> OLD.seq + 1 OR NEW.one <> 1
            BEGIN SELECT RAISE(ABORT, 'the head of the journal moves forward by one'); END""", """
            CREATE TRIGGER IF NOT EXISTS journal_head_no_delete BEFORE DELETE ON journal_head
            BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END""");

    static final List<String> POSTGRES_TRIGGERS = List.of("""
            CREATE FUNCTION journal_is_append_only() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN RAISE EXCEPTION 'the journal is append-only'; END $$""", """
            CREATE FUNCTION journal_head_moves_forward() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN
              IF NEW.seq <> OLD.seq + 1 OR NEW.one <> 1 THEN
                RAISE EXCEPTION 'the head of the journal moves forward by one';
              END IF;
              RETURN NEW;
            END $$""", """
            CREATE TRIGGER journal_event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON journal_event
            FOR EACH STATEMENT EXECUTE FUNCTION journal_is_append_only()""", """
            CREATE TRIGGER journal_head_no_delete BEFORE DELETE OR TRUNCATE ON journal_head
            FOR EACH STATEMENT EXECUTE FUNCTION journal_is_append_only()""", """
            CREATE TRIGGER journal_head_forward BEFORE UPDATE ON journal_head
            FOR EACH ROW EXECUTE FUNCTION journal_head_moves_forward()""");

    private Schema() {}

    /** @param key type of the sequence; @param end what the database wants behind a table */
    static List<String> tables(String key, String end) {
        String number = key.startsWith("INTEGER") ? "INTEGER" : "BIGINT";
        return List.of(
                """
                CREATE TABLE IF NOT EXISTS journal_event (
                  seq %s,
                  id TEXT NOT NULL UNIQUE,
                  at %s NOT NULL, -- microseconds since 1970-01-01T00:00Z
                  actor TEXT NOT NULL,
                  environment TEXT NOT NULL,
                  kind TEXT NOT NULL,
                  payload TEXT NOT NULL,
                  prev TEXT NOT NULL,
                  hash TEXT NOT NULL
                )%s""".formatted(key, number, end),
                """
                CREATE TABLE IF NOT EXISTS journal_head (
                  one %s CHECK (one = 1),
                  seq %s NOT NULL,
                  hash TEXT NOT NULL
                )%s""".formatted(key, number, end),
                "INSERT INTO journal_head (one, seq, hash) VALUES (1, 0, '" + "0".repeat(64)
                        + "') ON CONFLICT DO NOTHING");
    }
}
