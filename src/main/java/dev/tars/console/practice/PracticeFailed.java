package dev.tars.console.practice;

import dev.tars.console.base.Problem;
import org.jspecify.annotations.Nullable;

/** Practice could not be started; carries what to do about it. */
public final class PracticeFailed extends Exception implements Problem.Carrier {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    PracticeFailed(Problem problem, @Nullable Throwable cause) {
        super(problem.what() + (problem.details().isEmpty() ? "" : ": " + problem.details()), cause);
        this.problem = problem;
    }

    @Override
    public Problem problem() {
        return problem;
    }
}
