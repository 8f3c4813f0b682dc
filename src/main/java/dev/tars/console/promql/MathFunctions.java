package dev.tars.console.promql;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/** Functions of one number, and the rules of Go where Java's differ at NaN and the infinities. */
final class MathFunctions {
    private static final Map<String, DoubleUnaryOperator> ALL = new HashMap<>();

    static {
        ALL.put("abs", Math::abs);
        ALL.put("ceil", Math::ceil);
        ALL.put("floor", Math::floor);
        ALL.put("exp", Math::exp);
        ALL.put("sqrt", Math::sqrt);
        ALL.put("ln", Math::log);
        ALL.put("log2", MathFunctions::log2);
        ALL.put("log10", Math::log10);
        ALL.put("sgn", value -> value < 0 ? -1 : value > 0 ? 1 : value);
        ALL.put("sin", Math::sin);
        ALL.put("cos", Math::cos);
        ALL.put("tan", Math::tan);
        ALL.put("asin", Math::asin);
        ALL.put("acos", Math::acos);
        ALL.put("atan", Math::atan);
        ALL.put("sinh", Math::sinh);
        ALL.put("cosh", Math::cosh);
        ALL.put("tanh", Math::tanh);
        ALL.put("asinh", MathFunctions::asinh);
        ALL.put("acosh", MathFunctions::acosh);
        ALL.put("atanh", value -> 0.5 * Math.log1p(2 * value / (1 - value)));
        ALL.put("deg", value -> value * 180 / Math.PI);
        ALL.put("rad", value -> value * Math.PI / 180);
    }

    private MathFunctions() {}

    static Optional<DoubleUnaryOperator> named(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    /** To a multiple, halves up. */
    static double round(double value, double multiple) {
        double inverse = 1 / multiple;
        return Math.floor(value * inverse + 0.5) / inverse;
    }

    /** Exact for powers of two. */
    private static double log2(double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            return Math.log(value);
        }
        int exponent = Math.getExponent(value);
        if (exponent < Double.MIN_EXPONENT) {
            return Math.log(value) / Math.log(2);
        }
        double fraction = value / Math.scalb(1.0, exponent);
        return exponent + (fraction == 1 ? 0 : Math.log(fraction) / Math.log(2));
    }

    private static double asinh(double value) {
        if (value == 0 || Double.isInfinite(value)) {
            return value;
        }
        double size = Math.abs(value);
        double grown = size > 1e9
                ? Math.log(size) + Math.log(2)
                : Math.log1p(size + size * size / (1 + Math.sqrt(size * size + 1)));
        return Math.copySign(grown, value);
    }

    private static double acosh(double value) {
        if (value > 1e9) {
            return Math.log(value) + Math.log(2);
        }
        double above = value - 1;
        return Math.log1p(above + Math.sqrt(2 * above + above * above));
    }

    /** Go: 1 to any power, and -1 to an infinite one, is 1; Java says NaN. */
    static double power(double base, double exponent) {
        boolean one = base == 1 || (base == -1 && Double.isInfinite(exponent));
        return one ? 1 : Math.pow(base, exponent);
    }

    /** Go: the smaller of NaN and -Inf is -Inf; Java says NaN. */
    static double min(double a, double b) {
        double least = Double.NEGATIVE_INFINITY;
        return a == least || b == least ? least : Math.min(a, b);
    }

    /** Go: the larger of NaN and +Inf is +Inf; Java says NaN. */
    static double max(double a, double b) {
        double most = Double.POSITIVE_INFINITY;
        return a == most || b == most ? most : Math.max(a, b);
    }
}
