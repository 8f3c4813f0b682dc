package dev.tars.console.slo;

import java.util.Optional;

/** Whether an expression is PromQL at all, before any server is asked. */
@FunctionalInterface
public interface QueryCheck {

    /** What is wrong with an expression, in words; empty where it parses. */
    Optional<String> fault(String expression);

    /** Lets every expression pass: the server will judge. */
    static QueryCheck none() {
        return expression -> Optional.empty();
    }
}
