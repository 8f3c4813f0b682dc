package dev.tars.console.promql;

/** What an operator makes of two numbers. */
final class Arithmetic {

    private Arithmetic() {}

    /** The result; for a comparison the left number, whether it holds or not. */
    static double apply(Operator op, double left, double right) {
        return switch (op) {
            case ADD -> left + right;
            case SUBTRACT -> left - right;
            case MULTIPLY -> left * right;
            case DIVIDE -> left / right;
            case MODULO -> left % right;
            case POWER -> MathFunctions.power(left, right);
            case ATAN2 -> Math.atan2(left, right);
            default -> left;
        };
    }

    /** Whether an element stays: always after arithmetic. */
    static boolean holds(Operator op, double left, double right) {
        return switch (op) {
            case EQUAL -> left == right;
            case NOT_EQUAL -> left != right;
            case LESS -> left < right;
            case LESS_OR_EQUAL -> left <= right;
            case GREATER -> left > right;
            case GREATER_OR_EQUAL -> left >= right;
            default -> true;
        };
    }
}
