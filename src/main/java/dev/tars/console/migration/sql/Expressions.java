package dev.tars.console.migration.sql;

import dev.tars.console.migration.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Writes an expression in one form, so that what a file says and what the server keeps of it can be compared as text.
 * The server rewrites a predicate when it stores it: {@code IN} becomes {@code = ANY (ARRAY[…])}, {@code !=} becomes
 * {@code <>}, {@code BETWEEN} two comparisons, literals get a cast, everything parentheses. An operator-precedence parser
 * over the precedences of {@code gram.y} does the same here, sorts what {@code AND} and {@code OR} join and leaves out
 * casts of literals and casts to text. What it does not know (CASE, subscripts, AT TIME ZONE) stays as it is written, so
 * two equal expressions may be told different, hardly the other way round.
 */
final class Expressions {
    private static final int OR = 1;
    private static final int AND = 2;
    private static final int NOT = 3;
    private static final int IS = 4;
    private static final int COMPARISON = 5;
    private static final int RANGE = 6;
    private static final int OPERATOR = 7;
    private static final int SUM = 8;
    private static final int PRODUCT = 9;
    private static final int POWER = 10;

    private static final Map<String, Integer> LEVELS = Map.ofEntries(
            Map.entry("=", COMPARISON),
            Map.entry("<", COMPARISON),
            Map.entry(">", COMPARISON),
            Map.entry("<=", COMPARISON),
            Map.entry(">=", COMPARISON),
            Map.entry("<>", COMPARISON),
            Map.entry("!=", COMPARISON),
            Map.entry("+", SUM),
            Map.entry("-", SUM),
            Map.entry("*", PRODUCT),
            Map.entry("/", PRODUCT),
            Map.entry("%", PRODUCT),
            Map.entry("^", POWER));

    private final Cursor cursor;

    private Expressions(Cursor cursor) {
        this.cursor = cursor;
    }

    /** The whole expression in one form. */
    static String normal(String sql) {
        return String.join(" and ", conjuncts(sql));
    }

    /** What {@code AND} joins at the top, each in one form, in order of text. */
    static List<String> conjuncts(String sql) {
        Optional<Cursor> cursor = SqlReader.cursor(sql);
        if (cursor.isEmpty()) {
            return List.of(sql.strip());
        }
        try {
            Form form = new Expressions(cursor.get()).expression(OR);
            if (cursor.get().atEnd()) {
                return form.joined("and");
            }
        } catch (Unreadable e) {
            // Compared as it stands.
        }
        return List.of(Names.folded(sql.strip().replaceAll("\\s+", " ")));
    }

    private Form expression(int level) throws Unreadable {
        Form left = prefix();
        while (true) {
            Optional<Form> longer = infix(left, level);
            if (longer.isEmpty()) {
                return left;
            }
            left = longer.get();
        }
    }

    private Form prefix() throws Unreadable {
        if (cursor.take("not")) {
            return Form.of("not(" + expression(NOT) + ")");
        }
        if (cursor.takeOperator("-")) {
            Form operand = expression(POWER);
            return operand.isNumber() ? Form.literal("-" + operand) : Form.of("-(" + operand + ")");
        }
        if (cursor.takeOperator("+")) {
            return expression(POWER);
        }
        return Operands.read(cursor, () -> expression(OR));
    }

    private Optional<Form> infix(Form left, int level) throws Unreadable {
        if (level <= OR && cursor.take("or")) {
            return Optional.of(Form.join("or", left, expression(AND)));
        }
        if (level <= AND && cursor.take("and")) {
            return Optional.of(Form.join("and", left, expression(NOT)));
        }
        if (level <= IS && cursor.isAnyWord("is", "isnull", "notnull")) {
            return Optional.of(is(left));
        }
        if (level <= RANGE && (cursor.isAnyWord("in", "between", "like", "ilike") || isNegatedRange())) {
            return Optional.of(range(left));
        }
        if (!cursor.is(Kind.OPERATOR)) {
            return Optional.empty();
        }
        int own = LEVELS.getOrDefault(cursor.text(), OPERATOR);
        if (own < level) {
            return Optional.empty();
        }
        return Optional.of(operator(left, own));
    }

    private boolean isNegatedRange() {
        return cursor.isWord("not", "in")
                || cursor.isWord("not", "between")
                || cursor.isWord("not", "like")
                || cursor.isWord("not", "ilike");
    }

    private Form is(Form left) throws Unreadable {
        if (cursor.take("isnull")) {
            return Form.of(left + " is null");
        }
        if (cursor.take("notnull")) {
            return Form.of(left + " is not null");
        }
        cursor.need("is");
        String not = cursor.take("not") ? "not " : "";
        if (cursor.take("distinct", "from")) {
            return Form.of(left + " is " + not + "distinct from " + expression(COMPARISON));
        }
        if (!cursor.isAnyWord("null", "true", "false", "unknown")) {
            throw new Unreadable("NULL, TRUE, FALSE or UNKNOWN");
        }
        return Form.of(left + " is " + not + Names.folded(cursor.takeText()));
    }

    private Form range(Form left) throws Unreadable {
        boolean negated = cursor.take("not");
        if (cursor.take("like")) {
            return binary(left, negated ? "!~~" : "~~", expression(OPERATOR));
        }
        if (cursor.take("ilike")) {
            return binary(left, negated ? "!~~*" : "~~*", expression(OPERATOR));
        }
        if (cursor.take("between")) {
            Form low = expression(OPERATOR);
            cursor.need("and");
            Form high = expression(OPERATOR);
            return negated
                    ? Form.join("or", binary(left, "<", low), binary(left, ">", high))
                    : Form.join("and", binary(left, ">=", low), binary(left, "<=", high));
        }
        cursor.need("in");
        cursor.need(Kind.OPEN);
        TreeSet<String> items = new TreeSet<>();
        do {
            items.add(expression(OR).toString());
        } while (cursor.take(Kind.COMMA));
        cursor.need(Kind.CLOSE);
        return oneOf(left, items, negated);
    }

    private static Form oneOf(Form left, TreeSet<String> items, boolean negated) {
        String operator = negated ? "<>" : "=";
        return items.size() == 1
                ? binary(left, operator, Form.of(items.first()))
                : Form.of(left + operator + (negated ? "all" : "any") + "[" + String.join(",", items) + "]");
    }

    private Form operator(Form left, int own) throws Unreadable {
        String operator = cursor.takeText();
        if (cursor.isAnyWord("any", "all", "some")) {
            String quantifier = cursor.takeText().equalsIgnoreCase("all") ? "all" : "any";
            cursor.need(Kind.OPEN);
            Form array = expression(OR);
            cursor.need(Kind.CLOSE);
            boolean isList = operator.equals("=") && quantifier.equals("any")
                    || operator.equals("<>") && quantifier.equals("all");
            if (isList && array.items().isPresent()) {
                return oneOf(left, new TreeSet<>(array.items().get()), operator.equals("<>"));
            }
            return Form.of(left + operator + quantifier + "(" + array + ")");
        }
        // Left-associative: the right side binds tighter.
        return binary(left, operator.equals("!=") ? "<>" : operator, expression(own + 1));
    }

    private static Form binary(Form left, String operator, Form right) {
        return Form.of("(" + left + operator + right + ")");
    }

    /** Reads an inner expression. */
    interface Inner {
        Form read() throws Unreadable;
    }

    /** Expressions between commas. */
    static List<Form> list(Cursor cursor, Inner inner) throws Unreadable {
        List<Form> items = new ArrayList<>();
        do {
            items.add(inner.read());
        } while (cursor.take(Kind.COMMA));
        return items;
    }
}
