package dev.tars.console.runbook;

import dev.tars.console.base.Unit;
import java.math.BigDecimal;
import java.util.Optional;

/** The units of the grammar, and how much of the base unit each is. */
public final class Units {
    static final String[] WORDS = {"ms", "s", "min", "h", "d", "B", "KiB", "MiB", "GiB", "%", "/s"};

    /**
     * A unit as it is written.
     *
     * @param unit what it measures
     * @param factor how many base units it is
     */
    public record Scale(Unit unit, BigDecimal factor) {
        /** A value written in this unit. */
        public Value value(String name, double number) {
            boolean isFinite = Double.isFinite(number);
            return Value.of(
                    name, isFinite ? BigDecimal.valueOf(number).multiply(factor).doubleValue() : number, unit);
        }
    }

    private Units() {}

    /** The scale of a word; empty where it is no unit. */
    public static Optional<Scale> of(String word) {
        return switch (word) {
            case "ms" -> scale(Unit.SECONDS, "0.001");
            case "s" -> scale(Unit.SECONDS, "1");
            case "min" -> scale(Unit.SECONDS, "60");
            case "h" -> scale(Unit.SECONDS, "3600");
            case "d" -> scale(Unit.SECONDS, "86400");
            case "B" -> scale(Unit.BYTES, "1");
            case "KiB" -> scale(Unit.BYTES, "1024");
            case "MiB" -> scale(Unit.BYTES, "1048576");
            case "GiB" -> scale(Unit.BYTES, "1073741824");
            case "%" -> scale(Unit.RATIO, "0.01");
            case "/s" -> scale(Unit.PER_SECOND, "1");
            default -> Optional.empty();
        };
    }

    private static Optional<Scale> scale(Unit unit, String factor) {
        return Optional.of(new Scale(unit, new BigDecimal(factor)));
    }
}
