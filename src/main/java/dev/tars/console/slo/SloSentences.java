package dev.tars.console.slo;

import dev.tars.console.base.Figures;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a reading says to a person: what and since when; where there is no figure also what that means and what to do.
 * An objective's own why and mend stand beside the sentence wherever it is shown, so they are not in it.
 */
final class SloSentences {

    /** Said of a figure whose record does not exist yet. */
    static final String RAW = "Its record does not exist on the server yet: this is asked of the raw series.";

    private static final int EMPTY_POLLS_BEFORE_GUESS = 3;
    private static final String UNPROVEN = "It counts as unproven for the release, not as met.";

    private final ZoneId zone;

    SloSentences(ZoneId zone) {
        this.zone = zone;
    }

    /** The last poll that gave an answer: what was said then, and when. */
    record LastKnown(SloState state, Instant at) {}

    /** After a poll that was answered. */
    String judged(
            Slo slo,
            Judgement judgement,
            Optional<BudgetReading> budget,
            StateTrack track,
            Optional<LastKnown> before,
            Instant now) {
        String head = switch (track.state()) {
            case VIOLATED -> violated(slo, judgement, track, now);
            case NO_DATA -> noData(slo, judgement, track, now);
            case NO_TRAFFIC -> noTraffic(slo, judgement, track, before, now);
            case BURNING -> burning(slo, judgement, track, now);
            case OK -> ok(slo, judgement, track);
        };
        boolean isTold = track.state() == SloState.VIOLATED || track.state() == SloState.BURNING;
        String burn = isTold ? budget.map(BudgetSentences::firing).orElse("") : "";
        return Stream.of(head, burn, judgement.note()).filter(s -> !s.isEmpty()).collect(Collectors.joining(" "));
    }

    /** After a poll that was not answered, or no poll at all. */
    String silent(NoData kind, String what, StateTrack track, Optional<Instant> valuesAt, Instant now) {
        if (kind == NoData.NOT_ASKED) {
            return "Not asked yet. " + UNPROVEN;
        }
        String values = valuesAt.map(at -> "The values shown are of " + clock(at) + ", "
                        + Figures.duration(Duration.between(at, now)) + " old.")
                .orElse("There was no answer before.");
        return "No data " + lasting(track, now) + ": " + sentence(what) + " " + values + " " + UNPROVEN;
    }

    private String violated(Slo slo, Judgement judgement, StateTrack track, Instant now) {
        String open = lasting(track, now) + ".";
        if (judgement.state() == SloState.VIOLATED) {
            return slo.title() + at(judgement, SloState.VIOLATED) + " is " + worst(slo, judgement, slo.judgedOn())
                    + " over " + slo.judgedOn().words() + ", it must stay " + Figures.of(slo.objective())
                    + ". Violated " + open;
        }
        return slo.title() + " keeps " + Figures.of(slo.objective()) + " again for " + track.row() + " of "
                + slo.hysteresis().leave() + " polls (" + worst(slo, judgement, slo.judgedOn())
                + "). Until then it stays violated, " + open;
    }

    private String burning(Slo slo, Judgement judgement, StateTrack track, Instant now) {
        if (judgement.state() == SloState.VIOLATED) {
            return slo.title() + at(judgement, SloState.VIOLATED) + " is " + worst(slo, judgement, slo.judgedOn())
                    + ", it must stay " + Figures.of(slo.objective()) + ": outside for " + track.row() + " of "
                    + slo.hysteresis().enter() + " polls, then it is violated.";
        }
        String missing = missing(slo, judgement);
        return slo.title() + " keeps " + Figures.of(slo.objective()) + " over "
                + slo.judgedOn().words() + " ("
                + worst(slo, judgement, slo.judgedOn()) + ") and "
                + (missing.isEmpty() ? "spends its error budget too fast" : "misses it over " + missing)
                + at(judgement, SloState.BURNING) + ". It burns " + lasting(track, now)
                + "; it still counts as met.";
    }

    private static String missing(Slo slo, Judgement judgement) {
        List<String> windows = new ArrayList<>();
        for (Window window : Window.values()) {
            Optional<Double> value = Optional.ofNullable(judgement.values().get(window));
            if (value.isPresent() && !value.get().isNaN() && !slo.objective().test(value.get())) {
                windows.add(window.words() + " (" + Figures.of(value.get(), slo.unit()) + ")");
            }
        }
        return String.join(" and ", windows);
    }

    private String ok(Slo slo, Judgement judgement, StateTrack track) {
        return slo.title() + " is " + worst(slo, judgement, slo.judgedOn()) + " over "
                + slo.judgedOn().words() + " and has kept " + Figures.of(slo.objective()) + " since "
                + clock(track.since()) + ".";
    }

