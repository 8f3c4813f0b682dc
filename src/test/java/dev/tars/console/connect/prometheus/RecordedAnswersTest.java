package dev.tars.console.connect.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tars.console.connect.prometheus.InstantAnswer.Result;
import dev.tars.console.connect.prometheus.PrometheusException.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers recorded from a real server, where they are at hand (property {@code recorded.answers}). */
class RecordedAnswersTest extends ServerTest {
    private static final String FOLDER = System.getProperty("recorded.answers", "../shared/data/prometheus");

    private void replay(int status, String name) throws Exception {
        Path file = Path.of(FOLDER, name);
        assumeTrue(Files.isRegularFile(file), "no recorded answer " + file);
        server.enqueue(Answers.json(status, Files.readString(file)));
    }

    @Test
    void vectorsAndScalarsAndStringsAreRead() throws Exception {
        replay(200, "query_vector.json");
        assertThat(ask(client(), "up").samples())
                .extracting(InstantSample::value)
                .containsExactly(0.0, 1.0);
        replay(200, "query_nan.json");
        assertThat(ask(client(), "x").samples().get(0).value()).isNaN();
        replay(200, "query_scalar.json");
        assertThat(ask(client(), "x").result()).isEqualTo(new Result.Scalar(1795569688008L, Double.POSITIVE_INFINITY));
        replay(200, "query_string.json");
        assertThat(ask(client(), "x").result()).isEqualTo(new Result.Text(1795569688026L, "hi"));
        replay(200, "query_empty.json");
        assertThat(ask(client(), "x").samples()).isEmpty();
    }

    @Test
    void rangesRulesTargetsAndStatusAreRead() throws Exception {
        replay(200, "range_with_gap.json");
        assertThat(client().queryRange("up", Instant.EPOCH, Instant.EPOCH, Duration.ofSeconds(1))
                        .series())
                .hasSize(2);
        replay(200, "rules.json");
        assertThat(client().rules().get(1).rules().get(3).health()).isEqualTo(RuleGroup.Health.ERR);
        replay(200, "targets_one_down.json");
        assertThat(client().targets()).extracting(Target::health).containsExactly(Target.Health.DOWN, Target.Health.UP);
        replay(200, "buildinfo.json");
        assertThat(client().buildInfo().version()).startsWith("2.42.0");
        replay(200, "runtimeinfo_after_failed_reload.json");
        assertThat(client().runtimeInfo().reloadConfigSuccess()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "400,error_parse.json,BAD_QUERY",
        "422,error_many_to_many.json,BAD_QUERY",
        "422,error_max_samples.json,BAD_QUERY",
        "400,error_too_many_points.json,BAD_QUERY",
        "404,not_found.json,NOT_PROMETHEUS",
        "500,reload_failed.json,SERVER_ERROR"
    })
    void errorsAreOfTheirKind(int status, String name, Kind kind) throws Exception {
        replay(status, name);
        assertThat(failure(client(), "x").kind()).isEqualTo(kind);
    }
}
