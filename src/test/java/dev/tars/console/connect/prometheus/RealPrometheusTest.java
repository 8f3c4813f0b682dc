package dev.tars.console.connect.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tars.console.base.ConnectionReport.Status;
import dev.tars.console.base.Ticker;
import dev.tars.console.connect.Eventually;
import dev.tars.console.connect.http.HttpEndpoint;
import dev.tars.console.connect.prometheus.InstantAnswer.Result;
import dev.tars.console.connect.prometheus.PrometheusException.Kind;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The client against the real server. */
class RealPrometheusTest {

    @SuppressWarnings("NullAway.Init")
    private static RealPrometheus real;

    private PrometheusClient client;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        real = RealPrometheus.start(folder);
    }

    @AfterAll
    static void stop() throws Exception {
        if (real != null) {
            real.close();
        }
    }

    @BeforeEach
    void connect() {
        client = new PrometheusClient(HttpEndpoint.of(real.address()), Clock.systemUTC(), Ticker.system());
    }

    @AfterEach
    void close() {
        client.close();
    }

    @ParameterizedTest
    @CsvSource({
        "1/0,Infinity",
        "-1/0,-Infinity",
        "0/0,NaN",
        "1e-10,1e-10",
        "1e300*10,1e301",
        "0.1+0.2,0.30000000000000004"
    })
    void valuesArriveAsTheServerHasThem(String expr, Double expected) throws Exception {
        assertThat(((Result.Scalar) client.query(expr, Optional.empty()).result()).value())
                .isEqualTo(expected);
    }

    @Test
    void aQueryIsAnsweredAtTheTimeAskedFor() throws Exception {
        Instant at = Instant.ofEpochMilli(1_763_978_400_283L);
        assertThat(client.query("time()", Optional.of(at)).result())
                .isEqualTo(new Result.Scalar(1_763_978_400_283L, 1_763_978_400.283));
        assertThat(client.query("label_replace(vector(1), \"a\", \"b+c d&e=ü\", \"\", \"\")", Optional.of(at))
                        .samples())
                .containsExactly(new InstantSample(Map.of("a", "b+c d&e=ü"), 1_763_978_400_283L, 1));
        assertThat(client.report().status()).isEqualTo(Status.ANSWERING);
    }

    @Test
    void aLongQueryIsAnsweredAsAForm() throws Exception {
        String expr = "vector(1)" + " + vector(1)".repeat(300);
        assertThat(client.query(expr, Optional.empty()).samples().get(0).value())
                .isEqualTo(301);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sum(|parse error",
                "up + on(a) group_left up{a=~\"[\"}|parse",
                "histogram_percentile(1)|unknown function"
            })
    void aBadQueryIsRefusedInTheServersWords(String expr, String words) {
        PrometheusException failure = ServerTest.failure(client, expr);
        assertThat(failure.kind()).isEqualTo(Kind.BAD_QUERY);
        assertThat(failure.problem().what()).contains(words);
    }

    @Test
    void moreThanElevenThousandPointsEqualSmallerPieces() throws Exception {
        Instant start = Instant.ofEpochMilli(1_763_978_400_283L);
        Duration step = Duration.ofMillis(1_500);
        int points = 30_001;
        Instant end = start.plus(step.multipliedBy(points - 1));
        String expr = "label_replace(vector(time()), \"a\", \"1\", \"\", \"\") or vector(time() % 7)";
        RangeAnswer whole = client.queryRange(expr, start, end, step);

        List<List<RangeSeries>> pieces = new ArrayList<>();
        for (int from = 0; from < points; from += 997) {
            int to = Math.min(points, from + 997) - 1;
            pieces.add(client.queryRange(
                            expr, start.plus(step.multipliedBy(from)), start.plus(step.multipliedBy(to)), step)
                    .series());
        }
        assertThat(whole.series()).hasSize(2).containsExactlyInAnyOrderElementsOf(RangeSplit.join(pieces));
        for (RangeSeries series : whole.series()) {
            assertThat(series.size()).isEqualTo(points);
            for (int i = 0; i < points; i++) {
                assertThat(series.millis()[i]).isEqualTo(start.toEpochMilli() + 1_500L * i);
            }
        }
    }

    @Test
    void rulesTargetsBuildAndRuntimeAreThere() throws Exception {
        Eventually.holds(
                Duration.ofSeconds(30),
                "the first scrape and evaluation",
                () -> !client.query("job:up:sum == 1", Optional.empty())
                        .samples()
                        .isEmpty());
        RuleGroup group = client.rules().get(0);
        assertThat(group.interval()).isEqualTo(Duration.ofSeconds(1));
        assertThat(group.rules().get(0).health()).isEqualTo(RuleGroup.Health.OK);
        assertThat(group.rules().get(0).lastEvaluation()).isPresent();
        assertThat(client.targets()).hasSize(1);
        assertThat(client.targets().get(0).health()).isEqualTo(Target.Health.UP);
        assertThat(client.targets().get(0).labels()).containsEntry("job", "self");
        assertThat(client.buildInfo().version()).isNotEmpty();
        assertThat(client.runtimeInfo().reloadConfigSuccess()).isTrue();
        assertThat(client.runtimeInfo().startTime()).isPresent();
        Result raw = client.query("up[10s]", Optional.empty()).result();
        assertThat(((Result.Matrix) raw).series().get(0).values()).contains(1);
    }

    @Test
    void twoClocksOfOneMachineAgree() throws Exception {
        for (int i = 0; i < 9; i++) {
            client.query("vector(1)", Optional.empty());
        }
        assertThat(client.clockSkew().orElseThrow().offset().abs()).isLessThan(Duration.ofMillis(250));
    }
}
