package dev.tars.console.practice.servers;

import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.IOException;
import java.util.Map;

/** A Redis as redis_exporter shows it, from its INFO. */
final class RedisExporter implements Kept.Source {

    private final LocalRedis redis;

    RedisExporter(LocalRedis redis) {
        this.redis = redis;
    }

    @Override
    public MetricSnapshots up() throws IOException {
        Map<String, String> info = redis.info();
        return new Snapshots(Labels.EMPTY)
                .gauge("redis_up", "Whether the last scrape reached the server.", 1)
                .counter("redis_commands_processed", "Commands done.", number(info, "total_commands_processed"))
                .counter("redis_keyspace_hits", "Keys found.", number(info, "keyspace_hits"))
                .counter("redis_keyspace_misses", "Keys not found.", number(info, "keyspace_misses"))
                .counter("redis_connections_rejected", "Clients refused.", number(info, "rejected_connections"))
                .gauge("redis_memory_used_bytes", "Memory in use.", number(info, "used_memory"))
                .gauge("redis_memory_max_bytes", "Memory limit.", number(info, "maxmemory"))
                .gauge("redis_connected_clients", "Clients connected.", number(info, "connected_clients"))
                .build();
    }

    @Override
    public MetricSnapshots down() {
        return new Snapshots(Labels.EMPTY)
                .gauge("redis_up", "Whether the last scrape reached the server.", 0)
                .build();
    }

    private static double number(Map<String, String> info, String name) throws IOException {
        String value = info.get(name);
        if (value == null) {
            throw new IOException("Redis' INFO lacks " + name);
        }
        return Double.parseDouble(value);
    }
}
