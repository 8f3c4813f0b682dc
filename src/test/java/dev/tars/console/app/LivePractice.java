package dev.tars.console.app;

import dev.tars.console.base.Progress;
import dev.tars.console.base.Ticker;
import dev.tars.console.connect.http.Auth;
import dev.tars.console.connect.http.HttpEndpoint;
import dev.tars.console.connect.prometheus.PrometheusClient;
import dev.tars.console.practice.Practice;
import dev.tars.console.practice.PracticeOptions;
import dev.tars.console.slo.QueryCheck;
import dev.tars.console.slo.SloBoard;
import dev.tars.console.slo.SloFeed;
import dev.tars.console.slo.SloFile;
import dev.tars.console.slo.SloMonitor;
import dev.tars.console.slo.SloReading;
import dev.tars.console.slo.client.PrometheusSloSource;
import dev.tars.console.ui.background.Workers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/** A running practice and the shipped objectives judged on it, polled quickly; what a window shows, without a window. */
final class LivePractice implements AutoCloseable {

    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration ANSWER = Duration.ofSeconds(2);

    private final Practice practice;
    private final Workers workers = new Workers("live-practice", 6);
    private final PrometheusClient client;
    private final SloMonitor monitor;

    private LivePractice(Practice practice) throws Exception {
        this.practice = practice;
        HttpEndpoint endpoint =
                new HttpEndpoint(practice.prometheus(), new Auth.None(), Map.of(), Optional.empty(), ANSWER);
        client = new PrometheusClient(endpoint, Clock.systemUTC(), Ticker.system());
        monitor = new SloMonitor(
                SloFile.parse(file("slos.yaml"), "slos.yaml", QueryCheck.none()).objectives(),
                new PrometheusSloSource(client, workers.pool(), Ticker.system()),
                Clock.systemUTC(),
                Ticker.system(),
                workers.scheduler(),
                POLL,
                ZoneOffset.UTC,
                Optional::empty);
        monitor.open();
    }

    /** @param scrapeInterval 1 s or more; the shipped rules keep their own intervals */
    static LivePractice start(boolean real, Duration scrapeInterval) throws Exception {
        PracticeOptions shipped =
                PracticeOptions.of(file("recording_rules.yaml"), file("alerts.yaml"), Path.of("target", "programs"));
        PracticeOptions options = new PracticeOptions(
                shipped.recordingRules(),
                shipped.alertRules(),
                real,
                shipped.seed(),
                shipped.detailed(),
                Duration.ZERO,
                scrapeInterval,
                2_000,
                shipped.programs());
        return new LivePractice(Practice.start(options, Clock.systemUTC(), Ticker.system(), Progress.ignored()));
    }

    private static String file(String name) throws IOException {
        try (InputStream in = LivePractice.class.getResourceAsStream("/release/rules/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    Practice practice() {
        return practice;
    }

    /** The first board from now on that is as wanted. */
    SloBoard await(Predicate<SloBoard> wanted, Duration limit) throws Exception {
        CompletableFuture<SloBoard> found = new CompletableFuture<>();
        try (SloFeed.Subscription ignored = monitor.subscribe(board -> {
            if (wanted.test(board)) {
                found.complete(board);
            }
        })) {
            return found.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("not within " + limit + "; the board says " + words(monitor.board()), e);
        }
    }

    /** Each objective's state in a word, by id. */
    static Map<String, String> words(SloBoard board) {
        Map<String, String> states = new TreeMap<>();
        for (SloReading reading : board.readings()) {
            states.put(
                    reading.slo().id(),
                    reading.noData().map(Enum::name).orElse(reading.state().name()));
        }
        return states;
    }

    @Override
    public void close() {
        monitor.close();
        client.close();
        workers.close();
        practice.close();
    }
}
