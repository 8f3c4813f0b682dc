package dev.tars.console.slo.view;

import dev.tars.console.base.Figures;
import dev.tars.console.slo.Acknowledgement;
import dev.tars.console.slo.Medians;
import dev.tars.console.slo.NoData;
import dev.tars.console.slo.SeenSeries;
import dev.tars.console.slo.Severity;
import dev.tars.console.slo.SloReading.SeriesValue;
import dev.tars.console.slo.SloState;
import dev.tars.console.slo.Violation;
import dev.tars.console.slo.Window;
import dev.tars.console.ui.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the panel says, in words and figures: one place for cells, detail, accessibility and export. */
final class LiveWords {

    private final Texts texts;
    private final ZoneId zone;
    private Acknowledging acknowledging = Acknowledging.NONE;

    LiveWords(Texts texts, ZoneId zone) {
        this.texts = texts;
        this.zone = zone;
    }

    /** Who knows what is acknowledged. */
    void acknowledging(Acknowledging desk) {
        acknowledging = desk;
    }

    /** The acknowledgement that makes a row quiet now; never one of a row that is ok. */
    Optional<Acknowledgement> silence(LiveRow row) {
        return row.state() == SloState.OK ? Optional.empty() : acknowledging.of(row.id(), row.state());
    }

    ZoneId zone() {
        return zone;
    }

    /** A text of the panel; {@code {0}} stands for the first argument. */
    String text(String key, Object... arguments) {
        return arguments.length == 0 ? texts.get("slo." + key) : texts.get("slo." + key, arguments);
    }

    String group(StateGroup group) {
        return switch (group) {
            case MISSED -> text("group.missed");
            case UNKNOWN -> text("group.unknown");
            case BURNING -> text("group.burning");
            case OK -> text("group.ok");
        };
    }

    /** The state as its pill says it: "missed 10 min", "burning 6.2×". */
    String pill(LiveRow row) {
        String word = state(row.state());
        return row.state() == SloState.OK
                ? word
                : word + " " + BudgetWords.burning(row).orElseGet(() -> Figures.age(row.inState()));
    }

    String state(SloState state) {
        return switch (state) {
            case VIOLATED -> text("state.violated");
            case NO_DATA -> text("state.no_data");
            case NO_TRAFFIC -> text("state.no_traffic");
            case BURNING -> text("state.burning");
            case OK -> text("state.ok");
        };
    }

    /** What stands small beside the title: the kind of no data, else that its record is not there, else the scope. */
    String scope(LiveRow row) {
        String usual = row.slo().isRaw() ? text("scope.raw") : row.slo().scope();
        String words = row.noData().map(NoData::words).orElse(usual);
        return silence(row)
                .map(a -> text("ack.row", Figures.clock(a.until(), zone), a.by(), a.reason(), words))
                .orElse(words);
    }

    /** A window's value; an old one in brackets, none as a dash. */
    String value(LiveRow row, Window window) {
        String figure =
                row.value(window).map(v -> Figures.of(v, row.slo().unit())).orElse(Figures.NO_VALUE);
        return row.old() && !figure.equals(Figures.NO_VALUE) ? "(" + figure + ")" : figure;
    }

    String target(LiveRow row) {
        return Figures.of(row.slo().objective());
    }

    String age(LiveRow row) {
        return row.valueAge().map(Figures::age).orElse(Figures.NO_VALUE);
    }

    String severity(LiveRow row) {
        return row.reading()
                .severity()
                .map(Severity::words)
                .orElse(row.slo().severity().words());
    }

    String window(Window window) {
        return window.words();
    }

    /** State word, name, value and age: what a screen reader says of a row. */
    String accessible(LiveRow row) {
        return text(
                "row.accessible",
                pill(row),
                row.slo().title(),
                scope(row),
                value(row, row.slo().judgedOn()),
                target(row),
                age(row));
    }

    /** The sentence of the detail; a board that nobody renews says so first. */
    String sentence(LiveRow row) {
        boolean kept = row.state() == row.reading().state();
        String said = kept
                ? row.reading().sentence()
                : text("sentence.silent", clock(row.boardAt()), row.reading().sentence());
        return silence(row)
                .map(a -> text("ack.sentence", said, Figures.clockWithZone(a.until(), zone), a.by(), a.reason()))
                .orElse(said);
    }

