package dev.tars.console.promql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every query of the corpus, put to a real Prometheus and to the engine over the same samples. */
@Timeout(120)
class SameAnswersAsPrometheusTest {
    private static final double TOLERANCE = 1e-12;

    private static @Nullable RealPrometheus prometheus;
    private static final GeneratedSeries SERIES = new GeneratedSeries();
    private static final PromqlEngine ENGINE = new PromqlEngine(SERIES, Duration.ofMinutes(5));

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException, InterruptedException {
        RealPrometheus started = RealPrometheus.start(folder);
        prometheus = started;
        started.write(SERIES.all());
    }

    @AfterAll
    static void stop() {
        if (prometheus != null) {
            prometheus.close();
        }
    }

    @Test
    void atOneInstant() throws IOException, InterruptedException {
        List<String> differences = new ArrayList<>();
        for (String query : Corpus.lines("evaluated.txt")) {
            for (long at : new long[] {
                GeneratedSeries.START,
                GeneratedSeries.START + 1_234_567,
                GeneratedSeries.START + 1_800_000,
                GeneratedSeries.END + 299_900,
                1_700_000_204_217L
            }) {
                JsonNode answer = ask("query", Map.of("query", query, "time", seconds(at)));
                compare(
                        query + " at " + at,
                        Answers.of(answer),
                        ours(() -> Answers.of(ENGINE.instant(parsed(query), at))),
                        differences);
            }
        }
        assertThat(differences).isEmpty();
    }

    /** Also writes what was said to {@code target/promql-answers.txt}: copied to the resources, it is the recording. */
    @Test
    void asRecorded() throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>();
        for (String query : Corpus.lines("evaluated.txt")) {
            JsonNode answer = ask("query", Map.of("query", query, "time", seconds(RecordedAnswersTest.AT)));
            lines.add(query + " => " + Answers.of(answer).line());
        }
        Files.write(Path.of("target", "promql-answers.txt"), lines);
        assertThat(Corpus.lines("answers.txt")).hasSameSizeAs(lines);
    }

    @Test
    void overARange() throws IOException, InterruptedException {
        List<String> differences = new ArrayList<>();
        for (String query : Corpus.lines("evaluated.txt")) {
            for (long step : new long[] {29_000, 307_000}) {
                long start = GeneratedSeries.START - 60_000;
                long end = GeneratedSeries.END + 400_000;
                JsonNode answer = ask(
                        "query_range",
                        Map.of("query", query, "start", seconds(start), "end", seconds(end), "step", seconds(step)));
                compare(
                        query + " by " + step,
                        Answers.of(answer),
                        ours(() -> Answers.of(ENGINE.range(parsed(query), start, end, step))),
                        differences);
            }
        }
        assertThat(differences).isEmpty();
    }

    @Test
    void refusedInTheSameWords() throws IOException, InterruptedException {
        Map<String, String> theirs = new TreeMap<>();
        Map<String, String> ours = new TreeMap<>();
        for (String query : Corpus.queries("refused.txt")) {
            JsonNode answer = ask("query", Map.of("query", query));
            theirs.put(query, answer.path("error").asText("accepted").replace("invalid parameter \"query\": ", ""));
            try {
                PromqlParser.parse(query);
                ours.put(query, "accepted");
            } catch (PromqlException e) {
                ours.put(query, e.getMessage());
            }
        }
        assertThat(ours).isEqualTo(theirs);
    }

    @Test
    void printedAlike() throws IOException, InterruptedException, PromqlException {
        Map<String, String> theirs = new TreeMap<>();
        Map<String, String> ours = new TreeMap<>();
        for (String query : Corpus.queries("accepted.txt")) {
            JsonNode answer = ask("format_query", Map.of("query", query));
            theirs.put(query, withoutBlanks(answer.path("data").asText(answer.toString())));
            ours.put(query, withoutBlanks(PromqlPrinter.print(PromqlParser.parse(query))));
        }
        assertThat(ours).isEqualTo(theirs);
    }

    /** Long queries come back on several lines. */
    private static String withoutBlanks(String query) {
        return query.replaceAll("\\s+", "");
    }

    private static JsonNode ask(String path, Map<String, String> parameters) throws IOException, InterruptedException {
        return Objects.requireNonNull(prometheus).ask(path, parameters);
    }

    private static Expr parsed(String query) {
        try {
            return PromqlParser.parse(query);
        } catch (PromqlException e) {
            throw new PromqlEvaluationException(String.valueOf(e.getMessage()));
        }
    }

    private interface Evaluation {
        Answers get();
    }

    private static Answers ours(Evaluation evaluation) {
        try {
            return evaluation.get();
        } catch (PromqlEvaluationException e) {
            return new Answers(String.valueOf(e.getMessage()), new HashMap<>(), List.of());
        }
    }

    private static String seconds(long millis) {
        return BigDecimal.valueOf(millis, 3).toPlainString();
    }

    private static void compare(String query, Answers theirs, Answers ours, List<String> differences) {
        theirs.difference(ours, TOLERANCE).ifPresent(difference -> differences.add(query + ": " + difference));
    }
}
