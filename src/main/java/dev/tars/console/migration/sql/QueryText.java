package dev.tars.console.migration.sql;

import dev.tars.console.migration.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The conditions of a plain SELECT, as far as they can be told. */
public final class QueryText {
    private static final Set<String> AFTER_WHERE = Set.of(
            "group", "having", "window", "order", "limit", "offset", "fetch", "for", "union", "except", "intersect");

    private final List<String> conditions;

    private QueryText(List<String> conditions) {
        this.conditions = conditions;
    }

    /** Of the first {@code WHERE} outside of parentheses; none where there is none. */
    public static QueryText of(String sql) {
        Optional<Cursor> cursor = SqlReader.cursor(sql);
        return new QueryText(
                cursor.flatMap(QueryText::where).map(Expressions::conjuncts).orElse(List.of()));
    }

    private static Optional<String> where(Cursor cursor) {
        int depth = 0;
        int start = -1;
        while (!cursor.atEnd()) {
            if (cursor.is(Kind.OPEN)) {
                depth++;
            } else if (cursor.is(Kind.CLOSE)) {
                depth--;
            } else if (depth == 0 && start < 0 && cursor.isWord("where")) {
                start = cursor.position() + 1;
            } else if (depth == 0
                    && start >= 0
                    && cursor.is(Kind.WORD)
                    && AFTER_WHERE.contains(Names.folded(cursor.text()))) {
                return Optional.of(cursor.between(start, cursor.position()));
            }
            cursor.takeText();
        }
        return start < 0 ? Optional.empty() : Optional.of(cursor.between(start, cursor.position()));
    }

    /**
     * Whether a row that the query wants surely meets a condition, so far as text can tell: the query says the same, or
     * names some of the values that the condition allows.
     *
     * @param condition in the form of {@link IndexForm#predicate()}
     */
    public boolean implies(String condition) {
        return conditions.stream().anyMatch(own -> own.equals(condition) || isNarrower(own, condition));
    }

    /** {@code status = 'error'} is narrower than {@code status IN ('error', 'pending')}. */
    private static boolean isNarrower(String own, String condition) {
        List<String> narrow = values(own);
        List<String> wide = values(condition);
        return narrow.size() > 1
                && wide.size() > 1
                && narrow.get(0).equals(wide.get(0))
                && new TreeSet<>(wide).containsAll(narrow);
    }

    /** The column and the fixed values that a condition allows it; empty for another sort of condition. */
    private static List<String> values(String condition) {
        List<String> values = new ArrayList<>();
        int list = condition.indexOf("=any[");
        int equal = condition.indexOf("='");
        if (list > 0 && condition.endsWith("]")) {
            values.add(condition.substring(0, list));
            values.addAll(List.of(
                    condition.substring(list + 5, condition.length() - 1).split(",")));
        } else if (equal > 0 && condition.startsWith("(") && condition.endsWith("')")) {
            values.add(condition.substring(1, equal));
            values.add(condition.substring(equal + 1, condition.length() - 1));
        }
        return values;
    }
}
