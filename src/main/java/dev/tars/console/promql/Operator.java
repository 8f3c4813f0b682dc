package dev.tars.console.promql;

/** The binary operators; a higher {@link #precedence()} binds tighter, only {@code ^} groups from the right. */
public enum Operator {
    OR("or", 1),
    AND("and", 2),
    UNLESS("unless", 2),
    EQUAL("==", 3),
    NOT_EQUAL("!=", 3),
    LESS("<", 3),
    LESS_OR_EQUAL("<=", 3),
    GREATER(">", 3),
    GREATER_OR_EQUAL(">=", 3),
    ADD("+", 4),
    SUBTRACT("-", 4),
    MULTIPLY("*", 5),
    DIVIDE("/", 5),
    MODULO("%", 5),
    ATAN2("atan2", 5),
    POWER("^", 6);

    private final String sign;
    private final int precedence;

    Operator(String sign, int precedence) {
        this.sign = sign;
        this.precedence = precedence;
    }

    public String sign() {
        return sign;
    }

    public int precedence() {
        return precedence;
    }

    public boolean isSet() {
        return precedence <= 2;
    }

    public boolean isComparison() {
        return precedence == 3;
    }

    /** Arithmetic drops the metric name of its result; a comparison that filters keeps it, and so does atan2. */
    boolean dropsName() {
        return precedence > 3 && this != ATAN2;
    }
}
