package dev.tars.console.migration.client;

import dev.tars.console.connect.postgres.PostgresFault;
import dev.tars.console.connect.postgres.PostgresSession;
import dev.tars.console.migration.Backend;
import dev.tars.console.migration.IndexDefinition;
import dev.tars.console.migration.IndexShape;
import dev.tars.console.migration.IndexState;
import dev.tars.console.migration.Statement;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Questions to the catalogue. Names are looked up as the server would, and compared exactly. */
final class Catalogue {

    /**
     * The keys in words: what {@code pg_get_indexdef(oid, n, …)} leaves out of a key (order, collation, operator class)
     * stands in {@code indoption}, {@code indcollation} and {@code indclass}.
     */
    private static final String INDEX = """
            SELECT c.oid, n.nspname, c.relname, t.relname AS on_table, i.indisvalid, pg_relation_size(c.oid) AS bytes,
                   am.amname, i.indisunique,
                   coalesce((to_jsonb(i) ->> 'indnullsnotdistinct')::boolean, false) AS nulls_not_distinct,
                   coalesce(pg_get_expr(i.indpred, i.indrelid), '') AS predicate,
                   ARRAY(SELECT pg_get_indexdef(c.oid, k, false)
                                || CASE WHEN oc.opcdefault THEN '' ELSE ' ' || oc.opcname END
                                || CASE WHEN coll.oid IS NULL OR coll.collname = 'default' THEN ''
                                        ELSE ' COLLATE ' || quote_ident(coll.collname) END
                                || CASE WHEN i.indoption[k - 1] & 1 = 1 THEN ' DESC' ELSE '' END
                                || CASE i.indoption[k - 1] & 3 WHEN 1 THEN ' NULLS LAST' WHEN 2 THEN ' NULLS FIRST'
                                        ELSE '' END
                         FROM generate_series(1, i.indnkeyatts) AS k
                         LEFT JOIN pg_opclass oc ON oc.oid = i.indclass[k - 1]
                         LEFT JOIN pg_collation coll ON coll.oid = i.indcollation[k - 1]
                         ORDER BY k) AS keys,
                   ARRAY(SELECT pg_get_indexdef(c.oid, k, false)
                         FROM generate_series(i.indnkeyatts + 1, i.indnatts) AS k ORDER BY k) AS include
            FROM pg_index i
            JOIN pg_class c ON c.oid = i.indexrelid
            JOIN pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_class t ON t.oid = i.indrelid
            JOIN pg_am am ON am.oid = c.relam
            """;

    /** {@code ?} schema or nothing, {@code ?} name: the relation, as the server finds it. */
    private static final String RELATION =
            "to_regclass(CASE WHEN ?::text IS NULL THEN quote_ident(?) ELSE format('%I.%I', ?::text, ?::text) END)";

    /** A temporary copy of a table, without a row: what the server makes of a definition is read from it. */
    private static final String COPY = "tars_console_shape";

    private Catalogue() {}

    static Optional<IndexState> index(PostgresSession session, Statement statement) throws PostgresFault {
        Optional<IndexDefinition> definition = statement.index();
        if (definition.isPresent()) {
            String schema = definition.get().schema().orElse(null);
            String table = definition.get().table();
            return first(session.query(
                    INDEX + "WHERE c.relname = ? AND c.relnamespace = (SELECT relnamespace FROM pg_class WHERE oid = "
                            + RELATION + ")",
                    Catalogue::state,
                    definition.get().name().orElse(statement.object()),
                    schema,
                    table,
                    schema,
                    table));
        }
        String schema = statement.schema().orElse(null);
        String name = statement.object();
        return first(session.query(INDEX + "WHERE c.oid = " + RELATION, Catalogue::state, schema, name, schema, name));
    }

    static Optional<IndexState> index(PostgresSession session, long oid) throws PostgresFault {
        return first(session.query(INDEX + "WHERE c.oid = ?::bigint::oid", Catalogue::state, oid));
    }

