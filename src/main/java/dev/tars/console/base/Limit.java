package dev.tars.console.base;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A bound on a figure as people write it in the release's files: {@code < 150ms}, {@code > 99%}, {@code <= 1GiB}.
 *
 * <p>The bound is held as a decimal in the base unit of its {@link Unit}, so that 1 % is 0.01 and not its nearest
 * double; a value is compared by its shortest decimal form, which is how Prometheus prints it. NaN satisfies nothing
 * and misses nothing: ask {@link #test} only for numbers.
 *
 * @param operator how the value must stand to the bound
 * @param bound the bound, in the base unit
 * @param unit what is measured
 * @param text the bound as it was written, for people
 */
public record Limit(Operator operator, BigDecimal bound, Unit unit, String text) {

    /** How a value must stand to the bound. */
    public enum Operator {
        LESS("<"),
        AT_MOST("<="),
        GREATER(">"),
        AT_LEAST(">=");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }

        /** True where small values are good. */
        public boolean isUpperBound() {
            return this == LESS || this == AT_MOST;
        }
    }

    private static final Pattern FORM =
            Pattern.compile("\\s*(<=|>=|<|>)\\s*([0-9]+(?:\\.[0-9]+)?)\\s*(ms|s|min|h|B|KiB|MiB|GiB|%|/s)?\\s*");

    public Limit {
        Objects.requireNonNull(operator, "operator");
        Objects.requireNonNull(bound, "bound");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(text, "text");
    }

    /** Reads a bound; empty where the text has not the form {@code OP NUMBER[UNIT]}. */
    public static Optional<Limit> parse(String text) {
        Matcher m = FORM.matcher(text);
        if (!m.matches()) {
            return Optional.empty();
        }
        Operator operator = Operator.LESS;
        for (Operator candidate : Operator.values()) {
            if (candidate.sign().equals(m.group(1))) {
                operator = candidate;
            }
        }
        BigDecimal number = new BigDecimal(m.group(2));
        String unit = m.group(3) == null ? "" : m.group(3);
        Limit limit = switch (unit) {
            case "ms" -> new Limit(operator, number.movePointLeft(3), Unit.SECONDS, text.strip());
            case "s" -> new Limit(operator, number, Unit.SECONDS, text.strip());
            case "min" -> new Limit(operator, number.multiply(BigDecimal.valueOf(60)), Unit.SECONDS, text.strip());
            case "h" -> new Limit(operator, number.multiply(BigDecimal.valueOf(3600)), Unit.SECONDS, text.strip());
            case "B" -> new Limit(operator, number, Unit.BYTES, text.strip());
            case "KiB" -> new Limit(operator, number.multiply(BigDecimal.valueOf(1L << 10)), Unit.BYTES, text.strip());
            case "MiB" -> new Limit(operator, number.multiply(BigDecimal.valueOf(1L << 20)), Unit.BYTES, text.strip());
            case "GiB" -> new Limit(operator, number.multiply(BigDecimal.valueOf(1L << 30)), Unit.BYTES, text.strip());
            case "%" -> new Limit(operator, number.movePointLeft(2), Unit.RATIO, text.strip());
            case "/s" -> new Limit(operator, number, Unit.PER_SECOND, text.strip());
            default -> new Limit(operator, number, Unit.COUNT, text.strip());
        };
        return Optional.of(limit);
    }

    /** Whether a number keeps the bound. @throws IllegalArgumentException for NaN, which is neither inside nor outside */
    public boolean test(double value) {
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException("NaN is neither inside nor outside " + text);
        }
        if (Double.isInfinite(value)) {
            return value > 0 != operator.isUpperBound();
        }
        int order = BigDecimal.valueOf(value).compareTo(bound);
        return switch (operator) {
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
            case GREATER -> order > 0;
            case AT_LEAST -> order >= 0;
        };
    }
}
