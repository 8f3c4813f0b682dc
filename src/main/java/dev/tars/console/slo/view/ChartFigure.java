package dev.tars.console.slo.view;

import dev.tars.console.base.Figures;
import dev.tars.console.base.Unit;
import dev.tars.console.slo.BurnDown;
import dev.tars.console.slo.Slo;
import dev.tars.console.slo.SloSource.Course;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * One picture of an indicator against its objective.
 *
 * @param unit of the indicator
 * @param lines one a series, at most {@link #MOST}, worst first
 * @param more series beyond those
 * @param scale of the value axis
 * @param bound the objective, in the axis' unit
 * @param objective the objective in words
 * @param from start of the time axis
 * @param to end of the time axis
 * @param violations when the objective was violated, cut to the time axis
 * @param gaps when no line has a sample, cut likewise
 * @param marks moments that are written on the chart, inside the time axis
 */
record ChartFigure(
        Unit unit,
        List<ChartLine> lines,
        int more,
        ChartScale scale,
        double bound,
        String objective,
        Instant from,
        Instant to,
        List<Stretch> violations,
        List<Stretch> gaps,
        List<ChartMark> marks) {

    /** As many hues as there are. */
    static final int MOST = 5;

    /** @param from before {@code to} */
    record Stretch(Instant from, Instant to) {}

    static ChartFigure of(LiveState state, Slo slo, LiveWords words) {
        CourseState course = state.course();
        double bound = slo.objective().bound().doubleValue();
        List<Course> shown =
                course.lines().stream().sorted(worstFirst(slo)).limit(MOST).toList();
        DoubleStream values = shown.stream().flatMapToDouble(c -> DoubleStream.of(c.values()));
        ChartScale scale = ChartScale.of(slo.unit(), DoubleStream.concat(values, DoubleStream.of(bound)));
        List<ChartLine> lines = shown.stream()
                .map(c -> ChartLine.of(words.series(c.labels()), c, course.step(), scale.factor()))
                .toList();
        return new ChartFigure(
                slo.unit(),
                lines,
                Math.max(0, course.lines().size() - shown.size()),
                scale,
                bound * scale.factor(),
                words.text("chart.objective", Figures.of(slo.objective())),
                course.from(),
                course.to(),
                violations(state, slo, course.from(), course.to()),
                ChartGaps.of(lines, course.from(), course.to(), course.step()),
                marks(state, course.from(), course.to()));
    }

    private static Comparator<Course> worstFirst(Slo slo) {
        boolean high = slo.objective().operator().isUpperBound();
        double last = high ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        Comparator<Course> byMean = Comparator.comparingDouble(c ->
                DoubleStream.of(c.values()).filter(Double::isFinite).average().orElse(last));
        return high ? byMean.reversed() : byMean;
    }

    /** The budget that is left: from whole to nothing, with what happened meanwhile. */
    static ChartFigure of(BurnDown down, LiveState state, Slo slo, LiveWords words) {
        List<Course> shown = down.lines().stream()
                .sorted(Comparator.comparingDouble(c -> c.values()[c.values().length - 1]))
                .limit(MOST)
                .toList();
        DoubleStream values = shown.stream().flatMapToDouble(c -> DoubleStream.of(c.values()));
        ChartScale scale = ChartScale.of(Unit.RATIO, DoubleStream.concat(values, DoubleStream.of(0)));
        List<ChartLine> lines = shown.stream()
                .map(c -> ChartLine.of(words.series(c.labels()), c, down.step(), scale.factor()))
                .toList();
        return new ChartFigure(
                Unit.RATIO,
                lines,
                down.lines().size() - shown.size(),
                scale,
                0,
                words.text("burndown.nothing"),
                down.from(),
                down.to(),
                violations(state, slo, down.from(), down.to()),
                ChartGaps.of(lines, down.from(), down.to(), down.step()),
                marks(state, down.from(), down.to()));
    }

    private static List<Stretch> violations(LiveState state, Slo slo, Instant from, Instant to) {
        return state.violations().stream()
                .filter(v -> v.slo().id().equals(slo.id()))
                .map(v -> new Stretch(later(v.start(), from), earlier(v.end().orElse(to), to)))
                .filter(s -> s.from().isBefore(s.to()))
                .toList();
    }

    private static List<ChartMark> marks(LiveState state, Instant from, Instant to) {
        return state.watch().shown().mark().stream()
                .map(mark -> new ChartMark(mark.at(), mark.words()))
                .filter(mark -> !mark.at().isBefore(from) && !mark.at().isAfter(to))
                .toList();
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    /** A value of a line, for people. */
    String figure(double axisValue) {
        return Figures.of(axisValue / scale.factor(), unit);
    }

    /** The picture in a sentence. */
    String sentence(LiveWords words, String title, Instant now) {
        DoubleStream.Builder all = DoubleStream.builder();
        lines.forEach(l -> DoubleStream.of(l.values()).filter(Double::isFinite).forEach(all));
        var range = all.build().summaryStatistics();
        String span = words.moment(from, now) + " – " + words.moment(to, now);
        return range.getCount() == 0
                ? words.text("chart.sentence.none", title, span)
                : words.text(
                        "chart.sentence",
                        title,
                        span,
                        figure(range.getMin()),
                        figure(range.getMax()),
                        objective,
                        violations.size());
    }
}
