package dev.tars.console.slo;

import dev.tars.console.base.Evidence;
import dev.tars.console.base.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One objective over many polls: its memory, its state and the reading made of them. Not safe for several threads. */
final class ObjectiveTrack {

    /** A poll, as all objectives share it: the batch, also to be read by expression, our time, the server's time, who was asked, and the release charged. */
    record Poll(
            SloSource.Batch batch,
            Answers answers,
            Instant at,
            Instant serverAt,
            String askedOf,
            Optional<ReleaseMark> mark) {

        Poll(SloSource.Batch batch, Instant at, Instant serverAt, String askedOf, Optional<ReleaseMark> mark) {
            this(batch, new Answers(batch), at, serverAt, askedOf, mark);
        }

        /** Server clock minus ours, as it was heeded. */
        Duration skew() {
            return Duration.between(at, serverAt);
        }
    }

    private final Slo recorded;
    private final SloEvaluator evaluator;
    private final Optional<SloEvaluator> rawEvaluator;
    private final SloSentences sentences;
    private final Optional<BudgetJudge> budgets;
    private final HourLine line = new HourLine();
    private SeenSeries seen = SeenSeries.none();
    private SeenSeries seenRaw = SeenSeries.none();

    /** The objective as it is asked now: by its records, or by what they stand for. */
    private Slo slo;

    private StateTrack track;
    private Severity worstSeen;
    private Map<Window, Double> values = Map.of();
    private Optional<Instant> valuesAt = Optional.empty();
    private Optional<SloSentences.LastKnown> lastKnown = Optional.empty();
    private SloReading reading;

    ObjectiveTrack(Slo slo, ZoneId zone, Instant at, String askedOf) {
        this.recorded = slo;
        this.slo = slo;
        this.evaluator = new SloEvaluator(slo);
        this.rawEvaluator = slo.raw().isEmpty() ? Optional.empty() : Optional.of(new SloEvaluator(slo.asRaw()));
        this.sentences = new SloSentences(zone);
        this.budgets = slo.budget().map(plan -> new BudgetJudge(slo, plan));
        this.track = StateTrack.notAsked(at);
        this.worstSeen = slo.severity();
        this.reading = silentReading(NoData.NOT_ASKED, "", "", at, askedOf, List.of());
    }

    Slo slo() {
        return slo;
    }

    SloReading reading() {
        return reading;
    }

    /** Takes the answers of a poll in. */
    void judge(Poll poll, ViolationLog violations) {
        Judgement indicator = indicator(poll);
        Optional<BudgetReading> budget =
                indicator.state() == SloState.NO_DATA ? Optional.empty() : budgets.flatMap(b -> b.judge(poll));
        Optional<BudgetReading.TierReading> firing = budget.flatMap(BudgetReading::firing);
        Judgement judgement = firing.isPresent() ? indicator.burning() : indicator;
        StateTrack before = track;
        track = track.next(judgement.state(), poll.at(), slo.hysteresis());
        worstSeen = judgement.severity().orElse(worstSeen);
        violations.record(slo, before, track, judgement);
        boolean unknown = judgement.state() == SloState.NO_DATA;
        if (!unknown || valuesAt.isEmpty()) {
            values = judgement.values();
            valuesAt = values.isEmpty() ? valuesAt : Optional.of(poll.at());
        }
        Double shown = values.get(slo.judgedOn());
        line.add(poll.at(), unknown || shown == null ? Double.NaN : shown);
        String judged = sentences.judged(slo, judgement, budget, track, lastKnown, poll.at());
        String sentence = slo.isRaw() ? judged + " " + SloSentences.RAW : judged;
        reading = new SloReading(
                slo,
                track.state(),
                judgement.noData(),
                track.since(),
                severity(firing),
                values,
                valuesAt,
                judgement.bySeries(),
                sentence,
                line.points(),
                budget,
                new Evidence(
                        judgement.question(),
                        poll.askedOf(),
                        poll.at(),
                        poll.batch().took(),
                        judgement.answer(),
                        slo.objective().text(),
                        SloVerdicts.of(track.state(), judgement.noData(), sentence),
                        Map.of()));
        if (!track.state().isUnknown()) {
            lastKnown = Optional.of(new SloSentences.LastKnown(track.state(), poll.at()));
        }
    }

