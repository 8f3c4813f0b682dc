package dev.tars.console.slo;

import dev.tars.console.base.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the objectives need from outside: the values of expressions, all at one time, and their course over a range. */
public interface SloSource {

    /**
     * Asks every expression at the same server time.
     *
     * @param at the evaluation time of every expression
     * @return an answer for each expression: one that was refused is an {@link Answer.Refused}, not an exception
     * @throws SourceFailed where the server as a whole does not answer: unreachable, overloaded, credentials rejected
     */
    Batch ask(Collection<String> expressions, Instant at) throws SourceFailed, InterruptedException;

    /** The course of an expression; each series with its labels, NaN kept, gaps absent. */
    List<Course> range(String expression, Instant from, Instant to, Duration step)
            throws SourceFailed, InterruptedException;

    /** Who is asked, for evidence: name, version and address, secrets masked. */
    String name();

    /**
     * @param answers by expression
     * @param warnings what the server said beside its answers: the batch is partial
     * @param took time for the whole batch
     * @param skew server clock minus ours, where known
     */
    record Batch(Map<String, Answer> answers, List<String> warnings, Duration took, Optional<Duration> skew) {
        public Batch {
            answers = Map.copyOf(answers);
            warnings = List.copyOf(warnings);
        }

        /** Both as one; the second was asked for what the first did not have. */
        Batch and(Batch second) {
            Map<String, Answer> all = new HashMap<>(answers);
            all.putAll(second.answers());
            List<String> said = new ArrayList<>(warnings);
            said.addAll(second.warnings());
            return new Batch(all, said, took.plus(second.took()), second.skew().or(() -> skew));
        }
    }

    /** The answer to one expression. */
    sealed interface Answer {
        /** @param samples one a label set; empty is a true answer: nothing matches. {@code raw}: capped body */
        record Samples(List<Sample> samples, List<String> warnings, String raw, Duration took) implements Answer {
            public Samples {
                samples = List.copyOf(samples);
                warnings = List.copyOf(warnings);
            }
        }

        /** The server understood and refused: parse error, duplicate series. */
        record Refused(Problem problem) implements Answer {}
    }

    /** One label set and its value (NaN and infinities are values). */
    record Sample(Map<String, String> labels, double value) {
        public Sample {
            labels = Map.copyOf(labels);
        }
    }

    /** One series over a range: times in unix milliseconds, ascending, and values of the same length. */
    record Course(Map<String, String> labels, long[] millis, double[] values) {
        public Course {
            labels = Map.copyOf(labels);
            if (millis.length != values.length) {
                throw new IllegalArgumentException(millis.length + " times, " + values.length + " values");
            }
        }
    }

    /** The server does not answer usefully. */
    final class SourceFailed extends Exception implements Problem.Carrier {
        private static final long serialVersionUID = 1L;
        private final transient Problem problem;
        private final transient Optional<Duration> notBefore;
        private final boolean fatal;

        /** @param notBefore how long the server asks us to wait, where it does */
        public SourceFailed(Problem problem, Optional<Duration> notBefore, Throwable cause) {
            this(problem, notBefore, false, cause);
        }

        /** @param fatal asking again changes nothing until a person has mended it: credentials rejected */
        public SourceFailed(Problem problem, Optional<Duration> notBefore, boolean fatal, Throwable cause) {
            super(problem.what(), cause);
            this.problem = problem;
            this.notBefore = notBefore;
            this.fatal = fatal;
        }

        @Override
        public Problem problem() {
            return problem;
        }

        public Optional<Duration> notBefore() {
            return notBefore;
        }

        /** Whether polling stops until a person asks again. */
        public boolean isFatal() {
            return fatal;
        }
    }
}
