package dev.tars.console.migration.client;

import dev.tars.console.base.Problem;
import dev.tars.console.base.Progress;
import dev.tars.console.base.Ticker;
import dev.tars.console.migration.ApiQuery;
import dev.tars.console.migration.Benchmark;
import dev.tars.console.migration.LatencyProfile;
import dev.tars.console.migration.Measurement;
import dev.tars.console.migration.Migration;
import dev.tars.console.migration.ProofBench;
import dev.tars.console.migration.QueryPlan;
import dev.tars.console.migration.WriteCost;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Measures the queries of a migration on a PostgreSQL. */
public final class PostgresProofBench implements ProofBench {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresProofBench.class);
    private static final String APPLICATION = "tars-console benchmark";
    private static final int MOST_SAMPLES = 500;
    private static final long LOOK_MILLIS = 50;
    private static final String CANCELLED = "57014";

    private final Connections database;
    private final Executor threads;
    private final Clock clock;
    private final Ticker ticker;

    /** @param threads gives a run its thread; as many at once as a benchmark's concurrency */
    public PostgresProofBench(Connections database, Executor threads, Clock clock, Ticker ticker) {
        this.database = database;
        this.threads = threads;
        this.clock = clock;
        this.ticker = ticker;
    }

    @Override
    public Result measure(Migration migration, Benchmark how, Progress progress)
            throws NotMeasured, InterruptedException {
        List<Connection> connections = new ArrayList<>();
        try {
            for (int i = 0; i < how.concurrency(); i++) {
                connections.add(open(how));
            }
            String name = BenchCatalogue.database(connections.get(0));
            List<Measurement> measured = new ArrayList<>();
            List<ApiQuery> queries = migration.queries();
            for (int i = 0; i < queries.size(); i++) {
                progress.checkCancelled();
                measured.add(measure(
                        queries.get(i),
                        how,
                        connections,
                        new Part(progress, i, queries.size(), queries.get(i).title())));
            }
            List<WriteCost> writes = new InsertProbe(database, clock, ticker).measure(migration, how, progress);
            return new Result(name, measured, writes);
        } catch (SQLException e) {
            throw new NotMeasured(
                    new Problem(
                            "The database cannot be asked: " + e.getMessage(),
                            "",
                            "Nothing is proven about the migration.",
                            "See that the database runs and that its user may connect and read.",
                            "SQLSTATE " + e.getSQLState()),
                    e);
        } finally {
            connections.forEach(PostgresProofBench::close);
        }
    }

    private Connection open(Benchmark how) throws SQLException {
        Connection connection = database.open(APPLICATION);
        try (Statement statement = connection.createStatement()) {
            connection.setAutoCommit(true);
            statement.execute("SET default_transaction_read_only = on");
            statement.execute("SET statement_timeout = " + how.longest().toMillis());
            return connection;
        } catch (SQLException e) {
            close(connection);
            throw e;
        }
    }

    private Measurement measure(ApiQuery query, Benchmark how, List<Connection> connections, Part part)
            throws SQLException, InterruptedException {
        Connection first = connections.get(0);
        Instant at = clock.instant();
        OptionalLong index = BenchCatalogue.validIndex(first, query.index());
        Measurement.Side side = index.isPresent() ? Measurement.Side.AFTER : Measurement.Side.BEFORE;
        try {
            List<List<Object>> samples = samples(first, query);
            if (samples.isEmpty()) {
                return missing(
                        query,
                        side,
                        at,
                        index,
                        "There is nothing to ask " + query.title() + " with: its samples give no row.");
            }
            LatencyProfile latency = runs(query, samples, how, connections, part);
            QueryPlan plan = explain(first, query, samples.get(0));
            if (BenchCatalogue.validIndex(first, query.index()).isPresent() != index.isPresent()) {
                return missing(query, side, at, index, query.index() + " came or went while it was measured.");
            }
            return new Measurement(query.id(), side, at, Optional.of(plan), Optional.of(latency), index, "");
        } catch (SQLException e) {
            if (!first.isValid(2)) {
                throw e;
            }
            String why = CANCELLED.equals(e.getSQLState())
                    ? "A run did not end within " + how.longest().toMillis() + " ms."
                    : "The server refused it: " + e.getMessage();
            return missing(query, side, at, index, why);
        } catch (IOException e) {
            return missing(query, side, at, index, "Its plan cannot be read: " + e.getMessage());
        }
    }

    private static Measurement missing(
            ApiQuery query, Measurement.Side side, Instant at, OptionalLong index, String why) {
        return new Measurement(query.id(), side, at, Optional.empty(), Optional.empty(), index, why);
    }

    private static List<List<Object>> samples(Connection connection, ApiQuery query) throws SQLException {
        if (query.samples().isBlank()) {
            return List.of(List.of());
        }
        List<List<Object>> samples = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            statement.setMaxRows(MOST_SAMPLES);
            try (ResultSet rows = statement.executeQuery(query.samples())) {
                int columns = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                    List<Object> values = new ArrayList<>();
                    for (int i = 1; i <= columns; i++) {
                        values.add(rows.getObject(i));
                    }
                    samples.add(values);
                }
            }
        }
        return samples;
    }

    private LatencyProfile runs(
            ApiQuery query, List<List<Object>> samples, Benchmark how, List<Connection> connections, Part part)
            throws SQLException, InterruptedException {
        QueryRuns runs = new QueryRuns(query.sql(), samples, how, ticker);
        int begun = 0;
        try {
            while (begun < connections.size()) {
                int thread = begun;
                threads.execute(() -> runs.take(connections.get(thread), thread));
                begun++;
            }
            while (!runs.ended().await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                part.report(runs.fraction());
                part.progress().checkCancelled();
            }
        } catch (CancellationException | InterruptedException e) {
            runs.stop();
            throw e;
        } finally {
            for (int i = begun; i < connections.size(); i++) {
                runs.absent();
            }
        }
        if (runs.failure().isPresent()) {
            throw runs.failure().get();
        }
        return runs.times().profile(how.concurrency());
    }

    private static QueryPlan explain(Connection connection, ApiQuery query, List<Object> values)
            throws SQLException, IOException {
        try (PreparedStatement explain =
                connection.prepareStatement("EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) " + query.sql())) {
            QueryRuns.planAnew(explain);
            QueryRuns.bind(explain, values);
            try (ResultSet row = explain.executeQuery()) {
                row.next();
                return PlanReader.read(row.getString(1));
            }
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.debug("a connection of the benchmark was gone already", e);
        }
    }

    /** One query's share of the whole. */
    private record Part(Progress progress, int number, int of, String title) {
        void report(double fraction) {
            progress.report((number + fraction) / of, title);
        }
    }
}
