package dev.tars.console.runbook;

import dev.tars.console.base.Figures;
import dev.tars.console.base.Unit;
import dev.tars.console.base.Verdict;
import dev.tars.console.base.Verdict.Met;
import dev.tars.console.base.Verdict.Missed;
import dev.tars.console.base.Verdict.Unknown;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A bound on numbers.
 *
 * @param low the bound, or the lower one, in the base unit
 * @param high the upper bound of {@code between}; else the same as {@code low}
 * @param unit what the values have to be measured in
 */
public record Compare(
        Aggregate aggregate, Comparison comparison, BigDecimal low, BigDecimal high, Unit unit, String text)
        implements Expectation {

    private static final int NAMED = 3;

    public Compare {
        Objects.requireNonNull(aggregate, "aggregate");
        Objects.requireNonNull(comparison, "comparison");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(text, "text");
        if (low.compareTo(high) > 0) {
            throw new IllegalArgumentException("the lower bound " + low + " is above the upper one " + high);
        }
    }

    /** Texts are counted; NaN is no answer. */
    private static List<Value> notNumbers(List<Value> values) {
        return values.stream()
                .filter(v -> v.number().isPresent() && v.isNoNumber())
                .toList();
    }

    /** Whether a number is within. */
    public boolean holds(BigDecimal number) {
        int order = number.compareTo(low);
        return switch (comparison) {
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
            case EQUAL -> order == 0;
            case NOT_EQUAL -> order != 0;
            case AT_LEAST -> order >= 0;
            case GREATER -> order > 0;
            case BETWEEN -> order >= 0 && number.compareTo(high) <= 0;
        };
    }

    @Override
    public Verdict test(Answer answer) {
        List<Value> values = answer.values();
        if (values.isEmpty()) {
            return new Unknown("no samples", said(answer, "the answer is empty"));
        }
        if (aggregate != Aggregate.COUNT) {
            for (Value value : values) {
                if (value.number().isPresent() && value.unit() != unit) {
                    return new Unknown("unit", said(answer, unitsDiffer(value)));
                }
            }
        }
        List<Value> numbers = values.stream().filter(v -> !v.isNoNumber()).toList();
        List<Value> others = values.stream().filter(Value::isNoNumber).toList();
        List<Value> outside = numbers.stream().filter(v -> !holds(v.exact())).toList();
        return switch (aggregate) {
            case ALL -> each(answer, outside, others);
            case ANY -> any(answer, numbers, outside, others);
            case MAX -> one(answer, largest(numbers), isUpperBound() && !outside.isEmpty(), others);
            case MIN -> one(answer, smallest(numbers), isLowerBound() && !outside.isEmpty(), others);
            case SUM -> one(answer, sum(numbers), false, others);
            case COUNT -> one(answer, List.of(Value.of("count", values.size(), Unit.COUNT)), false, notNumbers(values));
        };
    }

    private Verdict each(Answer answer, List<Value> outside, List<Value> others) {
        if (!outside.isEmpty()) {
            return new Missed(said(answer, list(outside)));
        }
        return others.isEmpty() ? met(answer, list(worstFirst(answer.values()))) : noNumber(answer, others);
    }

    private Verdict any(Answer answer, List<Value> numbers, List<Value> outside, List<Value> others) {
        if (outside.size() < numbers.size()) {
            return met(
                    answer, list(numbers.stream().filter(v -> holds(v.exact())).toList()));
        }
        return others.isEmpty() ? new Missed(said(answer, list(outside))) : noNumber(answer, others);
    }

    /** @param sure whether it is missed already, whatever the others would have been */
    private Verdict one(Answer answer, List<Value> figure, boolean sure, List<Value> others) {
        if (!others.isEmpty() && !sure) {
            return noNumber(answer, others);
        }
        return holds(figure.get(0).exact()) ? met(answer, list(figure)) : new Missed(said(answer, list(figure)));
    }

    private Verdict met(Answer answer, String what) {
        return new Met(said(answer, what), false);
    }

    private Verdict noNumber(Answer answer, List<Value> others) {
        Value first = others.get(0);
        String what = first.number().isEmpty()
                ? "\"" + shortened(first.text()) + "\" is no number"
                : first.number().get().isNaN() ? "the value is NaN" : "the value is infinite, as after a division by 0";
        return new Unknown("no number", said(answer, named(first, what)));
    }

    private String unitsDiffer(Value value) {
        return named(value, "the answer is in " + word(value.unit()) + ", the limit in " + word(unit))
                + "; say with unit=... what the answer is measured in";
    }

    private static String word(Unit unit) {
        return switch (unit) {
            case SECONDS -> "seconds";
            case BYTES -> "bytes";
            case RATIO -> "percent";
            case PER_SECOND -> "events a second";
            case COUNT -> "no unit";
        };
    }

    private boolean isUpperBound() {
        return comparison == Comparison.LESS || comparison == Comparison.AT_MOST;
    }

    private boolean isLowerBound() {
        return comparison == Comparison.GREATER || comparison == Comparison.AT_LEAST;
    }

    private static List<Value> largest(List<Value> numbers) {
        return numbers.stream()
                .max(Comparator.comparing(Value::exact))
                .map(List::of)
                .orElse(List.of());
    }

    private static List<Value> smallest(List<Value> numbers) {
        return numbers.stream()
                .min(Comparator.comparing(Value::exact))
                .map(List::of)
                .orElse(List.of());
    }

    private List<Value> sum(List<Value> numbers) {
        BigDecimal sum = numbers.stream().map(Value::exact).reduce(BigDecimal.ZERO, BigDecimal::add);
        return List.of(Value.of("sum", sum.doubleValue(), unit));
    }

    /** The value nearest to the limit first: that is what a person wants to read of many. */
    private List<Value> worstFirst(List<Value> values) {
        Comparator<Value> order =
                Comparator.comparing(v -> v.exact().subtract(low).abs());
        return values.stream().sorted(order).toList();
    }

    private String list(List<Value> values) {
        String first =
                values.stream().limit(NAMED).map(v -> named(v, figure(v))).collect(Collectors.joining(", "));
        return values.size() > NAMED ? first + " and " + (values.size() - NAMED) + " more" : first;
    }

    private static String figure(Value value) {
        return Figures.of(value.number().orElseThrow(), value.unit());
    }

    private static String named(Value value, String what) {
        return value.name().isEmpty() ? what : value.name() + ": " + what;
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    private static String said(Answer answer, String what) {
        return answer.headline().isEmpty() ? what : answer.headline() + "; " + what;
    }
}
