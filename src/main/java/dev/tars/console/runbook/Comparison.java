package dev.tars.console.runbook;

/** How a value has to stand to a bound. */
public enum Comparison {
    LESS("<"),
    AT_MOST("<="),
    EQUAL("="),
    NOT_EQUAL("!="),
    AT_LEAST(">="),
    GREATER(">"),
    /** From a bound to a second one, both included. */
    BETWEEN("between");

    private final String sign;

    Comparison(String sign) {
        this.sign = sign;
    }

    public String sign() {
        return sign;
    }
}
