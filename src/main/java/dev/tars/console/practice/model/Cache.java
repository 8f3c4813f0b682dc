package dev.tars.console.practice.model;

/** A region's Redis as its exporter shows it. */
final class Cache implements Part {
    private static final double MAX_BYTES = 2.0 * 1024 * 1024 * 1024;
    private static final double HIT_RATE = 0.97;

    private final Noise noise;
    private final Gauge up;
    private final Counter commands;
    private final Counter hits;
    private final Counter misses;
    private final Gauge used;
    private final Gauge max;
    private final Gauge clients;

    Cache(Families families) {
        noise = families.noise("cache");
        up = families.gauge("redis_up", "Whether the last scrape reached the server.");
        commands = families.counter("redis_commands_processed_total", "Commands done.", 1500);
        hits = families.counter("redis_keyspace_hits_total", "Keys found.", 900 * HIT_RATE);
        misses = families.counter("redis_keyspace_misses_total", "Keys not found.", 900 * (1 - HIT_RATE));
        used = families.gauge("redis_memory_used_bytes", "Memory in use.");
        max = families.gauge("redis_memory_max_bytes", "Memory limit.");
        clients = families.gauge("redis_connected_clients", "Clients connected.");
    }

    @Override
    public void advance(double to, double seconds, Conditions now) {
        double rough = noise.rough(to);
        double load = (1 + 0.1 * rough) * seconds;
        double hitRate = HIT_RATE + 0.008 * noise.at(to, 800);
        up.set(1);
        commands.add(1500 * load);
        hits.add(900 * hitRate * load);
        misses.add(900 * (1 - hitRate) * load);
        used.set(Math.rint(MAX_BYTES * (0.38 + 0.02 * noise.at(to, 2400) + 0.005 * rough)));
        max.set(MAX_BYTES);
        clients.set(Math.rint(40 + 6 * noise.at(to, 700)));
    }
}
