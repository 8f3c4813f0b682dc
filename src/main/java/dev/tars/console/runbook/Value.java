package dev.tars.console.runbook;

import dev.tars.console.base.Unit;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * One thing an answer says.
 *
 * @param name what it is about: labels, a row, a pod, "exit", "status"
 * @param text as it came, without secrets
 * @param number the same as a number in the base unit of {@code unit}; NaN where it is NaN, empty where it is no number
 * @param unit what it is measured in; COUNT where nothing says
 */
public record Value(String name, String text, Optional<Double> number, Unit unit) {

    /** The name of an exit code. */
    public static final String EXIT = "exit";
    /** The name of an HTTP status. */
    public static final String STATUS = "status";

    public Value {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(unit, "unit");
    }

    public static Value of(String name, double number, Unit unit) {
        return new Value(name, plain(number), Optional.of(number), unit);
    }

    /** A text; a number without a unit where it reads as one. */
    public static Value of(String name, String text) {
        return new Value(name, text, number(text), Unit.COUNT);
    }

    private static Optional<Double> number(String text) {
        try {
            return Optional.of(new BigDecimal(text.strip()).doubleValue());
        } catch (NumberFormatException e) {
            return text.strip().equals("NaN") ? Optional.of(Double.NaN) : Optional.empty();
        }
    }

    private static String plain(double number) {
        return Double.isFinite(number)
                ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
                : String.valueOf(number);
    }

    /** Whether nothing can be said by it: NaN, or infinite, as a division by zero is. */
    boolean isNoNumber() {
        return number.isEmpty() || !Double.isFinite(number.get());
    }

    BigDecimal exact() {
        return BigDecimal.valueOf(number.orElseThrow());
    }
}
