package dev.tars.console.promql;

import com.google.re2j.Pattern;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One condition on a label. A label that a series does not have counts as the empty text. Regular expressions are RE2
 * and must match the whole value.
 */
public final class LabelMatcher {
    private final String name;
    private final MatchOp op;
    private final String value;
    private final @Nullable Pattern pattern;

    /** @throws com.google.re2j.PatternSyntaxException when a regular expression does not parse */
    public LabelMatcher(String name, MatchOp op, String value) {
        this.name = Objects.requireNonNull(name, "name");
        this.op = Objects.requireNonNull(op, "op");
        this.value = Objects.requireNonNull(value, "value");
        this.pattern = op == MatchOp.REGEX || op == MatchOp.NOT_REGEX ? Pattern.compile("^(?:" + value + ")$") : null;
    }

    /** A plain equality. */
    public static LabelMatcher equal(String name, String value) {
        return new LabelMatcher(name, MatchOp.EQUAL, value);
    }

    public String name() {
        return name;
    }

    public MatchOp op() {
        return op;
    }

    public String value() {
        return value;
    }

    public boolean matches(String labelValue) {
        boolean same = pattern == null ? value.equals(labelValue) : pattern.matches(labelValue);
        return same == (op == MatchOp.EQUAL || op == MatchOp.REGEX);
    }

    public boolean matches(Labels labels) {
        return matches(labels.get(name));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LabelMatcher that
                && name.equals(that.name)
                && op == that.op
                && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, op, value);
    }

    /** As in a query: {@code status=~"5.."}. */
    @Override
    public String toString() {
        return name + op.sign() + QuotedText.quote(value);
    }
}
