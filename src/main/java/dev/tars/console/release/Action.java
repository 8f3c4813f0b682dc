package dev.tars.console.release;

import dev.tars.console.base.Problem;
import java.util.List;

/**
 * Something that changes the world. It can be shown and asked for by anyone; only the {@link Guard} can run it, because
 * only the guard makes the {@link Approval} its effect takes.
 *
 * @param id stable name: {@code slo.acknowledge}
 * @param title what it does, as a button says it
 * @param wayBack the harm in words: what changes and how it is undone
 * @param reach what it touches
 * @param environment where it is to happen
 * @param steps says what would run, as {@link Plan#steps} has it; asked when the guard is, and again just before it runs
 * @param effect runs it
 */
public record Action(
        String id,
        String title,
        Harm harm,
        String wayBack,
        Reach reach,
        String environment,
        Steps steps,
        Effect effect) {

    /** What would run now. */
    Plan plan() throws Exception {
        return new Plan(id, title, harm, environment, steps.now());
    }

    /** What an action touches. */
    public enum Reach {
        /** Only the console and its journal. */
        CONSOLE,
        /** The target itself: it must be proven to be the right one first. */
        TARGET
    }

    /** Says what would run now. */
    @FunctionalInterface
    public interface Steps {
        List<String> now() throws Exception;
    }

    /** Runs exactly what was approved. */
    @FunctionalInterface
    public interface Effect {
        /**
         * @throws NotDone where it is certain that nothing was changed
         * @throws Exception where it is not: the outcome is then unknown
         */
        Outcome run(Approval approval) throws Exception;
    }

    /** The effect certainly did not happen. */
    public static final class NotDone extends Exception implements Problem.Carrier {
        private static final long serialVersionUID = 1L;
        private final transient Problem problem;

        public NotDone(Problem problem) {
            super(problem.what());
            this.problem = problem;
        }

        @Override
        public Problem problem() {
            return problem;
        }
    }
}
