package dev.tars.console.migration.sql;

import dev.tars.console.migration.IndexDefinition;
import dev.tars.console.migration.StatementKind;
import dev.tars.console.migration.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells what a statement does and what it is about, by its first words. */
final class StatementParser {

    /**
     * What was read.
     *
     * @param objects the indexes or tables it names; empty where it is about all or about nothing
     */
    record Parsed(StatementKind kind, List<QualifiedName> objects, Optional<IndexDefinition> index) {}

    private static final String[] TRANSACTION = {
        "begin", "start", "commit", "end", "rollback", "abort", "savepoint", "release"
    };

    private final Cursor cursor;

    private StatementParser(Cursor cursor) {
        this.cursor = cursor;
    }

    static Parsed parse(Cursor cursor) {
        return new StatementParser(cursor).parse();
    }

    private Parsed parse() {
        if (cursor.isAnyWord(TRANSACTION) || cursor.isWord("prepare", "transaction")) {
            return about(StatementKind.TRANSACTION);
        }
        if (cursor.isAnyWord("set", "reset", "discard")) {
            return about(StatementKind.SETTING);
        }
        if (cursor.isWord("create", "index") || cursor.isWord("create", "unique", "index")) {
            return create();
        }
        try {
            if (cursor.take("drop", "index")) {
                return drop();
            }
            if (cursor.take("reindex")) {
                return reindex();
            }
            if (cursor.take("analyze") || cursor.take("analyse")) {
                return analyze();
            }
            if (cursor.take("comment", "on")) {
                return comment();
            }
        } catch (Unreadable e) {
            return about(StatementKind.OTHER);
        }
        return about(StatementKind.OTHER);
    }

    private Parsed create() {
        int start = cursor.position();
        cursor.take("create");
        cursor.take("unique");
        cursor.take("index");
        StatementKind kind =
                cursor.isWord("concurrently") ? StatementKind.BUILD_CONCURRENTLY : StatementKind.BUILD_LOCKING;
        cursor.back(start);
        Optional<IndexDefinition> index = IndexParser.parse(cursor);
        List<QualifiedName> objects = index.flatMap(made ->
                        made.name().map(name -> List.of(new QualifiedName(made.schema(), name))))
                .orElse(List.of());
        return new Parsed(kind, objects, index);
    }

    private Parsed drop() throws Unreadable {
        StatementKind kind =
                cursor.take("concurrently") ? StatementKind.DROP_CONCURRENTLY : StatementKind.OTHER_LOCKING;
        cursor.take("if", "exists");
        return new Parsed(kind, names(), Optional.empty());
    }

    private Parsed reindex() throws Unreadable {
        boolean concurrent = options().stream().anyMatch(option -> option.matches("concurrently( (true|on|1))?"));
        cursor.name();
        concurrent |= cursor.take("concurrently");
        StatementKind kind = concurrent ? StatementKind.REINDEX_CONCURRENTLY : StatementKind.OTHER_LOCKING;
        return new Parsed(kind, cursor.atEnd() ? List.of() : List.of(cursor.qualified()), Optional.empty());
    }

    private Parsed analyze() throws Unreadable {
        options();
        cursor.take("verbose");
        return new Parsed(StatementKind.ANALYZE, cursor.atEnd() ? List.of() : names(), Optional.empty());
    }

    private Parsed comment() throws Unreadable {
        // Only on an index is it about an index; for the rest the name is no index and must not be taken for one.
        if (!cursor.take("index")) {
            return about(StatementKind.COMMENT);
        }
        return new Parsed(StatementKind.COMMENT, List.of(cursor.qualified()), Optional.empty());
    }

    private List<String> options() throws Unreadable {
        List<String> options = new ArrayList<>();
        if (cursor.is(Kind.OPEN)) {
            int from = cursor.position() + 1;
            cursor.skipParentheses();
            String inside = cursor.between(from, cursor.position() - 1);
            for (String option : Names.folded(inside).split(",", -1)) {
                options.add(option.strip());
            }
        }
        return options;
    }

    private List<QualifiedName> names() throws Unreadable {
        List<QualifiedName> names = new ArrayList<>();
        do {
            names.add(cursor.qualified());
            if (cursor.is(Kind.OPEN)) {
                cursor.skipParentheses();
            }
        } while (cursor.take(Kind.COMMA));
        return names;
    }

    private static Parsed about(StatementKind kind) {
        return new Parsed(kind, List.of(), Optional.empty());
    }
}
