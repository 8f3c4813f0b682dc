package dev.tars.console.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tars.console.practice.RealBinary;
import dev.tars.console.slo.SloBoard;
import dev.tars.console.slo.SloReading;
import dev.tars.console.slo.SloState;
import dev.tars.console.slo.Window;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** What the board says of each objective is what a real Prometheus answers to its query at the same time. */
class SameAnswerAsTheServerTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void everyObjectiveEqualsTheServersOwnAnswerAtTheSameTime() throws Exception {
        RealBinary.require("prometheus");
        RealBinary.require("promtool");
        try (LivePractice live = LivePractice.start(true, Duration.ofSeconds(2))) {
            assertThat(live.practice().usesRealPrometheus()).isTrue();
            SloBoard board = live.await(
                    b -> b.tick() > 2 && b.readings().stream().noneMatch(r -> r.state() == SloState.NO_DATA),
                    Duration.ofSeconds(60));
            SoftAssertions softly = new SoftAssertions();
            for (SloReading reading : board.readings()) {
                boolean smallIsGood = reading.slo().objective().operator().isUpperBound();
                for (Window window : Window.values()) {
                    Map<String, Double> own = ask(
                            live.practice().prometheus(),
                            reading.slo().queries().getOrDefault(window, ""),
                            board.at());
                    double worst = own.values().stream()
                            .reduce(smallIsGood ? Math::max : Math::min)
                            .orElseThrow();
                    softly.assertThat(reading.values().get(window))
                            .as(reading.slo().id() + " over " + window.promql())
                            .isCloseTo(worst, within(0.0));
                }
                Map<String, Double> judged =
                        ask(live.practice().prometheus(), reading.slo().judgingQuery(), board.at());
                Map<String, Double> shown = new TreeMap<>();
                reading.bySeries()
                        .forEach(s -> shown.put(
                                new TreeMap<>(s.labels()).toString(), s.value().orElseThrow()));
                softly.assertThat(shown).as(reading.slo().id()).isEqualTo(judged);
            }
            softly.assertAll();
        }
    }

    private Map<String, Double> ask(URI server, String query, Instant at) throws IOException, InterruptedException {
        String time = String.valueOf(at.toEpochMilli() / 1000.0);
        URI uri = URI.create(server + "/api/v1/query?time=" + new java.math.BigDecimal(time).toPlainString() + "&query="
                + URLEncoder.encode(query, StandardCharsets.UTF_8));
        String body = http.send(
                        HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8))
                .body();
        Map<String, Double> values = new TreeMap<>();
        for (JsonNode sample : JSON.readTree(body).path("data").path("result")) {
            Map<String, String> labels = new TreeMap<>();
            sample.path("metric").fields().forEachRemaining(e -> {
                if (!e.getKey().equals("__name__")) {
                    labels.put(e.getKey(), e.getValue().asText());
                }
            });
            values.put(
                    labels.toString(),
                    Double.parseDouble(sample.path("value").get(1).asText()));
        }
        return values;
    }
}
