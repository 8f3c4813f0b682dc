package dev.tars.console.promql;

import java.util.List;

/** An expression evaluated at every step at once. Range vectors never get here: their functions read them directly. */
sealed interface Evaluated {

    record Scalar(double[] values) implements Evaluated {}

    record Vector(List<Column> columns) implements Evaluated {}

    record Text(String value) implements Evaluated {}

    default double[] scalar() {
        return ((Scalar) this).values();
    }

    default List<Column> vector() {
        return ((Vector) this).columns();
    }

    default String text() {
        return ((Text) this).value();
    }
}
