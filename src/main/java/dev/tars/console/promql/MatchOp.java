package dev.tars.console.promql;

/** How a matcher compares a label's value. */
public enum MatchOp {
    EQUAL("="),
    NOT_EQUAL("!="),
    REGEX("=~"),
    NOT_REGEX("!~");

    private final String sign;

    MatchOp(String sign) {
        this.sign = sign;
    }

    public String sign() {
        return sign;
    }
}
