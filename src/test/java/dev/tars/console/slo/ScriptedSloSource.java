package dev.tars.console.slo;

import dev.tars.console.base.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers as it was told to, and remembers what it was asked. */
public final class ScriptedSloSource implements SloSource {

    /** What one poll meets. */
    @FunctionalInterface
    public interface Script {
        Batch answer(Collection<String> expressions, Instant at) throws SourceFailed, InterruptedException;
    }

    public record Question(List<String> expressions, Instant at) {}

    public record RangeQuestion(String expression, Instant from, Instant to, Duration step) {}

    private final List<Question> questions = new ArrayList<>();
    private final List<RangeQuestion> ranges = new ArrayList<>();
    private Script script = (expressions, at) -> Batches.answers().batch();
    private Optional<SourceFailed> rangeFailure = Optional.empty();
    private final Map<String, List<Course>> courses = new LinkedHashMap<>();

    public void answers(Batches batches) {
        answers(batches.batch());
    }

    public void answers(Batch batch) {
        script = (expressions, at) -> batch;
    }

    public void answers(Script next) {
        script = next;
    }

    public void fails(Problem problem, Optional<Duration> notBefore, boolean fatal) {
        script = (expressions, at) -> {
            throw new SourceFailed(problem, notBefore, fatal, new IllegalStateException("scripted"));
        };
    }

    public void fails(String what) {
        fails(Problem.of(what, "", "", ""), Optional.empty(), false);
    }

    public void ranges(String expression, List<Course> answer) {
        courses.put(expression, answer);
        rangeFailure = Optional.empty();
    }

    public void rangesFail(String what) {
        rangeFailure = Optional.of(new SourceFailed(
                Problem.of(what, "", "", ""), Optional.empty(), new IllegalStateException("scripted")));
    }

    @Override
    public Batch ask(Collection<String> expressions, Instant at) throws SourceFailed, InterruptedException {
        questions.add(new Question(List.copyOf(expressions), at));
        Batch told = script.answer(expressions, at);
        Map<String, Answer> asked = new LinkedHashMap<>();
        told.answers().forEach((expression, answer) -> {
            if (expressions.contains(expression)) {
                asked.put(expression, answer);
            }
        });
        return new Batch(asked, told.warnings(), told.took(), told.skew());
    }

    @Override
    public List<Course> range(String expression, Instant from, Instant to, Duration step) throws SourceFailed {
        ranges.add(new RangeQuestion(expression, from, to, step));
        if (rangeFailure.isPresent()) {
            throw rangeFailure.get();
        }
        return courses.getOrDefault(expression, List.of());
    }

    @Override
    public String name() {
        return "Prometheus, scripted";
    }

    public List<Question> questions() {
        return questions;
    }

    public List<RangeQuestion> rangeQuestions() {
        return ranges;
    }
}
