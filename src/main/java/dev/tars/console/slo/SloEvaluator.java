package dev.tars.console.slo;

import dev.tars.console.base.Limit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Judges one objective on the answers of one poll. Pure: the same answers, time and memory give the same judgement.
 *
 * <p>Each label set (normally a region) is judged alone, and the objective is as its worst one, in the order of
 * {@link SloState}. A label set counts when any window has it or when it was ever seen and nobody has
 * acknowledged that it is gone. It is
 *
 * <ol>
 *   <li>no data, where its target is down or its newest sample too old: a rate gives numbers for minutes after that;
 *   <li>violated, where the judging window is a number that misses the bound;
 *   <li>no data, where a question was refused, or any window has no sample of it: missing proves nothing;
 *   <li>no traffic, where a window is NaN or an infinity on the good side: a division by 0 is neither good nor bad;
 *   <li>burning, where the judging window keeps the bound and another misses it;
 *   <li>ok, else: every piece is there and every window keeps the bound.
 * </ol>
 */
public final class SloEvaluator {

    private static final int SHOWN_WARNINGS = 200;

    private final Slo slo;
    private final double bound;
    private final boolean isUpperBound;

    public SloEvaluator(Slo slo) {
        this.slo = slo;
        this.bound = slo.objective().bound().doubleValue();
        this.isUpperBound = slo.objective().operator().isUpperBound();
    }

    /** One label set, judged. */
    private record Judged(
            Map<String, String> labels,
            Map<Window, Double> values,
            SloState state,
            Optional<NoData> noData,
            String detail,
            String question,
            String answer) {

        Optional<Double> value(Window window) {
            return Optional.ofNullable(values.get(window));
        }
    }

    /** @param serverAt the time the answers are of, by the server's clock */
    public Judgement judge(SloSource.Batch batch, Instant serverAt, SeenSeries before) {
        return judge(new Answers(batch), serverAt, serverAt, before);
    }

    /** @param at the same time by our clock, by which the memory is kept */
    Judgement judge(Answers answers, Instant at, Instant serverAt, SeenSeries before) {
        Map<Window, Map<Map<String, String>, Double>> windows = byWindow(answers);
        Set<Map<String, String>> present = new HashSet<>();
        present.addAll(of(windows, slo.judgedOn()).keySet());
        present.addAll(of(windows, Window.ONE_MINUTE).keySet());
        // A refused question says nothing about what is there.
        SeenSeries seen = isAnswered(answers) ? before.after(present, at) : before;

        // The order is made at the end, of what is judged.
        Set<Map<String, String>> all = new HashSet<>();
        windows.values().forEach(window -> all.addAll(window.keySet()));
        all.addAll(seen.last().keySet());
        // What is meant to be gone lives on in the long window for a while.
        all.removeAll(seen.acknowledged().keySet());
        Support support = new Support(slo, answers, serverAt);
        List<Judged> judged = new ArrayList<>();
        for (Map<String, String> labels : all) {
            judged.add(series(labels, windows, answers, support, before));
        }
        if (judged.isEmpty()) {
            judged.add(nothing(answers, support));
        }
        judged.sort(worstFirst());
        return judgement(judged, answers, support, seen, all.isEmpty());
    }

    private boolean isAnswered(Answers answers) {
        return answers.samples(slo.judgingQuery()).isPresent();
    }

    private Map<Window, Map<Map<String, String>, Double>> byWindow(Answers answers) {
        Map<Window, Map<Map<String, String>, Double>> windows = new EnumMap<>(Window.class);
        slo.queries().forEach((window, query) -> {
            Map<Map<String, String>, Double> values = new HashMap<>();
            for (SloSource.Sample sample : answers.samples(query).orElse(List.of())) {
                values.merge(Labels.withoutName(sample.labels()), sample.value(), this::ofTwins);
            }
            windows.put(window, values);
        });
        return windows;
    }

    private static Map<Map<String, String>, Double> of(
            Map<Window, Map<Map<String, String>, Double>> windows, Window window) {
        return windows.getOrDefault(window, Map.of());
    }

