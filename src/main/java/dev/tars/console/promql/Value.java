package dev.tars.console.promql;

import java.util.List;

/** What an expression is at one instant. */
public sealed interface Value {

    /** One number. */
    record Scalar(double value, long atMillis) implements Value {}

    /** A string literal. */
    record Text(String value, long atMillis) implements Value {}

    /** One number a label set. Sorted only where {@code sort}, {@code topk} and the like did it. */
    record Vector(List<VectorSample> samples) implements Value {
        public Vector {
            samples = List.copyOf(samples);
        }
    }

    /** Raw samples of a range selector or the steps of a subquery. */
    record Matrix(List<ResultSeries> series) implements Value {
        public Matrix {
            series = List.copyOf(series);
        }
    }

    /** One function per kind of value. */
    default <R> R match(ValueCases<R> cases) {
        if (this instanceof Scalar scalar) {
            return cases.scalar(scalar);
        }
        if (this instanceof Text text) {
            return cases.text(text);
        }
        if (this instanceof Vector vector) {
            return cases.vector(vector);
        }
        return cases.matrix((Matrix) this);
    }
}