    /**
     * Lets the server make the index on an empty temporary copy of the table and reads it back; the transaction is
     * rolled back, so that nothing stays.
     */
    static Optional<IndexShape> shape(PostgresSession session, IndexDefinition definition) throws PostgresFault {
        String schema = definition.schema().orElse(null);
        Optional<String> table = first(session.query(
                "SELECT oid::regclass::text FROM pg_class WHERE oid = " + RELATION,
                row -> row.getString(1),
                schema,
                definition.table(),
                schema,
                definition.table()));
        if (table.isEmpty()) {
            return Optional.empty();
        }
        session.execute("BEGIN");
        try {
            session.execute("CREATE TEMPORARY TABLE " + COPY + " (LIKE " + table.get() + ") ON COMMIT DROP");
            session.execute(create(definition));
            return first(session.query(
                    INDEX + "WHERE t.oid = 'pg_temp." + COPY + "'::regclass",
                    row -> state(row).shape()));
        } finally {
            session.execute("ROLLBACK");
        }
    }

    private static String create(IndexDefinition definition) {
        return "CREATE " + (definition.isUnique() ? "UNIQUE " : "") + "INDEX ON pg_temp." + COPY + " USING "
                + definition.method() + " (" + String.join(", ", definition.keys()) + ")"
                + (definition.include().isEmpty() ? "" : " INCLUDE (" + String.join(", ", definition.include()) + ")")
                + (definition.isNullsNotDistinct() ? " NULLS NOT DISTINCT" : "")
                + definition.predicate().map(predicate -> " WHERE " + predicate).orElse("");
    }

    static boolean isPartitioned(PostgresSession session, IndexDefinition definition) throws PostgresFault {
        return !session.query(
                        "SELECT 1 FROM pg_class WHERE relkind = 'p' AND oid = " + RELATION,
                        row -> true,
                        definition.schema().orElse(null),
                        definition.table(),
                        definition.schema().orElse(null),
                        definition.table())
                .isEmpty();
    }

    /** Who builds it, by the progress view; who locks it against others, where a drop is under way. */
    static Optional<Backend> worker(PostgresSession session, long oid) throws PostgresFault {
        return first(session.query("""
                SELECT a.pid, a.backend_start FROM pg_stat_activity a
                WHERE a.pid IN (SELECT pid FROM pg_stat_progress_create_index WHERE index_relid = ?::bigint::oid
                                UNION ALL
                                SELECT pid FROM pg_locks
                                WHERE locktype = 'relation' AND relation = ?::bigint::oid
                                  AND mode IN ('ShareUpdateExclusiveLock', 'AccessExclusiveLock'))
                """, Catalogue::backend, oid, oid));
    }

    static Optional<Instant> analyzed(PostgresSession session, Statement analyze) throws PostgresFault {
        String schema = analyze.schema().orElse(null);
        return first(session.query(
                "SELECT last_analyze FROM pg_stat_all_tables WHERE last_analyze IS NOT NULL AND relid = " + RELATION,
                row -> row.getObject(1, OffsetDateTime.class).toInstant(),
                schema,
                analyze.object(),
                schema,
                analyze.object()));
    }

    static Backend backend(ResultSet row) throws SQLException {
        return new Backend(row.getInt(1), row.getObject(2, OffsetDateTime.class).toInstant());
    }

    private static IndexState state(ResultSet row) throws SQLException {
        return new IndexState(
                row.getLong("oid"),
                row.getString("nspname"),
                row.getString("relname"),
                row.getString("on_table"),
                row.getBoolean("indisvalid"),
                new IndexShape(
                        row.getString("amname"),
                        row.getBoolean("indisunique"),
                        row.getBoolean("nulls_not_distinct"),
                        texts(row.getArray("keys")),
                        texts(row.getArray("include")),
                        row.getString("predicate")),
                row.getLong("bytes"));
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }

    private static <T> Optional<T> first(List<T> rows) {
        return rows.stream().findFirst();
    }
}
