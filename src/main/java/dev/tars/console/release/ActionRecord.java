package dev.tars.console.release;

import dev.tars.console.base.Problem;
import java.util.Optional;

/** Port: the durable record of what is about to happen and of what came of it. */
public interface ActionRecord {

    /** Why nothing can be recorded now, so that nothing may run; asks nobody. */
    Optional<Problem> unavailable();

    /** Durable when it returns; the effect starts only then. @return what the outcome refers to */
    String intent(Approval approval) throws NotRecorded;

    /** @param intent what {@link #intent} gave; @param actor who asked */
    void outcome(String intent, String actor, Plan plan, Outcome outcome) throws NotRecorded;

    /** It could not be written. */
    final class NotRecorded extends Exception implements Problem.Carrier {
        private static final long serialVersionUID = 1L;
        private final transient Problem problem;

        public NotRecorded(Problem problem, Throwable cause) {
            super(problem.what(), cause);
            this.problem = problem;
        }

        @Override
        public Problem problem() {
            return problem;
        }
    }
}
