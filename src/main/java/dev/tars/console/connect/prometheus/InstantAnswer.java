package dev.tars.console.connect.prometheus;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * The answer to an instant query. An empty vector is a true answer: nothing matches.
 *
 * @param result what came back
 * @param warnings what the server could not look at: the answer is partial
 * @param infos remarks on the query, and what this client left out (native histograms)
 * @param raw the body as it came, {@link #RAW_CAP} bytes at most
 * @param took from the question to the parsed answer
 */
public record InstantAnswer(Result result, List<String> warnings, List<String> infos, String raw, Duration took) {

    /** How much of a body is kept as evidence, in bytes. */
    public static final int RAW_CAP = 16 * 1024;

    public InstantAnswer {
        Objects.requireNonNull(result, "result");
        warnings = List.copyOf(warnings);
        infos = List.copyOf(infos);
        Objects.requireNonNull(raw, "raw");
        Objects.requireNonNull(took, "took");
    }

    /** What an expression evaluates to. */
    public sealed interface Result {
        /** Series at one time, in no order. */
        record Vector(List<InstantSample> samples) implements Result {
            public Vector {
                samples = List.copyOf(samples);
            }
        }

        /** A number without labels. */
        record Scalar(long millis, double value) implements Result {}

        /** A string literal: text, no number. */
        record Text(long millis, String text) implements Result {
            public Text {
                Objects.requireNonNull(text, "text");
            }
        }

        /** The raw samples that a range selector holds. */
        record Matrix(List<RangeSeries> series) implements Result {
            public Matrix {
                series = List.copyOf(series);
            }
        }

        /** One function a case. */
        default <T> T match(
                Function<Vector, T> vector,
                Function<Scalar, T> scalar,
                Function<Text, T> text,
                Function<Matrix, T> matrix) {
            if (this instanceof Vector v) {
                return vector.apply(v);
            }
            if (this instanceof Scalar s) {
                return scalar.apply(s);
            }
            if (this instanceof Text t) {
                return text.apply(t);
            }
            return matrix.apply((Matrix) this);
        }
    }

    /** The samples of a vector; a scalar as one sample without labels; nothing of a text or a matrix. */
    public List<InstantSample> samples() {
        return result.match(
                Result.Vector::samples,
                s -> List.of(new InstantSample(Map.of(), s.millis(), s.value())),
                t -> List.of(),
                m -> List.of());
    }

    /** Whether the server says that something is missing. */
    public boolean isPartial() {
        return !warnings.isEmpty();
    }
}
