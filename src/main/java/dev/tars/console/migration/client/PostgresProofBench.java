package dev.tars.console.migration.client;

import dev.tars.console.base.Problem;
import dev.tars.console.base.Progress;
import dev.tars.console.base.Ticker;
import dev.tars.console.connect.postgres.PostgresClient;
import dev.tars.console.connect.postgres.PostgresFault;
import dev.tars.console.connect.postgres.PostgresSession;
import dev.tars.console.migration.ApiQuery;
import dev.tars.console.migration.Benchmark;
import dev.tars.console.migration.DatabaseFault;
import dev.tars.console.migration.LatencyProfile;
import dev.tars.console.migration.Measurement;
import dev.tars.console.migration.Migration;
import dev.tars.console.migration.ProofBench;
import dev.tars.console.migration.QueryPlan;
import dev.tars.console.migration.WriteCost;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Measures the queries of a migration on a PostgreSQL. */
public final class PostgresProofBench implements ProofBench {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresProofBench.class);
    private static final int MOST_SAMPLES = 500;
    private static final long LOOK_MILLIS = 50;
    private static final String CANCELLED = "57014";

    private final PostgresClient client;
    private final Executor threads;
    private final Clock clock;
    private final Ticker ticker;

    /**
     * One that only reads, unless a benchmark may write.
     *
     * @param client stays its owner's
     * @param threads gives a run its thread; as many at once as a benchmark's concurrency
     */
    public PostgresProofBench(PostgresClient client, Executor threads, Clock clock, Ticker ticker) {
        this.client = client;
        this.threads = threads;
        this.clock = clock;
        this.ticker = ticker;
    }

    @Override
    public Result measure(Migration migration, Benchmark how, Progress progress)
            throws NotMeasured, InterruptedException {
        List<PostgresSession> sessions = new ArrayList<>();
        try {
            String name = new PostgresMigrationDatabase(client, ticker).identity();
            for (int i = 0; i < how.concurrency(); i++) {
                sessions.add(open(how));
            }
            List<Measurement> measured = new ArrayList<>();
            List<ApiQuery> queries = migration.queries();
            for (int i = 0; i < queries.size(); i++) {
                progress.checkCancelled();
                ApiQuery query = queries.get(i);
                measured.add(measure(query, how, sessions, new Part(progress, i, queries.size(), query.title())));
            }
            List<WriteCost> writes = how.mayWrite()
                    ? new InsertProbe(client, clock, ticker).measure(migration, how, progress)
                    : List.of();
            return new Result(name, measured, writes);
        } catch (PostgresFault e) {
            throw notMeasured(e.problem(), e);
        } catch (DatabaseFault e) {
            throw notMeasured(e.problem(), e);
        } finally {
            sessions.forEach(PostgresSession::close);
        }
    }

    private static NotMeasured notMeasured(Problem problem, Exception cause) {
        return new NotMeasured(
                new Problem(
                        "The database cannot be measured: " + problem.what(),
                        problem.where(),
                        "Nothing is proven about the migration.",
                        problem.mend(),
                        problem.details()),
                cause);
    }

    private PostgresSession open(Benchmark how) throws PostgresFault, InterruptedException {
        PostgresSession session = client.open();
        try {
            session.execute("SET default_transaction_read_only = on");
            session.execute("SET statement_timeout = " + how.longest().toMillis());
            return session;
        } catch (PostgresFault e) {
            session.close();
            throw e;
        }
    }

    private Measurement measure(ApiQuery query, Benchmark how, List<PostgresSession> sessions, Part part)
            throws PostgresFault, InterruptedException {
        PostgresSession first = sessions.get(0);
        Instant at = clock.instant();
        OptionalLong index = BenchCatalogue.validIndex(first, query.index());
        Measurement.Side side = index.isPresent() ? Measurement.Side.AFTER : Measurement.Side.BEFORE;
        try {
            List<@Nullable Object[]> samples = samples(first, query);
            if (samples.isEmpty()) {
                String nothing = "There is nothing to ask " + query.title() + " with: its samples give no row.";
                return missing(query, side, at, index, nothing);
            }
            LatencyProfile latency = runs(query, samples, how, sessions, part);
            QueryPlan plan = explain(first, query, samples.get(0));
            if (BenchCatalogue.validIndex(first, query.index()).isPresent() != index.isPresent()) {
                return missing(query, side, at, index, query.index() + " came or went while it was measured.");
            }
            return new Measurement(query.id(), side, at, Optional.of(plan), Optional.of(latency), index, "");
        } catch (PostgresFault e) {
            if (e.endsSession()) {
                throw e;
            }
            String why = CANCELLED.equals(e.sqlState())
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

    private static List<@Nullable Object[]> samples(PostgresSession session, ApiQuery query) throws PostgresFault {
        if (query.samples().isBlank()) {
            return List.<@Nullable Object[]>of(new Object[0]);
        }
        return session.query("SELECT * FROM (" + query.samples() + "\n) AS samples LIMIT " + MOST_SAMPLES, row -> {
            @Nullable Object[] values = new Object[row.getMetaData().getColumnCount()];
            for (int i = 0; i < values.length; i++) {
                values[i] = row.getObject(i + 1);
            }
            return values;
        });
    }

    private LatencyProfile runs(
            ApiQuery query, List<@Nullable Object[]> samples, Benchmark how, List<PostgresSession> sessions, Part part)
            throws PostgresFault, InterruptedException {
        QueryRuns runs = new QueryRuns(query.sql(), samples, how, ticker);
        int begun = 0;
        try {
            while (begun < sessions.size()) {
                int thread = begun;
                threads.execute(() -> runs.take(sessions.get(thread), thread));
                begun++;
            }
            while (!runs.ended().await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                part.report(runs.fraction());
                part.progress().checkCancelled();
            }
        } catch (CancellationException | InterruptedException e) {
            runs.stop();
            end(sessions);
            throw e;
        } finally {
            for (int i = begun; i < sessions.size(); i++) {
                runs.absent();
            }
        }
        if (runs.failure().isPresent()) {
            throw runs.failure().get();
        }
        return runs.times().profile(how.concurrency());
    }

    /** Ends what runs on the server, too; their time limit would only do so later. */
    private void end(List<PostgresSession> sessions) throws InterruptedException {
        for (PostgresSession session : sessions) {
            try {
                var unused = client.ask(
                        "end of the benchmark",
                        asked -> asked.query("SELECT pg_cancel_backend(?)", row -> row.getBoolean(1), session.pid()));
            } catch (PostgresFault e) {
                LOG.debug("a run of the benchmark is not cancelled; its time limit ends it", e);
            }
        }
    }

    private static QueryPlan explain(PostgresSession session, ApiQuery query, @Nullable Object[] values)
            throws PostgresFault, IOException {
        String plan = session.query(
                        "EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) " + query.sql(), row -> row.getString(1), values)
                .get(0);
        return PlanReader.read(plan);
    }

    /** One query's share of the whole. */
    private record Part(Progress progress, int number, int of, String title) {
        void report(double fraction) {
            progress.report((number + fraction) / of, title);
        }
    }
}
