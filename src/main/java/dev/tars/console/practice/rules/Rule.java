package dev.tars.console.practice.rules;

import dev.tars.console.promql.Expr;
import java.time.Duration;
import java.util.Map;

/** A rule as its file has it. */
public sealed interface Rule permits Rule.Recording, Rule.Alerting {

    String name();

    Expr expr();

    /** The expression as Prometheus prints it. */
    String query();

    Map<String, String> labels();

    /** Keeps an expression's result as a series of the rule's name. */
    record Recording(String name, Expr expr, String query, Map<String, String> labels) implements Rule {}

    /** @param hold how long the expression must have results before the alert fires */
    record Alerting(
            String name,
            Expr expr,
            String query,
            Duration hold,
            Map<String, String> labels,
            Map<String, String> annotations)
            implements Rule {}
}
