package dev.tars.console.migration;

import dev.tars.console.base.Problem;
import dev.tars.console.base.Progress;
import java.util.List;

/** Measures the queries of a migration on a database. */
public interface ProofBench {

    /**
     * Measures every query and, where it may, the cost of an insert; blocks for as long as it takes. A query that fails is
     * a measurement that says why.
     *
     * @throws NotMeasured where the database cannot be asked at all
     * @throws java.util.concurrent.CancellationException where {@code progress} says so; what ran on the server is ended
     */
    Result measure(Migration migration, Benchmark how, Progress progress) throws NotMeasured, InterruptedException;

    /**
     * All that was measured.
     *
     * @param database the cluster's identifier and the database's name: what was measured elsewhere proves nothing here
     */
    record Result(String database, List<Measurement> queries, List<WriteCost> writes) {
        public Result {
            queries = List.copyOf(queries);
            writes = List.copyOf(writes);
        }
    }

    /** The database cannot be asked. */
    final class NotMeasured extends Exception implements Problem.Carrier {
        private static final long serialVersionUID = 1L;
        private final transient Problem problem;

        public NotMeasured(Problem problem, Exception cause) {
            super(problem.what(), cause);
            this.problem = problem;
        }

        @Override
        public Problem problem() {
            return problem;
        }
    }
}
