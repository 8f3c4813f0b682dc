package dev.tars.console.promql;

import dev.tars.console.base.Problem;

/** An expression that parses but has no answer over the data there is; the message is that of Prometheus. */
public final class PromqlEvaluationException extends RuntimeException implements Problem.Carrier {
    private static final long serialVersionUID = 1L;

    PromqlEvaluationException(String message) {
        super(message);
    }

    @Override
    public Problem problem() {
        return Problem.of(
                "The query cannot be evaluated: " + getMessage(),
                "",
                "It gives no value, so nothing can be said from it.",
                "Mend the query, or the labels of the series it reads.");
    }
}