    private Judged series(
            Map<String, String> labels,
            Map<Window, Map<Map<String, String>, Double>> windows,
            Answers answers,
            Support support,
            SeenSeries before) {
        Map<Window, Double> values = new EnumMap<>(Window.class);
        windows.forEach((window, samples) -> {
            if (samples.containsKey(labels)) {
                values.put(window, samples.get(labels));
            }
        });
        Optional<Support.Lack> lack = support.lackOf(labels);
        if (lack.isPresent() && lack.get().certain()) {
            return unknown(labels, values, lack.get());
        }
        Optional<Double> decisive = Optional.ofNullable(values.get(slo.judgedOn()));
        if (decisive.isPresent() && misses(decisive.get())) {
            return judged(labels, values, SloState.VIOLATED, answers);
        }
        if (lack.isPresent()) {
            return unknown(labels, values, lack.get());
        }
        Optional<Support.Lack> gap = gap(labels, values, answers, before);
        if (gap.isPresent()) {
            return unknown(labels, values, gap.get());
        }
        if (values.values().stream().anyMatch(this::isNoFigure)) {
            return judged(labels, values, SloState.NO_TRAFFIC, answers);
        }
        boolean burning = values.values().stream().anyMatch(this::misses);
        return judged(labels, values, burning ? SloState.BURNING : SloState.OK, answers);
    }

    /** The first window without a sample of these labels, the judging one first, and why. */
    private Optional<Support.Lack> gap(
            Map<String, String> labels, Map<Window, Double> values, Answers answers, SeenSeries before) {
        for (Window window : windowsByWeight()) {
            if (values.containsKey(window)) {
                continue;
            }
            String query = query(window);
            if (answers.samples(query).isEmpty()) {
                return Optional.of(new Support.Lack(
                        answers.failure(query), answers.fault(query), true, query, answers.raw(query)));
            }
            boolean wasThere = before.last().containsKey(labels)
                    || values.containsKey(Window.ONE_HOUR)
                    || (window == Window.ONE_MINUTE && values.containsKey(slo.judgedOn()));
            NoData kind = answers.isPartial(query)
                    ? NoData.PARTIAL
                    : window != Window.ONE_HOUR && wasThere ? NoData.SERIES_VANISHED : NoData.EMPTY;
            String detail = "the " + window.words() + " window has no sample" + (labels.isEmpty() ? "" : " of it");
            return Optional.of(new Support.Lack(kind, detail, true, query, answers.raw(query)));
        }
        return Optional.empty();
    }

    /** No label set at all, now or before. */
    private Judged nothing(Answers answers, Support support) {
        Map<String, String> none = Map.of();
        Optional<Support.Lack> gap = gap(none, Map.of(), answers, SeenSeries.none());
        Optional<Support.Lack> lack = support.lackOf(none);
        boolean explains = lack.isPresent()
                && lack.get().kind() == NoData.TARGET_DOWN
                && gap.map(g -> g.kind() == NoData.EMPTY).orElse(true);
        return unknown(none, Map.of(), explains ? lack.get() : gap.orElseThrow());
    }

    private List<Window> windowsByWeight() {
        List<Window> windows = new ArrayList<>(List.of(Window.values()));
        windows.remove(slo.judgedOn());
        windows.add(0, slo.judgedOn());
        return windows;
    }

    private Judged judged(Map<String, String> labels, Map<Window, Double> values, SloState state, Answers answers) {
        String query = slo.judgingQuery();
        return new Judged(labels, values, state, Optional.empty(), "", query, answers.raw(query));
    }

    private static Judged unknown(Map<String, String> labels, Map<Window, Double> values, Support.Lack lack) {
        return new Judged(
                labels,
                values,
                SloState.NO_DATA,
                Optional.of(lack.kind()),
                lack.detail(),
                lack.question(),
                lack.answer());
    }

