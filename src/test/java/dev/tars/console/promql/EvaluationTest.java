package dev.tars.console.promql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluationTest {
    private final ScriptedSeries series = new ScriptedSeries();
    private final PromqlEngine engine = new PromqlEngine(series, Duration.ofSeconds(30), Duration.ofSeconds(20));

    @BeforeEach
    void script() throws PromqlException {
        series.with("count{job=\"a\"}", "0 10 20 30 40 50 60")
                .with("count{job=\"b\"}", "50 60 5 15 25 _ 45")
                .with("gauge{job=\"a\"}", "1 NaN 3 Infinity 5 6 7")
                .with("ends{job=\"a\"}", "1 2 3 stale _ 9")
                .with("limit{job=\"a\"}", "100 100 100 100 100 100 100")
                .with("b{le=\"1\"}", "10 10")
                .with("b{le=\"2\"}", "8 8")
                .with("b{le=\"4\"}", "20 20")
                .with("b{le=\"+Inf\"}", "20 20");
    }

    private String at(String query, long seconds) throws PromqlException {
        Value value = engine.instant(PromqlParser.parse(query), seconds * 1000);
        return value.match(new ValueCases<>() {
            @Override
            public String scalar(Value.Scalar scalar) {
                return Numbers.format(scalar.value());
            }

            @Override
            public String text(Value.Text text) {
                return text.value();
            }

            @Override
            public String vector(Value.Vector vector) {
                return vector.samples().stream()
                        .map(sample -> sample.labels().get("job") + "=" + Numbers.format(sample.value()))
                        .collect(Collectors.joining(" "));
            }

            @Override
            public String matrix(Value.Matrix matrix) {
                return matrix.series().stream()
                        .map(one -> one.labels().get("job") + "=" + Arrays.toString(one.millis())
                                + Arrays.toString(one.values()))
                        .collect(Collectors.joining(" "));
            }
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // A sample counts until the lookback of 30 s is over, its last instant included.
                "limit                        | 90 | a=100",
                "limit                        | 91 | ''",
                "limit offset 20s             | 110 | a=100",
                "limit offset -20s            | 0  | a=100",
                "limit @ 0                    | 999 | a=100",
                "limit @ start() offset 10s   | 60 | a=100",
                // A marker ends the series at once, a new sample begins it again.
                "ends                         | 29 | a=3",
                "ends                         | 30 | ''",
                "ends                         | 49 | ''",
                "ends                         | 50 | a=9",
                // Ranges include both ends and leave markers out.
                "ends[30s]                    | 50 | a=[20000, 50000][3.0, 9.0]",
                "count_over_time(limit[20s])  | 40 | a=3",
                "count_over_time(limit[20s])  | 41 | a=2",
                "count_over_time(ends[1m])    | 40 | a=3",
                // 20 in 20 s, and the window is full: no stretching.
                "rate(count{job='a'}[20s])    | 40 | a=1",
                "increase(count{job='a'}[20s])| 40 | a=20",
                // 20 in 20 s, stretched to the 25 s of the window.
                "increase(count{job='a'}[25s])| 40 | a=25",
                // The last sample is 1.05 distances before the end: stretched to it; at 1.2 by half a distance.
                "increase(count{job='a'}[30s500ms] offset -500ms) | 70 | a=30.5",
                "increase(count{job='a'}[32s])| 72 | a=25",
                // A counter is not stretched back beyond zero: first value 10, 10 s before it was 0.
                "increase(count{job='a'}[25s])| 23 | a=23",
                // Reset: 60 to 5 counts as 5; 15 in all between the ends of the window.
                "increase(count{job='b'}[20s])| 30 | b=15",
                "delta(count{job='b'}[20s])   | 30 | b=-45",
                "irate(count{job='b'}[30s])   | 20 | b=0.5",
                "idelta(count{job='b'}[30s])  | 20 | b=-55",
                "rate(count{job='a'}[5s])     | 42 | ''",
                "resets(count{job='b'}[1m])   | 60 | b=1",
                "changes(limit[1m])           | 60 | a=0",
                "deriv(count{job='a'}[30s])   | 60 | a=1",
                "predict_linear(count{job='a'}[30s], 60) | 60 | a=120",
                "sum_over_time(count{job='a'}[20s]) | 60 | a=150",
                "quantile_over_time(0.5, count{job='a'}[20s]) | 60 | a=50",
                "max_over_time(count{job='a'}[1m:]) | 60 | a=60",
                "sum_over_time(count{job='a'}[1m:]) | 59 | a=60",
                "absent(limit)                | 200 | =1",
                "absent(limit{job='a'})       | 200 | a=1",
                "absent(limit)                | 60 | ''",
                "absent_over_time(ends{job='a'}[5s]) | 45 | a=1",
                "sum(count)                   | 40 | =65",
                "avg(count)                   | 40 | =32.5",
                "topk(1, count)               | 40 | a=40",
                "bottomk(1, count)            | 40 | b=25",
                "sort_desc(count)             | 40 | a=40 b=25",
                "sort(count)                  | 40 | b=25 a=40",
                "quantile(0.5, count)         | 40 | =32.5",
                "max(gauge)                   | 10 | =NaN",
                "max(gauge or count)          | 10 | =60",
                "count / limit                | 40 | a=0.4",
                "count > 30                   | 40 | a=40",
                "30 < bool count              | 40 | a=1 b=0",
                "count and limit              | 40 | a=40",
                "count unless limit           | 40 | b=25",
                "limit or count               | 40 | a=100 b=25",
                "-count{job='a'}              | 40 | a=-40",
                "scalar(limit)                | 40 | 100",
                "scalar(count)                | 40 | NaN",
                "vector(time())               | 40 | =40",
                "timestamp(count{job='b'})    | 55 | b=40",
                "clamp(count, 30, 35)         | 40 | a=35 b=30",
                "round(count / 7)             | 40 | a=6 b=4",
                "histogram_quantile(0.25, b)  | 10 | =0.5",
                "histogram_quantile(0.75, b)  | 10 | =3",
                "1 + 2 * 3                    | 0 | 7",
                "\"text\"                     | 0 | text"
            })
    void valuesWorkedOutByHand(String query, long seconds, String expected) throws PromqlException {
        assertThat(at(query, seconds)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "count + on() limit | multiple matches for labels: many-to-one matching must be explicit"
                        + " (group_left/group_right)",
                "limit + on() count | found duplicate series for the match group {} on the right hand-side of the"
                        + " operation: [{__name__=\"count\", job=\"b\"}, {__name__=\"count\", job=\"a\"}];many-to-many"
                        + " matching not allowed: matching labels must be unique on one side",
                "count + on() group_left(job) limit | multiple matches for labels: grouping labels must ensure unique"
                        + " matches",
                "abs({__name__=~'[cl].+'}) | vector cannot contain metrics with the same labelset",
                "label_replace(count, 'job', 'x', '', '') | vector cannot contain metrics with the same labelset",
                "topk(NaN, count) | Scalar value NaN overflows int64"
            })
    void whatHasNoAnswerIsToldInTheWordsOfPrometheus(String query, String message) throws PromqlException {
        Expr expr = PromqlParser.parse(query);
        assertThatExceptionOfType(PromqlEvaluationException.class)
                .isThrownBy(() -> engine.instant(expr, 40_000))
                .withMessage(message)
                .satisfies(e -> assertThat(e.problem().what()).contains(message));
        assertThatExceptionOfType(PromqlEvaluationException.class)
                .isThrownBy(() -> engine.range(expr, 0, 60_000, 10_000))
                .withMessage(message);
    }

    @Test
    void aRangeLeavesOutStepsWithoutValue() throws PromqlException {
        List<ResultSeries> results = engine.range(PromqlParser.parse("ends * 2"), 0, 60_000, 15_000);
        assertThat(results).singleElement().satisfies(one -> {
            assertThat(one.labels()).isEqualTo(Labels.of("job", "a"));
            assertThat(one.millis()).containsExactly(0, 15_000, 60_000);
            assertThat(one.values()).containsExactly(2, 4, 18);
        });
    }

    @Test
    void aScalarOverARangeIsOneSeriesWithoutLabels() throws PromqlException {
        List<ResultSeries> results = engine.range(PromqlParser.parse("time() + 1"), 0, 20_000, 10_000);
        assertThat(results).singleElement().satisfies(one -> {
            assertThat(one.labels()).isEqualTo(Labels.EMPTY);
            assertThat(one.values()).containsExactly(1, 11, 21);
        });
    }

    @Test
    void seriesThatTakeTurnsUnderOneNameAreJoined() throws PromqlException {
        series.with("first{job=\"x\"}", "1 1 stale").with("second{job=\"x\"}", "_ _ 2 2");
        List<ResultSeries> results =
                engine.range(PromqlParser.parse("abs({__name__=~'first|second'})"), 0, 30_000, 10_000);
        assertThat(results)
                .singleElement()
                .satisfies(one -> assertThat(one.values()).containsExactly(1, 1, 2, 2));
    }

    @Test
    void eachSelectorIsReadOnceHoweverManyStepsThereAre() throws PromqlException {
        Expr expr = PromqlParser.parse("rate(count[20s]) / on(job) limit offset 10s");
        engine.range(expr, 0, 600_000, 1_000);
        assertThat(series.selections).containsExactly("count -20000..600000", "limit -40000..590000");
    }

    @Test
    void aRangeQueryOfARangeVectorIsRefused() throws PromqlException {
        Expr expr = PromqlParser.parse("count[1m]");
        assertThatExceptionOfType(PromqlEvaluationException.class)
                .isThrownBy(() -> engine.range(expr, 0, 1, 1))
                .withMessage("invalid expression type \"range vector\" for range query, must be Scalar or instant"
                        + " Vector");
    }

    @Test
    void timesThatMakeNoSenseAreNamed() throws PromqlException {
        Expr expr = PromqlParser.parse("1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> engine.range(expr, 5, 4, 1))
                .withMessageContaining("5..4 by 1 ms");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> engine.range(expr, 0, 4, 0))
                .withMessageContaining("step above 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PromqlEngine(series, Duration.ZERO))
                .withMessageContaining("lookback");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ResultSeries(Labels.EMPTY, new long[1], new double[0]));
    }
}
