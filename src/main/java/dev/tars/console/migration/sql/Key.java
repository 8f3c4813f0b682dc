package dev.tars.console.migration.sql;

import dev.tars.console.migration.sql.Token.Kind;
import java.util.Optional;

/**
 * One key of an index.
 *
 * @param expression a column, quoted where needed, or an expression
 * @param isColumn a plain column
 * @param collation empty for the column's own
 * @param operators the operator class with its parameters; empty for the type's own
 * @param nulls {@code FIRST} or {@code LAST} where it is not what the direction brings along; else empty
 */
record Key(
        String expression, boolean isColumn, String collation, String operators, boolean isDescending, String nulls) {

    static Key parse(Cursor cursor) throws Unreadable {
        int start = cursor.position();
        boolean isColumn = false;
        String expression;
        if (cursor.is(Kind.OPEN)) {
            cursor.skipParentheses();
            expression = cursor.between(start, cursor.position());
        } else {
            QualifiedName name = cursor.qualified();
            if (cursor.is(Kind.OPEN)) {
                cursor.skipParentheses();
                expression = cursor.between(start, cursor.position());
            } else {
                isColumn = true;
                expression = name.toString();
            }
        }
        String collation = cursor.take("collate") ? cursor.qualified().toString() : "";
        String operators = operators(cursor);
        boolean descending = cursor.take("desc");
        if (!descending) {
            cursor.take("asc");
        }
        return new Key(expression, isColumn, collation, operators, descending, nulls(cursor, descending));
    }

    /** The column or expression of a key's text, without collation, class and order. */
    static String columnOf(String text) {
        try {
            Optional<Cursor> cursor = SqlReader.cursor(text);
            return cursor.isPresent() ? parse(cursor.get()).expression() : text;
        } catch (Unreadable e) {
            return text;
        }
    }

    private static String operators(Cursor cursor) throws Unreadable {
        boolean isNamed =
                cursor.is(Kind.QUOTED_NAME) || cursor.is(Kind.WORD) && !cursor.isAnyWord("asc", "desc", "nulls");
        if (!isNamed) {
            return "";
        }
        String name = cursor.qualified().toString();
        int start = cursor.position();
        if (cursor.is(Kind.OPEN)) {
            cursor.skipParentheses();
        }
        return name + cursor.between(start, cursor.position());
    }

    private static String nulls(Cursor cursor, boolean descending) throws Unreadable {
        if (!cursor.take("nulls")) {
            return "";
        }
        if (cursor.take("first")) {
            return descending ? "" : "FIRST";
        }
        cursor.need("last");
        return descending ? "LAST" : "";
    }

    @Override
    public String toString() {
        return expression
                + (collation.isEmpty() ? "" : " COLLATE " + collation)
                + (operators.isEmpty() ? "" : " " + operators)
                + (isDescending ? " DESC" : "")
                + (nulls.isEmpty() ? "" : " NULLS " + nulls);
    }
}
