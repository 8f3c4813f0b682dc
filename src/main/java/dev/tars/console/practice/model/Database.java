package dev.tars.console.practice.model;

/** PostgreSQL as its exporter shows it. */
final class Database implements Part {
    private static final double[] BOUNDS = {0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5};
    private static final LogNormal QUERY = new LogNormal(0.008, 1);
    private static final double QUERIES_PER_SECOND = 220;
    private static final String[] TARS = {"datname", "tars"};

    private final Noise noise;
    private final Gauge up;
    private final Gauge maxConnections;
    private final Gauge connections;
    private final Counter commits;
    private final Counter fetched;
    private final Counter hits;
    private final Counter reads;
    private final Histogram queries;

    Database(Families families) {
        noise = families.noise("database");
        up = families.gauge("pg_up", "Whether the last scrape reached the server.");
        maxConnections = families.gauge("pg_settings_max_connections", "Connections the server allows.");
        connections = families.gauge("pg_stat_database_numbackends", "Connections to the database.", TARS);
        commits = families.untyped("pg_stat_database_xact_commit", "Transactions committed.", 180, TARS);
        fetched = families.untyped("pg_stat_database_tup_fetched", "Rows fetched.", 9000, TARS);
        hits = families.untyped("pg_stat_database_blks_hit", "Blocks found in the cache.", 20_000, TARS);
        reads = families.untyped("pg_stat_database_blks_read", "Blocks read from disk.", 150, TARS);
        queries = families.histogram(
                "pg_stat_statements_total_time", "Time of a statement.", BOUNDS, QUERIES_PER_SECOND, QUERY, TARS);
    }

    @Override
    public void advance(double to, double seconds, Conditions now) {
        double rough = noise.rough(to);
        double load = (1 + 0.12 * rough) * seconds;
        up.set(1);
        maxConnections.set(100);
        connections.set(Math.rint(34 + 5 * noise.at(to, 900) + 3 * rough));
        commits.add(180 * load);
        fetched.add(9000 * load);
        hits.add(20_000 * load);
        reads.add(150 * load);
        queries.observe(QUERIES_PER_SECOND * load, QUERY.slower(1 + 0.08 * noise.at(to, 600)));
    }
}
