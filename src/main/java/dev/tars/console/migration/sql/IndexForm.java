package dev.tars.console.migration.sql;

import dev.tars.console.migration.IndexDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What an index indexes, in one form: without its name, how it is built and where it lies. Storage parameters and
 * tablespace are left out, since they change no answer.
 *
 * @param schema empty where the search path decides; such a one fits any
 * @param predicate what {@code AND} joins in it; empty where it covers the whole table
 */
public record IndexForm(
        Optional<String> schema,
        String table,
        String method,
        boolean isUnique,
        boolean isNullsNotDistinct,
        List<String> keys,
        List<String> include,
        List<String> predicate) {

    /** A type's own class in a B-tree or hash index, which the server leaves out when it writes a definition. */
    private static final Pattern USUAL_OPERATORS = Pattern.compile("(pg_catalog\\.)?[a-z0-9]+_ops");

    public IndexForm {
        keys = List.copyOf(keys);
        include = List.copyOf(include);
        predicate = List.copyOf(predicate);
    }

    public static IndexForm of(IndexDefinition index) {
        return new IndexForm(
                index.schema(),
                index.table(),
                index.method(),
                index.isUnique(),
                index.isNullsNotDistinct(),
                index.keys().stream().map(key -> key(key, index.method())).toList(),
                index.include().stream().map(key -> key(key, index.method())).toList(),
                index.predicate().map(Expressions::conjuncts).orElse(List.of()));
    }

    private static String key(String text, String method) {
        Optional<Cursor> cursor = SqlReader.cursor(text);
        if (cursor.isEmpty()) {
            return text;
        }
        try {
            Key key = Key.parse(cursor.get());
            boolean usual = (method.equals("btree") || method.equals("hash"))
                    && USUAL_OPERATORS.matcher(key.operators()).matches();
            return new Key(
                            key.isColumn() ? key.expression() : Expressions.normal(key.expression()),
                            key.isColumn(),
                            key.collation(),
                            usual ? "" : key.operators(),
                            key.isDescending(),
                            key.nulls())
                    .toString();
        } catch (Unreadable e) {
            return text;
        }
    }

    /** Whether both index the same, under whatever name. */
    public boolean isSame(IndexForm other) {
        return isOnSameTable(other)
                && method.equals(other.method)
                && isUnique == other.isUnique
                && isNullsNotDistinct == other.isNullsNotDistinct
                && keys.equals(other.keys)
                && new TreeSet<>(include).equals(new TreeSet<>(other.include))
                && predicate.equals(other.predicate);
    }

    /**
     * Whether a query that could use the other could use this one as well: a B-tree, the other's keys first and in their
     * order, the other's other columns somewhere, and no condition that the other has not. A unique index is covered by
     * none but its twin: it forbids something.
     */
    public boolean covers(IndexForm other) {
        if (!isOnSameTable(other) || !method.equals("btree") || !other.method.equals("btree")) {
            return false;
        }
        if (other.isUnique) {
            return isSame(other);
        }
        List<String> carried = new ArrayList<>(include);
        keys.forEach(key -> carried.add(Key.columnOf(key)));
        return keys.size() >= other.keys.size()
                && keys.subList(0, other.keys.size()).equals(other.keys)
                && carried.containsAll(other.include)
                && other.predicate.containsAll(predicate);
    }

    private boolean isOnSameTable(IndexForm other) {
        boolean schemasFit = schema.isEmpty() || other.schema.isEmpty() || schema.equals(other.schema);
        return schemasFit && table.equals(other.table);
    }
}
