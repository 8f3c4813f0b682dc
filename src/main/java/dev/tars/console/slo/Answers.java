package dev.tars.console.slo;

import java.util.List;
import java.util.Optional;

/** A batch, read by expression; an answer that is not there is a failure, never an empty one. */
final class Answers {

    private final SloSource.Batch batch;

    /** Asked for by every objective of the poll and a walk over all answers, so looked up once. */
    private final boolean areAttributed;

    Answers(SloSource.Batch batch) {
        this.batch = batch;
        this.areAttributed = batch.answers().values().stream().anyMatch(a -> !own(a).isEmpty());
    }

    private Optional<SloSource.Answer> answer(String expression) {
        return Optional.ofNullable(batch.answers().get(expression));
    }

    /** Empty where the expression was refused or not answered. */
    Optional<List<SloSource.Sample>> samples(String expression) {
        return answer(expression)
                .filter(SloSource.Answer.Samples.class::isInstance)
                .map(a -> ((SloSource.Answer.Samples) a).samples());
    }

    /** Whether the server answered every window of an objective, and holds nothing of any. */
    boolean areEmpty(Slo slo) {
        return slo.queries().values().stream()
                .allMatch(query -> samples(query).filter(List::isEmpty).isPresent());
    }

    /** The kind of no data of an expression without samples. */
    NoData failure(String expression) {
        return answer(expression).isPresent() ? NoData.QUERY_ERROR : NoData.UNREACHABLE;
    }

    /** Why there are no samples, in the server's words. */
    String fault(String expression) {
        Optional<SloSource.Answer> answer = answer(expression);
        if (answer.isPresent() && answer.get() instanceof SloSource.Answer.Refused refused) {
            String details = refused.problem().details();
            return details.isBlank()
                    ? refused.problem().what()
                    : refused.problem().what() + ": " + details;
        }
        return answer.isPresent() ? "" : "the answer to " + expression + " is missing";
    }

    boolean isPartial(String expression) {
        return !warnings(expression).isEmpty();
    }

    /** What the server said beside this answer; beside all of them, where it does not say which it means. */
    List<String> warnings(String expression) {
        List<String> own = answer(expression).map(Answers::own).orElse(List.of());
        return own.isEmpty() && !areAttributed ? batch.warnings() : own;
    }

    private static List<String> own(SloSource.Answer answer) {
        return answer instanceof SloSource.Answer.Samples samples ? samples.warnings() : List.of();
    }

    String raw(String expression) {
        Optional<SloSource.Answer> answer = answer(expression);
        return answer.isPresent() && answer.get() instanceof SloSource.Answer.Samples samples
                ? samples.raw()
                : fault(expression);
    }
}
