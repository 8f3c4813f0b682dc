package dev.tars.console.promql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The queries of the corpus against what Prometheus 2.42.0 answered, so that they bite where there is no Prometheus. */
class RecordedAnswersTest {
    static final long AT = GeneratedSeries.START + 1_234_567;

    private static final PromqlEngine ENGINE = new PromqlEngine(new GeneratedSeries());

    static Stream<String> recorded() {
        return Corpus.lines("answers.txt").stream();
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void answersAsRecorded(String line) {
        int arrow = line.lastIndexOf(" => ");
        Answers expected = Answers.ofLine(line.substring(arrow + 4));
        assertThat(expected.difference(ours(line.substring(0, arrow)), 1e-12)).isEmpty();
    }

    private static Answers ours(String query) {
        try {
            return Answers.of(ENGINE.instant(PromqlParser.parse(query), AT));
        } catch (PromqlException | PromqlEvaluationException e) {
            return Answers.ofLine("! " + e.getMessage());
        }
    }
}
