package dev.tars.console.migration.client;

import dev.tars.console.connect.postgres.PostgresFault;
import dev.tars.console.connect.postgres.PostgresSession;
import dev.tars.console.migration.ColumnFacts;
import dev.tars.console.migration.IndexFacts;
import dev.tars.console.migration.TableFacts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** Reads the tables of a migration, their indexes, and whatever else bears a name that it wants. */
final class RelationReader {

    /** {@code ?} schemas (empty where there is none), {@code ?} names: their oids, found as the server would. */
    private static final String NAMED = """
            (SELECT to_regclass(CASE WHEN wanted.s = '' THEN quote_ident(wanted.n)
                                     ELSE format('%I.%I', wanted.s, wanted.n) END)::oid
             FROM unnest(?::text[], ?::text[]) AS wanted (s, n))
            """;

    private static final String RELATIONS = """
            SELECT n.nspname, c.relname, c.relkind::text, c.reltuples,
                   CASE WHEN c.relkind = 'p' THEN (SELECT coalesce(sum(pg_relation_size(relid)), 0)
                                                   FROM pg_partition_tree(c.oid) WHERE isleaf)
                        WHEN c.relkind IN ('r', 'm', 't') THEN pg_relation_size(c.oid) ELSE 0 END::bigint AS bytes,
                   pg_has_role(c.relowner, 'USAGE') AS owned, has_schema_privilege(n.oid, 'CREATE') AS may_create,
                   ARRAY(SELECT attname::text FROM pg_attribute
                         WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped ORDER BY attnum) AS columns,
                   ARRAY(SELECT format_type(atttypid, atttypmod) FROM pg_attribute
                         WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped ORDER BY attnum) AS types,
                   ARRAY(SELECT format('%s.%s', pn.nspname, pc.relname)
                         FROM pg_partition_tree(c.oid) JOIN pg_class pc ON pc.oid = relid
                         JOIN pg_namespace pn ON pn.oid = pc.relnamespace WHERE isleaf AND relid <> c.oid) AS leaves
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind NOT IN ('i', 'I') AND c.oid IN\s""";

    private static final String INDEXES = """
            SELECT c.oid::bigint, n.nspname, c.relname, t.relname AS on_table, pg_get_indexdef(c.oid) AS definition,
                   i.indisvalid, i.indisready, c.relkind = 'I' AS partitioned,
                   EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = c.oid AND contype IN ('p', 'u', 'x'))
                     AS is_constraint,
                   CASE WHEN c.relkind = 'I' THEN 0 ELSE pg_relation_size(c.oid) END AS bytes
            FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_class t ON t.oid = i.indrelid
            WHERE i.indrelid IN\s""";

    private RelationReader() {}

    static List<TableFacts> relations(PostgresSession session, FactNames names) throws PostgresFault {
        Set<FactNames.Name> all = new LinkedHashSet<>(names.tables());
        all.addAll(names.indexes());
        return session.query(RELATIONS + NAMED, RelationReader::table, FactNames.schemas(all), FactNames.names(all));
    }

    private static TableFacts table(ResultSet row) throws SQLException {
        double rows = row.getDouble("reltuples");
        return new TableFacts(
                row.getString("nspname"),
                row.getString("relname"),
                TableFacts.Kind.of(row.getString("relkind")),
                columns(texts(row, "columns"), texts(row, "types")),
                rows < 0 ? OptionalLong.empty() : OptionalLong.of((long) rows),
                row.getLong("bytes"),
                texts(row, "leaves"),
                row.getBoolean("owned"),
                row.getBoolean("may_create"));
    }

    private static List<ColumnFacts> columns(List<String> names, List<String> types) {
        List<ColumnFacts> columns = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            columns.add(new ColumnFacts(names.get(i), types.get(i)));
        }
        return columns;
    }

    static List<IndexFacts> indexes(PostgresSession session, FactNames names) throws PostgresFault {
        return session.query(
                INDEXES + NAMED + " OR c.oid IN " + NAMED + " ORDER BY n.nspname, c.relname",
                row -> new IndexFacts(
                        row.getLong(1),
                        row.getString("nspname"),
                        row.getString("relname"),
                        row.getString("on_table"),
                        row.getString("definition"),
                        row.getBoolean("indisvalid"),
                        row.getBoolean("indisready"),
                        row.getBoolean("partitioned"),
                        row.getBoolean("is_constraint"),
                        row.getLong("bytes")),
                FactNames.schemas(names.tables()),
                FactNames.names(names.tables()),
                FactNames.schemas(names.indexes()),
                FactNames.names(names.indexes()));
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}
