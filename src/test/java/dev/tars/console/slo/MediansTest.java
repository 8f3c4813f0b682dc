package dev.tars.console.slo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MediansTest {

    private static final Instant AT = Instant.parse("2026-08-18T14:00:00Z");
    private static final String BEHIND =
            "histogram_quantile(0.95,\n  sum by (region, le) (rate(x_bucket{q=\"histogram_quantile(0.95,\"}[5m])))";
    private static final String MEDIAN =
            "histogram_quantile(0.5,\n  sum by (region, le) (rate(x_bucket{q=\"histogram_quantile(0.95,\"}[5m])))";

    private final ScriptedSloSource source = new ScriptedSloSource();
    private final Slo latency = Slos.of(Slos.LATENCY)
            .withRaw(Map.of(Window.ONE_MINUTE, BEHIND, Window.FIVE_MINUTES, BEHIND, Window.ONE_HOUR, BEHIND));

    @Test
    void theSameHistogramIsAskedAtTheTimeThatWasJudged() throws Exception {
        source.answers(Batches.answers().sample(MEDIAN, Map.of("region", "us-east-1"), 0.04));
        Medians medians = Medians.ask(source, latency, AT, AT.plusSeconds(60));
        assertThat(source.questions())
                .containsExactly(new ScriptedSloSource.Question(List.of(MEDIAN), AT.plusSeconds(60)));
        assertThat(medians).isEqualTo(new Medians(AT, Map.of(Map.of("region", "us-east-1"), 0.04)));
        assertThat(Medians.judgedQuantile(latency)).contains("p95");
    }

    @Test
    void quantilesAreNamedAsPeopleDo() {
        assertThat(Medians.judgedQuantile(judgedBy("histogram_quantile(.5, x)")))
                .contains("p50");
        assertThat(Medians.judgedQuantile(judgedBy("histogram_quantile( 0.999 , x)")))
                .contains("p99.9");
        assertThat(Medians.judgedQuantile(judgedBy("1 + histogram_quantile(0.95, x)")))
                .isEmpty();
    }

    private static Slo judgedBy(String expression) {
        return Slos.of(Slos.LATENCY)
                .withRaw(Map.of(
                        Window.ONE_MINUTE, expression, Window.FIVE_MINUTES, expression, Window.ONE_HOUR, expression));
    }

    @Test
    void whatIsNoQuantileHasNone() throws Exception {
        Slo errors = Slos.of(Slos.ERRORS);
        assertThat(Medians.judgedQuantile(errors)).isEmpty();
        assertThat(Medians.ask(source, errors, AT, AT).bySeries()).isEmpty();
        assertThat(source.questions()).isEmpty();
    }

    @Test
    void aRefusalIsNoMedian() throws Exception {
        source.answers(Batches.answers().refused(MEDIAN, "too many series"));
        assertThat(Medians.ask(source, latency, AT, AT).bySeries()).isEmpty();
    }
}
