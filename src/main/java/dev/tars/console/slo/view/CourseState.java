package dev.tars.console.slo.view;

import dev.tars.console.base.Problem;
import dev.tars.console.slo.SloSource.Course;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the chart has to show.
 *
 * @param range the stretch of time a person chose
 * @param phase how far the asking has come
 * @param of id of the objective the lines belong to; empty before the first was asked
 * @param lines the last good answer, also while the next one is on its way
 * @param from start of the last question
 * @param to end of the last question
 * @param step time between two points of the last question
 * @param since since when the phase holds
 * @param problem why the last question failed
 */
record CourseState(
        ChartRange range,
        Phase phase,
        Optional<String> of,
        List<Course> lines,
        Instant from,
        Instant to,
        Duration step,
        Instant since,
        Optional<Problem> problem) {

    enum Phase {
        NOT_ASKED,
        LOADING,
        FAILED,
        EMPTY,
        FULL
    }

    CourseState {
        lines = List.copyOf(lines);
    }

    static CourseState notAsked(ChartRange range, Instant now) {
        return new CourseState(
                range,
                Phase.NOT_ASKED,
                Optional.empty(),
                List.of(),
                range.from(now),
                range.to(now),
                Duration.ofSeconds(15),
                now,
                Optional.empty());
    }

    /** On its way; what is drawn stays if it is of the same objective. */
    CourseState loading(ChartRange newRange, String id, Instant now) {
        boolean same = of.filter(id::equals).isPresent();
        Instant started = phase == Phase.LOADING && same ? since : now;
        return new CourseState(
                newRange,
                Phase.LOADING,
                Optional.of(id),
                same ? lines : List.of(),
                same ? from : newRange.from(now),
                same ? to : newRange.to(now),
                step,
                started,
                Optional.empty());
    }

    CourseState answered(List<Course> answer, Instant start, Instant end, Duration newStep, Instant now) {
        boolean empty = answer.stream().allMatch(c -> c.millis().length == 0);
        return new CourseState(
                range, empty ? Phase.EMPTY : Phase.FULL, of, answer, start, end, newStep, now, Optional.empty());
    }

    CourseState failed(Problem why, Instant now) {
        return new CourseState(range, Phase.FAILED, of, lines, from, to, step, now, Optional.of(why));
    }

    /** Whether the loading has lasted long enough to be said. */
    boolean isSlow(Instant now) {
        return phase == Phase.LOADING && Duration.between(since, now).toMillis() >= 400;
    }
}
