package dev.tars.console.runbook.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tars.console.base.Progress;
import dev.tars.console.base.Ticker;
import dev.tars.console.base.Verdict;
import dev.tars.console.connect.Eventually;
import dev.tars.console.connect.http.HttpEndpoint;
import dev.tars.console.connect.prometheus.PrometheusClient;
import dev.tars.console.practice.Practice;
import dev.tars.console.practice.PracticeOptions;
import dev.tars.console.practice.ShippedRules;
import dev.tars.console.practice.servers.Servers;
import dev.tars.console.release.ReleaseFiles;
import dev.tars.console.runbook.Check;
import dev.tars.console.runbook.Fingerprints;
import dev.tars.console.runbook.Item;
import dev.tars.console.runbook.Probe;
import dev.tars.console.runbook.ProbeContext;
import dev.tars.console.runbook.Probed;
import dev.tars.console.runbook.Probing;
import dev.tars.console.runbook.Runbook;
import dev.tars.console.runbook.RunbookReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;

/** The shipped checklist asked of practice, whole and with everything stopped. */
@Tag("long")
@Timeout(600)
class ChecklistInPracticeTest {
    private static final Logger LOG = LoggerFactory.getLogger(ChecklistInPracticeTest.class);
    private static final String NAME = "validation-v1.0.1.md";

    private final ExecutorService asking = Executors.newCachedThreadPool();
    private final ExecutorService waiting = Executors.newCachedThreadPool();

    @Test
    @SuppressWarnings("try") // stopped in the middle, which is what is tested
    void allIsAnsweredHonestlyAndNothingIsMetWithEverythingStopped(@TempDir Path work) throws Exception {
        Runbook runbook = new RunbookReader().read(Files.readString(Path.of("checklists", NAME)), NAME);
        PracticeOptions options = PracticeOptions.of(
                        ShippedRules.recording(), ShippedRules.alerts(), ShippedRules.programs())
                .builtIn();
        try (Practice practice = Practice.start(options, Clock.systemUTC(), Ticker.system(), Progress.ignored());
                PrometheusClient client = new PrometheusClient(
                        HttpEndpoint.of(practice.prometheus()), Clock.systemUTC(), Ticker.system())) {
            Servers servers = practice.servers().orElseThrow();
            Eventually.holds(Duration.ofMinutes(2), "all run", () -> servers.areRunning() && servers.written() > 200);
            Probing probing =
                    new Probing(probes(work, client, servers), asking, Ticker.system(), 6, Duration.ofSeconds(30));
            ProbeContext context = new ProbeContext(
                    Map.of(
                            "prometheus",
                            practice.prometheus().toString(),
                            "release",
                            Path.of("").toAbsolutePath().toString()),
                    files(),
                    List::of,
                    Clock.systemUTC());
            probing.check(runbook);
            long begun = System.nanoTime();
            Map<String, Verdict> running = run(runbook, probing, context);
            LOG.info("asked in {} ms", (System.nanoTime() - begun) / 1_000_000);
            running.forEach((id, verdict) -> LOG.info("{} {}", id, verdict));
            assertThat(met(running)).contains("pre-api-p95", "post-no-critical-alert", "pre-redis-alive", "pre-tables");
            practice.close();
            Map<String, Verdict> stopped = run(runbook, probing, context);

            assertThat(met(stopped))
                    .as("met with everything stopped, but for files and the rules' own syntax")
                    .containsExactlyInAnyOrder("pre-migration-files", "pre-rules-files", "pre-rules-syntax");
        } finally {
            asking.shutdownNow();
            waiting.shutdownNow();
        }
    }

    private List<Probe> probes(Path work, PrometheusClient client, Servers servers) {
        FilePlaces places = new FilePlaces(Path.of(""), work);
        Map<String, Supplier<Jedis>> redis = new TreeMap<>();
        for (String region : List.of("us-east-1", "eu-west-1")) {
            redis.put(
                    region,
                    () -> new Jedis(
                            HostAndPort.from(servers.redisAddress(region)),
                            DefaultJedisClientConfig.builder()
                                    .autoNegotiateProtocol(false)
                                    .build()));
        }
        return List.of(
                new PromqlProbe(client),
                new HttpProbe(HttpEndpoint::of, Ticker.system()),
                new FileProbe(places),
                new ReportProbe(places),
                new ShellProbe(work),
                new KubectlProbe("kubectl", "practice", "tars", work),
                new HelmProbe("helm", "practice", "tars", work),
                new RedisProbe(redis, waiting),
                new SqlProbe(() -> DriverManager.getConnection(servers.jdbcUrl()), "practice", waiting));
    }

    private static Fingerprints files() {
        return name -> {
            try {
                return Optional.of(ReleaseFiles.sha256(Path.of(name)));
            } catch (IOException e) {
                return Optional.empty();
            }
        };
    }

    private static Map<String, Verdict> run(Runbook runbook, Probing probing, ProbeContext context) throws Exception {
        List<Check> checks = new ArrayList<>();
        for (Item item : runbook.items()) {
            if (probing.isAutomatic(item)) {
                checks.addAll(Check.of(item));
            }
        }
        Map<String, List<Probed>> byItem = probing.run(checks, context, probed -> {}).stream()
                .collect(Collectors.groupingBy(probed -> probed.check().id(), TreeMap::new, Collectors.toList()));
        Map<String, Verdict> verdicts = new TreeMap<>();
        byItem.forEach((id, probed) -> verdicts.put(id, Probed.together(probed)));
        return verdicts;
    }

    private static List<String> met(Map<String, Verdict> verdicts) {
        return verdicts.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof Verdict.Met)
                .map(Map.Entry::getKey)
                .toList();
    }
}