    /** Everything the filter looks into. */
    String searchable(LiveRow row) {
        return String.join(
                " ",
                row.slo().title(),
                row.id(),
                scope(row),
                row.slo().scope(),
                row.labels(),
                state(row.state()),
                group(row.group()),
                severity(row));
    }

    /** A filter as a person set it. */
    String filter(RowFilter filter) {
        String groups = filter.groups().stream().sorted().map(this::group).collect(Collectors.joining(", "));
        String typed = filter.text().isBlank() ? "" : "\u201c" + filter.text().strip() + "\u201d";
        return groups.isEmpty() || typed.isEmpty() ? groups + typed : typed + ", " + groups;
    }

    /** A label set as people name it: its region where that is all, else as Prometheus writes it. */
    String series(Map<String, String> labels) {
        if (labels.isEmpty()) {
            return text("series.all");
        }
        if (labels.containsKey(SeenSeries.FORGOTTEN)) {
            return text("series.forgotten", labels.getOrDefault(SeenSeries.FORGOTTEN, ""));
        }
        if (labels.size() == 1) {
            return labels.values().iterator().next();
        }
        return prometheus(labels);
    }

    private static String prometheus(Map<String, String> labels) {
        return new TreeMap<>(labels)
                .entrySet().stream()
                        .map(e -> e.getKey() + "=\"" + e.getValue() + "\"")
                        .collect(Collectors.joining(", ", "{", "}"));
    }

    String sample(SeriesValue series, LiveRow row) {
        if (series.value().isEmpty()) {
            return lack(series);
        }
        double value = series.value().get();
        String figure = Double.isNaN(value)
                ? state(SloState.NO_TRAFFIC)
                : Figures.of(value, row.slo().unit());
        return row.old() ? "(" + figure + ")" : figure;
    }

    /** The median and the quantile that is judged: "p50 42 ms, p95 99 ms". */
    String spread(SeriesValue series, double median, LiveRow row) {
        String name = Medians.judgedQuantile(row.slo()).orElse("");
        return text("series.spread", Figures.of(median, row.slo().unit()), name, sample(series, row));
    }

    /** What stands above the figures of each series. */
    String bars(LiveRow row) {
        String window = window(row.slo().judgedOn());
        return Medians.judgedQuantile(row.slo())
                .map(quantile -> text("detail.bars.spread", window, quantile))
                .orElseGet(() -> text("detail.bars", window));
    }

    /** A series is gone where an answer came without it; no answer says nothing of it. */
    private String lack(SeriesValue series) {
        return series.isVanished()
                ? text("series.gone")
                : series.noData().map(NoData::words).orElseGet(() -> text("series.unknown"));
    }

    /** The samples as Prometheus writes them, one a line. */
    String raw(LiveRow row) {
        return row.reading().bySeries().stream()
                .map(s -> prometheus(s.labels())
                        + " "
                        + s.value().map(String::valueOf).orElseGet(() -> lack(s)))
                .collect(Collectors.joining("\n"));
    }

    String violationPill(Violation violation, Instant now) {
        return violation
                .end()
                .map(end -> text("violation.ended", Figures.duration(whole(violation.start(), end))))
                .orElseGet(() -> text("violation.open", Figures.age(whole(violation.start(), now))));
    }

    private static Duration whole(Instant from, Instant to) {
        return Duration.ofSeconds(LiveState.since(from, to).toSeconds());
    }

    String peak(Violation violation) {
        String figure = Figures.of(violation.peak(), violation.slo().unit());
        return violation.peakLabels().isEmpty()
                ? text("violation.peak", figure)
                : text("violation.peak.at", figure, series(violation.peakLabels()));
    }

    /** Time of day; the day before it where that is not today. */
    String moment(Instant at, Instant now) {
        boolean today = at.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate());
        return today ? Figures.clock(at, zone) : Figures.day(at, zone) + " " + Figures.clock(at, zone);
    }

    /** The environment as pictures and evidence name it; practice says so. */
    String environment(EnvironmentMark mark) {
        boolean saysSo = !mark.isPractice() || mark.name().equalsIgnoreCase(text("practice"));
        return saysSo ? mark.name() : text("mark.practice", mark.name());
    }

    String day(Instant at) {
        return Figures.day(at, zone);
    }

    String clock(Instant at) {
        return Figures.clockWithZone(at, zone);
    }
}
