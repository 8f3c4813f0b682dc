package dev.tars.console.connect.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tars.console.connect.prometheus.InstantAnswer.Result;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Field case SLO-01: sample values are strings, and some are special. */
class SampleValuesTest extends ServerTest {

    @ParameterizedTest
    @CsvSource({
        "+Inf,Infinity",
        "-Inf,-Infinity",
        "NaN,NaN",
        "1e3,1000",
        "0.0007628829906666,0.0007628829906666",
        "0e+00,0"
    })
    void aVectorsValueIsReadExactly(String sent, double expected) throws Exception {
        server.enqueue(Answers.vector(sent));
        assertThat(ask(client(), "x").result())
                .isEqualTo(new Result.Vector(List.of(new InstantSample(Map.of(), 1_763_978_400_283L, expected))));
    }

    @Test
    void aScalarMayBeNaN() throws Exception {
        server.enqueue(Answers.data("{\"resultType\":\"scalar\",\"result\":[1763978400,\"NaN\"]}"));
        InstantAnswer answer = ask(client(), "x");
        assertThat(answer.result()).isEqualTo(new Result.Scalar(1_763_978_400_000L, Double.NaN));
        assertThat(answer.samples()).hasSize(1);
        assertThat(answer.samples().get(0).value()).isNaN();
    }

    @Test
    void aStringIsTextAndNoNumber() throws Exception {
        server.enqueue(Answers.data("{\"resultType\":\"string\",\"result\":[1763978400,\"hi\"]}"));
        InstantAnswer answer = ask(client(), "\"hi\"");
        assertThat(answer.result()).isEqualTo(new Result.Text(1_763_978_400_000L, "hi"));
        assertThat(answer.samples()).isEmpty();
    }

    @Test
    void aMatrixHasItsPoints() throws Exception {
        server.enqueue(Answers.data("{\"resultType\":\"matrix\",\"result\":[{\"metric\":{},"
                + "\"values\":[[1763978400,\"1\"],[1763978415,\"2\"]]}]}"));
        assertThat(ask(client(), "x[1m]").result())
                .isEqualTo(new Result.Matrix(List.of(new RangeSeries(
                        Map.of(), new long[] {1_763_978_400_000L, 1_763_978_415_000L}, new double[] {1, 2}))));
    }

    @Test
    void anEmptyVectorIsATrueAnswer() throws Exception {
        server.enqueue(Answers.empty());
        InstantAnswer answer = ask(client(), "x");
        assertThat(answer.samples()).isEmpty();
        assertThat(answer.isPartial()).isFalse();
        assertThat(answer.raw()).isEqualTo(Answers.EMPTY);
    }

    @Test
    void nativeHistogramsAreLeftOutCountedAndNamed() throws Exception {
        server.enqueue(Answers.data("{\"resultType\":\"vector\",\"result\":["
                + "{\"metric\":{\"a\":\"1\"},\"histogram\":[1763978400,{\"count\":\"60\",\"sum\":\"3.5\","
                + "\"buckets\":[[0,\"-0.1\",\"0.1\",\"3\"],[1,\"0.2\",\"+Inf\",\"57\"]]}]},"
                + "{\"metric\":{\"a\":\"2\"},\"value\":[1763978400,\"5\"]}]}"));
        InstantAnswer answer = ask(client(), "x");
        assertThat(answer.samples()).containsExactly(new InstantSample(Map.of("a", "2"), 1_763_978_400_000L, 5));
        assertThat(answer.infos())
                .containsExactly("1 native histogram sample was left out: this client reads plain values.");
    }

    @Test
    void theOrderOfFieldsDoesNotMatter() throws Exception {
        server.enqueue(
                Answers.json(
                        200,
                        "{\"infos\":[\"mind\"],\"stats\":{\"a\":[1,{}]},\"data\":{\"stats\":{},\"result\":[{\"value\":[1,\"2\"],"
                                + "\"other\":[[]],\"metric\":{\"le\":\"\\u00e4\\\"\"}}],\"resultType\":\"vector\"},\"status\":\"success\"}"));
        InstantAnswer answer = ask(client(), "x");
        assertThat(answer.samples()).containsExactly(new InstantSample(Map.of("le", "ä\""), 1000, 2));
        assertThat(answer.infos()).containsExactly("mind");
    }
}
