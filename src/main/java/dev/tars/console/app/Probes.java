package dev.tars.console.app;

import dev.tars.console.app.environments.Environment;
import dev.tars.console.base.Ticker;
import dev.tars.console.connect.http.HttpEndpoint;
import dev.tars.console.practice.servers.Servers;
import dev.tars.console.release.ReleaseFiles;
import dev.tars.console.runbook.Probe;
import dev.tars.console.runbook.client.FilePlaces;
import dev.tars.console.runbook.client.FileProbe;
import dev.tars.console.runbook.client.HelmProbe;
import dev.tars.console.runbook.client.HttpProbe;
import dev.tars.console.runbook.client.KubectlProbe;
import dev.tars.console.runbook.client.PromqlProbe;
import dev.tars.console.runbook.client.RedisProbe;
import dev.tars.console.runbook.client.ReportProbe;
import dev.tars.console.runbook.client.ShellProbe;
import dev.tars.console.runbook.client.SqlProbe;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;

/** The probes of an environment. What it does not name is unknown and says so. */
final class Probes {

    private static final int REDIS_MILLIS = 5_000;
    private static final List<String> REGIONS = List.of("us-east-1", "eu-west-1");

    private Probes() {}

    /** @param answers waits for databases; not the executor that runs the probes */
    static List<Probe> of(EnvironmentSession session, ReleaseFiles files, Executor answers, Ticker ticker) {
        Path work = Path.of("").toAbsolutePath();
        FilePlaces places = new FilePlaces(files.root(), work);
        List<Probe> probes = new ArrayList<>(List.of(
                new PromqlProbe(session.prometheus()),
                new HttpProbe(HttpEndpoint::of, ticker),
                new FileProbe(places),
                new ReportProbe(places),
                new ShellProbe(work)));
        Optional<Servers> servers = session.servers();
        probes.add(sql(servers, answers));
        probes.add(redis(servers, answers));
        probes.addAll(cluster(session.environment(), work));
        return probes;
    }

    private static Probe sql(Optional<Servers> servers, Executor answers) {
        if (servers.isEmpty()) {
            return new MissingProbe("sql", "no database is set for this list", "name it in environments.yaml");
        }
        String url = servers.get().jdbcUrl();
        int parameters = url.indexOf('?');
        return new SqlProbe(
                () -> DriverManager.getConnection(url), parameters < 0 ? url : url.substring(0, parameters), answers);
    }

    private static Probe redis(Optional<Servers> servers, Executor answers) {
        if (servers.isEmpty()) {
            return new MissingProbe("redis", "no Redis is set for this list", "name it in environments.yaml");
        }
        Map<String, Supplier<Jedis>> each = new LinkedHashMap<>();
        for (String region : REGIONS) {
            each.put(region, () -> redis(servers.get().redisAddress(region)));
        }
        return new RedisProbe(each, answers);
    }

    private static Jedis redis(String address) {
        DefaultJedisClientConfig limits = DefaultJedisClientConfig.builder()
                .connectionTimeoutMillis(REDIS_MILLIS)
                .socketTimeoutMillis(REDIS_MILLIS)
                .build();
        return new Jedis(HostAndPort.from(address), limits);
    }

    private static List<Probe> cluster(Environment environment, Path work) {
        return environment
                .kubernetes()
                .<List<Probe>>map(place -> List.of(
                        new KubectlProbe("kubectl", place.context(), place.namespace(), work),
                        new HelmProbe("helm", place.context(), place.namespace(), work)))
                .orElseGet(() -> {
                    String mend = "name kubernetes with context and namespace in environments.yaml";
                    return List.of(
                            new MissingProbe("kubectl", "no cluster is set for " + environment.name(), mend),
                            new MissingProbe("helm", "no cluster is set for " + environment.name(), mend));
                });
    }
}
