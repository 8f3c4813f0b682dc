package dev.tars.console.migration.sql;

import dev.tars.console.migration.sql.Expressions.Inner;
import dev.tars.console.migration.sql.Token.Kind;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Literals, columns, calls, casts and parentheses of an expression. */
final class Operands {
    private static final Set<String> WORDS = Set.of(
            "true",
            "false",
            "null",
            "current_timestamp",
            "current_date",
            "current_time",
            "localtimestamp",
            "localtime",
            "current_user",
            "session_user",
            "current_role");

    private static final Set<String> TYPED = Set.of("date", "time", "timestamp", "timestamptz", "interval", "uuid");

    private Operands() {}

    static Form read(Cursor cursor, Inner inner) throws Unreadable {
        Form operand = plain(cursor, inner);
        while (cursor.isOperator("::") || cursor.isWord("collate")) {
            if (cursor.takeOperator("::")) {
                operand = operand.cast(Types.read(cursor));
            } else {
                cursor.need("collate");
                operand = Form.of(operand + " collate " + cursor.qualified());
            }
        }
        return operand;
    }

    private static Form plain(Cursor cursor, Inner inner) throws Unreadable {
        if (cursor.take(Kind.OPEN)) {
            Form inside = inner.read();
            if (cursor.is(Kind.COMMA)) {
                cursor.take(Kind.COMMA);
                List<Form> row = Expressions.list(cursor, inner);
                inside = Form.of("(" + inside + "," + joined(row) + ")");
            }
            cursor.need(Kind.CLOSE);
            return inside;
        }
        if (cursor.is(Kind.STRING) || cursor.is(Kind.PARAMETER)) {
            return Form.literal(cursor.takeText());
        }
        if (cursor.is(Kind.NUMBER)) {
            return Form.literal(Names.folded(cursor.takeText()));
        }
        if (cursor.takeOperator("?")) {
            return Form.of("?");
        }
        return named(cursor, inner);
    }

    private static Form named(Cursor cursor, Inner inner) throws Unreadable {
        if (cursor.is(Kind.WORD)) {
            String word = Names.folded(cursor.text());
            if (word.equals("case") || word.equals("row") || word.equals("extract")) {
                throw new Unreadable("a plain expression");
            }
            if (word.equals("cast")) {
                return cast(cursor, inner);
            }
            if (word.equals("array") && cursor.isNext(Kind.OPEN_BRACKET)) {
                return array(cursor, inner);
            }
            if (WORDS.contains(word) && !cursor.isNext(Kind.OPEN) && !cursor.isNext(Kind.DOT)) {
                cursor.takeText();
                return Form.literal(word);
            }
            if (TYPED.contains(word) && cursor.isNext(Kind.STRING)) {
                cursor.takeText();
                return Form.literal(cursor.takeText());
            }
        }
        QualifiedName name = cursor.qualified();
        if (!cursor.take(Kind.OPEN)) {
            // A table's name before a column says nothing in an index, and the server leaves it out.
            return Form.of(Names.quoted(name.name()));
        }
        String arguments = cursor.is(Kind.CLOSE) ? "" : joined(Expressions.list(cursor, inner));
        cursor.need(Kind.CLOSE);
        return Form.of(Names.quoted(name.name()) + "(" + arguments + ")");
    }

    private static Form cast(Cursor cursor, Inner inner) throws Unreadable {
        cursor.need("cast");
        cursor.need(Kind.OPEN);
        Form value = inner.read();
        cursor.need("as");
        String type = Types.read(cursor);
        cursor.need(Kind.CLOSE);
        return value.cast(type);
    }

    private static Form array(Cursor cursor, Inner inner) throws Unreadable {
        cursor.need("array");
        cursor.need(Kind.OPEN_BRACKET);
        List<Form> items = Expressions.list(cursor, inner);
        cursor.need(Kind.CLOSE_BRACKET);
        return Form.array(items);
    }

    private static String joined(List<Form> forms) {
        return forms.stream().map(Form::toString).collect(Collectors.joining(","));
    }
}
