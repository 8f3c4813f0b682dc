package dev.tars.console.migration.sql;

import dev.tars.console.migration.IndexDefinition;
import dev.tars.console.migration.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code CREATE INDEX} by the grammar of PostgreSQL 15 ({@code gram.y}, {@code IndexStmt}). */
final class IndexParser {
    private final Cursor cursor;

    private IndexParser(Cursor cursor) {
        this.cursor = cursor;
    }

    /** Empty where the text is no {@code CREATE INDEX} that can be read to its end. */
    static Optional<IndexDefinition> parse(Cursor cursor) {
        try {
            return Optional.of(new IndexParser(cursor).index());
        } catch (Unreadable e) {
            return Optional.empty();
        }
    }

    private IndexDefinition index() throws Unreadable {
        cursor.need("create");
        boolean unique = cursor.take("unique");
        cursor.need("index");
        boolean concurrent = cursor.take("concurrently");
        boolean ifNotExists = cursor.take("if", "not", "exists");
        Optional<String> name = cursor.isWord("on") ? Optional.empty() : Optional.of(cursor.name());
        cursor.need("on");
        boolean only = cursor.take("only");
        QualifiedName table = table(only);
        String method = cursor.take("using") ? cursor.name() : "btree";
        List<String> keys = keys();
        List<String> include = cursor.take("include") ? keys() : List.of();
        boolean nullsNotDistinct = cursor.take("nulls", "not", "distinct");
        if (!nullsNotDistinct) {
            cursor.take("nulls", "distinct");
        }
        List<String> storage = cursor.take("with") ? storage() : List.of();
        Optional<String> tablespace = cursor.take("tablespace") ? Optional.of(cursor.name()) : Optional.empty();
        Optional<String> predicate = predicate();
        return new IndexDefinition(
                table.schema(),
                name,
                table.name(),
                method,
                keys,
                include,
                predicate,
                unique,
                concurrent,
                ifNotExists,
                only,
                nullsNotDistinct,
                storage,
                tablespace);
    }

    private QualifiedName table(boolean only) throws Unreadable {
        if (only && cursor.take(Kind.OPEN)) {
            QualifiedName table = cursor.qualified();
            cursor.need(Kind.CLOSE);
            return table;
        }
        QualifiedName table = cursor.qualified();
        cursor.takeOperator("*");
        return table;
    }

    private List<String> keys() throws Unreadable {
        cursor.need(Kind.OPEN);
        List<String> keys = new ArrayList<>();
        do {
            keys.add(Key.parse(cursor).toString());
        } while (cursor.take(Kind.COMMA));
        cursor.need(Kind.CLOSE);
        return keys;
    }

    private List<String> storage() throws Unreadable {
        cursor.need(Kind.OPEN);
        List<String> parameters = new ArrayList<>();
        do {
            String name = cursor.qualified().toString();
            String value = "";
            if (cursor.takeOperator("=")) {
                value = "=" + Names.folded(cursor.takeText()).replace("'", "");
            }
            parameters.add(name + value);
        } while (cursor.take(Kind.COMMA));
        cursor.need(Kind.CLOSE);
        return parameters;
    }

    private Optional<String> predicate() throws Unreadable {
        Optional<String> predicate = Optional.empty();
        if (cursor.take("where")) {
            int start = cursor.position();
            while (!cursor.atEnd()) {
                cursor.takeText();
            }
            if (cursor.position() == start) {
                throw new Unreadable("a condition");
            }
            predicate = Optional.of(cursor.between(start, cursor.position()));
        }
        if (!cursor.atEnd()) {
            throw new Unreadable("the end");
        }
        return predicate;
    }
}
