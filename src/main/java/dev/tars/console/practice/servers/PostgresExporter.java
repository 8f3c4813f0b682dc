package dev.tars.console.practice.servers;

import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** PostgreSQL as its exporter shows it, from its statistics views, and the times of the statements sent to it. */
final class PostgresExporter implements Kept.Source {

    private static final Labels TARS = Labels.of("datname", LocalPostgres.DATABASE);
    private static final String STATISTICS = """
            SELECT numbackends, xact_commit, xact_rollback, tup_fetched, blks_hit, blks_read,
                   current_setting('max_connections')::int AS max_connections
            FROM pg_stat_database WHERE datname = current_database()""";

    private final LocalPostgres postgres;
    private final StatementTimes times;

    PostgresExporter(LocalPostgres postgres, StatementTimes times) {
        this.postgres = postgres;
        this.times = times;
    }

    @Override
    public MetricSnapshots up() throws IOException {
        try (Connection connection = postgres.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(STATISTICS)) {
            if (!row.next()) {
                throw new IOException("pg_stat_database has no line of " + LocalPostgres.DATABASE);
            }
            return new Snapshots(TARS)
                    .gauge("pg_up", "Whether the last scrape reached the server.", 1, Labels.EMPTY)
                    .gauge(
                            "pg_settings_max_connections",
                            "Connections the server allows.",
                            row.getDouble("max_connections"),
                            Labels.EMPTY)
                    .gauge("pg_stat_database_numbackends", "Connections to the database.", row.getDouble("numbackends"))
                    .untyped("pg_stat_database_xact_commit", "Transactions committed.", row.getDouble("xact_commit"))
                    .untyped(
                            "pg_stat_database_xact_rollback",
                            "Transactions rolled back.",
                            row.getDouble("xact_rollback"))
                    .untyped("pg_stat_database_tup_fetched", "Rows fetched.", row.getDouble("tup_fetched"))
                    .untyped("pg_stat_database_blks_hit", "Blocks found in the cache.", row.getDouble("blks_hit"))
                    .untyped("pg_stat_database_blks_read", "Blocks read from disk.", row.getDouble("blks_read"))
                    .add(times.snapshot())
                    .build();
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public MetricSnapshots down() {
        return new Snapshots(Labels.EMPTY)
                .gauge("pg_up", "Whether the last scrape reached the server.", 0)
                .build();
    }
}