    /** Where no record of it was ever there, the raw series are judged; they prove no record either. */
    private Judgement indicator(Poll poll) {
        if (rawEvaluator.isPresent() && seen.last().isEmpty()) {
            Answers answers = poll.answers();
            Slo raw = recorded.asRaw();
            boolean isThere = answers.samples(raw.judgingQuery())
                    .filter(samples -> !samples.isEmpty())
                    .isPresent();
            if (answers.areEmpty(recorded) && (isThere || !seenRaw.last().isEmpty())) {
                slo = raw;
                Judgement judgement = rawEvaluator.get().judge(answers, poll.at(), poll.serverAt(), seenRaw);
                seenRaw = judgement.seen();
                return judgement;
            }
        }
        slo = recorded;
        Judgement judgement = evaluator.judge(poll.answers(), poll.at(), poll.serverAt(), seen);
        seen = judgement.seen();
        return judgement;
    }

    private Optional<Severity> severity(Optional<BudgetReading.TierReading> firing) {
        return switch (track.state()) {
            case VIOLATED -> Optional.of(worstSeen);
            case BURNING -> firing.map(f -> f.tier().severity());
            case OK, NO_TRAFFIC, NO_DATA -> Optional.empty();
        };
    }

    /** A series that vanished is meant to be gone; the next poll judges without it. */
    void acknowledge(Map<String, String> labels, Instant since) {
        seen = seen.without(labels, since);
        seenRaw = seenRaw.without(labels, since);
    }

    /** There is no answer to judge: every value turns old at once and the state unknown. */
    void silence(NoData kind, Problem problem, Instant at, String askedOf) {
        track = track.next(SloState.NO_DATA, at, slo.hysteresis());
        line.add(at, Double.NaN);
        List<SloReading.SeriesValue> gone = new ArrayList<>();
        for (SloReading.SeriesValue series : reading.bySeries()) {
            gone.add(
                    new SloReading.SeriesValue(series.labels(), Optional.empty(), SloState.NO_DATA, Optional.of(kind)));
        }
        String answer = problem.details().isBlank() ? problem.what() : problem.what() + "\n" + problem.details();
        reading = silentReading(kind, problem.what(), answer, at, askedOf, gone);
    }

    private SloReading silentReading(
            NoData kind,
            String what,
            String answer,
            Instant at,
            String askedOf,
            List<SloReading.SeriesValue> bySeries) {
        String sentence = sentences.silent(kind, what, track, valuesAt, at);
        return new SloReading(
                slo,
                SloState.NO_DATA,
                Optional.of(kind),
                track.since(),
                Optional.empty(),
                values,
                valuesAt,
                bySeries,
                sentence,
                line.points(),
                Optional.empty(),
                new Evidence(
                        slo.judgingQuery(),
                        askedOf,
                        at,
                        Duration.ZERO,
                        answer,
                        slo.objective().text(),
                        SloVerdicts.of(SloState.NO_DATA, Optional.of(kind), sentence),
                        Map.of()));
    }

    /**
     * Takes the server's own past hour in: the line before the first poll, and the series that were there.
     *
     * @param courses of the judging query, by our clock
     */
    void remember(List<SloSource.Course> courses, Instant from, Instant to, Duration step) {
        Map<Map<String, String>, Instant> lasts = new HashMap<>();
        for (SloSource.Course course : courses) {
            if (course.millis().length > 0) {
                long last = course.millis()[course.millis().length - 1];
                lasts.merge(
                        Labels.withoutName(course.labels()),
                        Instant.ofEpochMilli(last),
                        (a, b) -> a.isAfter(b) ? a : b);
            }
        }
        seen = seen.with(lasts);
        line.addBefore(worstAtEachStep(courses, from, to, step));
        SloReading r = reading;
        reading = new SloReading(
                r.slo(),
                r.state(),
                r.noData(),
                r.since(),
                r.severity(),
                r.values(),
                r.valuesAt(),
                r.bySeries(),
                r.sentence(),
                line.points(),
                r.budget(),
                r.evidence());
    }

    private List<SloReading.Point> worstAtEachStep(
            List<SloSource.Course> courses, Instant from, Instant to, Duration step) {
        Map<Long, Double> worst = new HashMap<>();
        for (SloSource.Course course : courses) {
            for (int i = 0; i < course.millis().length; i++) {
                worst.merge(course.millis()[i], course.values()[i], evaluator::worse);
            }
        }
        List<SloReading.Point> points = new ArrayList<>();
        for (Instant at = from; !at.isAfter(to); at = at.plus(step)) {
            points.add(new SloReading.Point(at, worst.getOrDefault(at.toEpochMilli(), Double.NaN)));
        }
        return points;
    }
}
