package dev.tars.console.slo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every source promises, the real one and the scripted one. */
public abstract class SloSourceContract {

    protected static final Instant AT = Instant.parse("2026-08-18T14:32:15.250Z");
    protected static final String ONE = "vector(1)";
    protected static final String NAN = "vector(0) / 0";
    protected static final String INFINITE = "vector(1) / 0";
    protected static final String LABELLED = "label_replace(vector(7), \"region\", \"us-east-1\", \"\", \"\")";
    protected static final String NOTHING = "metric_that_nobody_has";
    protected static final String BROKEN = "sum(";
    protected static final String TIME = "time()";

    /** A source whose server evaluates the expressions above. */
    protected abstract SloSource source() throws Exception;

    /** A source whose server does not answer. */
    protected abstract SloSource deadSource() throws Exception;

    private static List<SloSource.Sample> samples(SloSource.Batch batch, String expression) {
        SloSource.Answer answer = batch.answers().get(expression);
        assertThat(answer).as(expression).isInstanceOf(SloSource.Answer.Samples.class);
        return ((SloSource.Answer.Samples) java.util.Objects.requireNonNull(answer)).samples();
    }

    @Test
    void everyExpressionHasItsAnswer() throws Exception {
        List<String> expressions = List.of(ONE, NAN, INFINITE, LABELLED, NOTHING, BROKEN, ONE);
        SloSource.Batch batch = source().ask(expressions, AT);
        assertThat(batch.answers()).containsOnlyKeys(ONE, NAN, INFINITE, LABELLED, NOTHING, BROKEN);
        assertThat(batch.took()).isGreaterThanOrEqualTo(Duration.ZERO);
        assertThat(batch.warnings()).isEmpty();
    }

    @Test
    void valuesComeWithTheirLabels() throws Exception {
        SloSource.Batch batch = source().ask(List.of(ONE, LABELLED), AT);
        assertThat(samples(batch, ONE)).containsExactly(new SloSource.Sample(Map.of(), 1));
        assertThat(samples(batch, LABELLED)).containsExactly(new SloSource.Sample(Map.of("region", "us-east-1"), 7));
    }

    @Test
    void notANumberAndInfinityAreValues() throws Exception {
        SloSource.Batch batch = source().ask(List.of(NAN, INFINITE), AT);
        assertThat(samples(batch, NAN))
                .singleElement()
                .satisfies(s -> assertThat(s.value()).isNaN());
        assertThat(samples(batch, INFINITE))
                .singleElement()
                .satisfies(s -> assertThat(s.value()).isInfinite());
    }

    @Test
    void nothingIsATrueAnswerAndHasARawForm() throws Exception {
        SloSource.Batch batch = source().ask(List.of(NOTHING), AT);
        assertThat(samples(batch, NOTHING)).isEmpty();
        assertThat(batch.answers().get(NOTHING)).isInstanceOfSatisfying(SloSource.Answer.Samples.class, nothing -> {
            assertThat(nothing.raw()).isNotBlank();
        });
    }

    @Test
    void aRefusalIsTheAnswerOfItsExpressionOnly() throws Exception {
        SloSource.Batch batch = source().ask(List.of(BROKEN, ONE), AT);
        assertThat(batch.answers().get(BROKEN)).isInstanceOfSatisfying(SloSource.Answer.Refused.class, refused -> {
            assertThat(refused.problem().what()).isNotBlank();
        });
        assertThat(samples(batch, ONE)).hasSize(1);
    }

    @Test
    void everythingIsAskedAboutTheGivenTime() throws Exception {
        SloSource.Batch batch = source().ask(List.of(TIME), AT);
        assertThat(samples(batch, TIME)).containsExactly(new SloSource.Sample(Map.of(), AT.toEpochMilli() / 1000.0));
    }

    @Test
    void aRangeHasAPointEachStepInOrder() throws Exception {
        List<SloSource.Course> courses = source().range(ONE, AT.minusSeconds(60), AT, Duration.ofSeconds(15));
        assertThat(courses).singleElement().satisfies(course -> {
            long start = AT.minusSeconds(60).toEpochMilli();
            assertThat(course.millis())
                    .containsExactly(start, start + 15_000, start + 30_000, start + 45_000, start + 60_000);
            assertThat(course.values()).containsOnly(1);
        });
    }

    @Test
    void aRangeOfNothingIsEmpty() throws Exception {
        assertThat(source().range(NOTHING, AT.minusSeconds(60), AT, Duration.ofSeconds(15)))
                .isEmpty();
    }

    @Test
    void aServerThatDoesNotAnswerFailsTheWholeBatch() throws Exception {
        SloSource dead = deadSource();
        SloSource.SourceFailed failed =
                catchThrowableOfType(SloSource.SourceFailed.class, () -> dead.ask(List.of(ONE, TIME), AT));
        assertThat(failed.problem().what()).isNotBlank();
        assertThat(failed.isFatal()).isFalse();
        assertThat(catchThrowableOfType(
                        SloSource.SourceFailed.class,
                        () -> dead.range(ONE, AT.minusSeconds(60), AT, Duration.ofSeconds(15))))
                .isNotNull();
    }

    @Test
    void aSourceSaysWhoIsAsked() throws Exception {
        assertThat(source().name()).isNotBlank();
    }
}
