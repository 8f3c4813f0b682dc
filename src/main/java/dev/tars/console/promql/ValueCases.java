package dev.tars.console.promql;

/** One function per kind of {@link Value}. */
public interface ValueCases<R> {
    R scalar(Value.Scalar scalar);

    R text(Value.Text text);

    R vector(Value.Vector vector);

    R matrix(Value.Matrix matrix);
}