    private Judgement judgement(
            List<Judged> judged, Answers answers, Support support, SeenSeries seen, boolean nothing) {
        Judged worst = judged.get(0);
        List<SloReading.SeriesValue> bySeries = new ArrayList<>();
        for (Judged series : judged) {
            Optional<Double> usable =
                    series.state() == SloState.NO_DATA ? Optional.empty() : series.value(slo.judgedOn());
            bySeries.add(new SloReading.SeriesValue(series.labels(), usable, series.state(), series.noData()));
        }
        return new Judgement(
                worst.state(),
                worst.noData(),
                worst.state() == SloState.VIOLATED ? Optional.of(severity(judged)) : Optional.empty(),
                worstValues(judged),
                nothing ? List.of() : bySeries,
                worst.detail(),
                note(answers, support, worst.question()),
                worst.question(),
                worst.answer(),
                seen);
    }

    private String note(Answers answers, Support support, String question) {
        String partial = Stream.of(slo.judgingQuery(), question)
                .flatMap(q -> answers.warnings(q).stream())
                .findFirst()
                .map(w -> "The answer is partial: "
                        + (w.length() > SHOWN_WARNINGS ? w.substring(0, SHOWN_WARNINGS) + "…" : w) + ".")
                .orElse("");
        return (partial + " " + support.note()).strip();
    }

    /** The worst step that a violated series misses. */
    private Severity severity(List<Judged> judged) {
        Severity worst = slo.severity();
        for (Judged series : judged) {
            if (series.state() == SloState.VIOLATED) {
                for (Map.Entry<Severity, Limit> step : slo.steps().entrySet()) {
                    boolean missed =
                            !step.getValue().test(series.value(slo.judgedOn()).orElseThrow());
                    worst = missed && step.getKey().compareTo(worst) > 0 ? step.getKey() : worst;
                }
            }
        }
        return worst;
    }

    /** Of the series that can be judged; of all, where none can. */
    private Map<Window, Double> worstValues(List<Judged> judged) {
        boolean usable = judged.stream().anyMatch(s -> s.state() != SloState.NO_DATA);
        Map<Window, Double> worst = new EnumMap<>(Window.class);
        for (Judged series : judged) {
            if (!usable || series.state() != SloState.NO_DATA) {
                series.values().forEach((window, value) -> worst.merge(window, value, this::worse));
            }
        }
        return worst;
    }

    private Comparator<Judged> worstFirst() {
        return Comparator.comparing(Judged::state)
                .thenComparing((a, b) -> compareWorst(a.value(slo.judgedOn()), b.value(slo.judgedOn())))
                .thenComparing(Judged::labels, Labels.ORDER);
    }

    private int compareWorst(Optional<Double> a, Optional<Double> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return Boolean.compare(b.isPresent(), a.isPresent());
        }
        return a.get().equals(b.get()) ? 0 : worse(a.get(), b.get()).equals(a.get()) ? -1 : 1;
    }

    /** Of two samples that differ in the metric's name only: outside before NaN before inside. */
    private Double ofTwins(Double a, Double b) {
        return a.isNaN() || b.isNaN() ? misses(a) ? a : misses(b) ? b : Double.valueOf(Double.NaN) : worse(a, b);
    }

    /** The value further out; a number before NaN. */
    Double worse(Double a, Double b) {
        if (a.isNaN() || b.isNaN()) {
            return a.isNaN() ? b : a;
        }
        return isUpperBound ? Double.valueOf(Math.max(a, b)) : Double.valueOf(Math.min(a, b));
    }

    /** A share of {@code 5/0} keeps {@code > 99%} as a number and says as little as {@code 0/0}. */
    private boolean isNoFigure(Double value) {
        return value.isNaN() || (value.isInfinite() && !misses(value));
    }

    private boolean misses(Double value) {
        // Rounding to a double keeps order, so decimals are only needed where both round to the same one.
        if (value > bound || value < bound) {
            return value > bound == isUpperBound;
        }
        return !value.isNaN() && !slo.objective().test(value);
    }

    private String query(Window window) {
        return slo.queries().getOrDefault(window, "");
    }
}
