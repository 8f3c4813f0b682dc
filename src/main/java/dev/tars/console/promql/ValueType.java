package dev.tars.console.promql;

/** What an expression yields, named as the Prometheus documentation names it. */
public enum ValueType {
    SCALAR("scalar"),
    VECTOR("instant vector"),
    MATRIX("range vector"),
    STRING("string");

    private final String words;

    ValueType(String words) {
        this.words = words;
    }

    /** The name in error messages: {@code instant vector}. */
    public String words() {
        return words;
    }
}