    private String noTraffic(Slo slo, Judgement judgement, StateTrack track, Optional<LastKnown> before, Instant now) {
        String last = before.map(l -> " Before, at " + clock(l.at()) + ", it was " + words(l.state()) + ".")
                .orElse("");
        return "Nothing is asked of " + slo.title() + at(judgement, SloState.NO_TRAFFIC) + " "
                + lasting(track, now) + ": 0 of 0 is neither good nor bad." + last + " " + UNPROVEN
                + " Check whether traffic is routed there.";
    }

    private String noData(Slo slo, Judgement judgement, StateTrack track, Instant now) {
        String where = at(judgement, SloState.NO_DATA);
        String since = " " + lasting(track, now);
        String detail = judgement.detail();
        return switch (judgement.noData().orElse(NoData.NOT_ASKED)) {
            case TARGET_DOWN ->
                "No data of " + slo.title() + where + since + ": " + sentence(detail)
                        + " Figures of before are not those of now. " + UNPROVEN + " Bring the target back.";
            case SERIES_VANISHED ->
                slo.title() + where + " was there and is gone" + since + lastThere(judgement) + ": "
                        + sentence(detail) + " " + UNPROVEN
                        + " Check that the service runs and exposes it.";
            case EMPTY -> empty(slo, judgement, where, since);
            case QUERY_ERROR ->
                "The server refuses the query of " + slo.title() + since + ": " + sentence(detail) + " " + UNPROVEN
                        + " Mend the expression in slos.yaml, line " + slo.line() + ".";
            case STALE ->
                slo.title() + where + " is stale" + since + ": " + sentence(detail) + " " + UNPROVEN
                        + " Check the scrape and the recording rules.";
            case PARTIAL ->
                "The answer about " + slo.title() + where + " is partial and holds nothing usable" + since + ": "
                        + sentence(detail) + " " + UNPROVEN + " Check the server's stores.";
            case UNREACHABLE, NOT_ASKED ->
                "No answer about " + slo.title() + since + ": " + sentence(detail) + " " + UNPROVEN;
        };
    }

    /** Of the series that the sentence names. */
    private String lastThere(Judgement judgement) {
        return judgement.bySeries().stream()
                .filter(s -> s.state() == SloState.NO_DATA)
                .findFirst()
                .flatMap(s -> Optional.ofNullable(judgement.seen().last().get(s.labels())))
                .map(at -> ", last there at " + clock(at))
                .orElse("");
    }

    private static String empty(Slo slo, Judgement judgement, String where, String since) {
        int polls = judgement.seen().emptyPolls();
        if (polls < EMPTY_POLLS_BEFORE_GUESS) {
            return "No data of " + slo.title() + where + since + ": " + sentence(judgement.detail()) + " " + UNPROVEN;
        }
        return "The query of " + slo.title() + " returns nothing, " + polls + " polls in a row" + since + ". "
                + UNPROVEN
                + " Check the metric's name and labels, that its recording rule is loaded, and that no sum drops le"
                + " under histogram_quantile.";
    }

    /** " in us-east-1 and 2 more": the label sets in a state, the worst one named. */
    private static String at(Judgement judgement, SloState state) {
        List<Map<String, String>> in = judgement.bySeries().stream()
                .filter(s -> s.state() == state && !s.labels().isEmpty())
                .map(SloReading.SeriesValue::labels)
                .collect(Collectors.toList());
        if (in.isEmpty()) {
            return "";
        }
        return " in " + Labels.words(in.get(0)) + (in.size() > 1 ? " and " + (in.size() - 1) + " more" : "");
    }

    private static String worst(Slo slo, Judgement judgement, Window window) {
        return Optional.ofNullable(judgement.values().get(window))
                .map(v -> Figures.of(v, slo.unit()))
                .orElse(Figures.NO_VALUE);
    }

    private static String words(SloState state) {
        return switch (state) {
            case VIOLATED -> "violated";
            case NO_DATA -> "without data";
            case NO_TRAFFIC -> "without traffic";
            case BURNING -> "burning";
            case OK -> "ok";
        };
    }

    private String lasting(StateTrack track, Instant now) {
        Duration lasted = Duration.between(track.since(), now);
        String since = "since " + clock(track.since());
        return lasted.toSeconds() < 1 ? since : "for " + Figures.duration(lasted) + ", " + since;
    }

    private String clock(Instant at) {
        return Figures.clockWithZone(at, zone);
    }

    /** Ends as a sentence does. */
    private static String sentence(String text) {
        String stripped = text.strip();
        return stripped.isEmpty() || stripped.endsWith(".") ? stripped : stripped + ".";
    }
}
