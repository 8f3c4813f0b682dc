package dev.tars.console.slo.view;

import dev.tars.console.base.Figures;
import dev.tars.console.slo.BackTest;
import dev.tars.console.slo.BudgetPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the panel says of a back-test. */
final class BackTestWords {

    private final LiveWords words;

    BackTestWords(LiveWords words) {
        this.words = words;
    }

    /** One sentence: busy, failed, nothing held, nothing fired, or how often. */
    Optional<String> verdict(BackTestState state) {
        if (state.busySince().isPresent()) {
            return Optional.of(words.text("backtest.busy", state.days()));
        }
        if (state.problem().isPresent()) {
            return Optional.of(
                    state.problem().get().what() + " " + state.problem().get().mend());
        }
        return state.result().map(result -> verdict(state.days(), result));
    }

    private String verdict(int days, BackTest.Result result) {
        if (result.held().isEmpty() || result.isAllUnknown()) {
            return words.text("backtest.nothing.held");
        }
        String said = result.firings().isEmpty()
                ? words.text("backtest.none", days)
                : words.text("backtest.some", days, result.firings().size());
        Duration unknown = BudgetPlan.STEP.multipliedBy(result.unknownTiles());
        return unknown.isZero() ? said : said + " " + words.text("backtest.unknown", Figures.duration(unknown));
    }

    /** One line a firing, newest first, and how many more there are. */
    List<String> firings(BackTestState state, int most) {
        List<BackTest.Firing> all = state.result().map(BackTest.Result::firings).orElse(List.of());
        Instant now = state.result().map(BackTest.Result::to).orElse(Instant.EPOCH);
        List<String> lines =
                all.stream().limit(most).map(f -> line(f, now)).collect(Collectors.toCollection(ArrayList::new));
        if (all.size() > most) {
            lines.add(words.text("backtest.more", all.size() - most));
        }
        return lines;
    }

    private String line(BackTest.Firing firing, Instant now) {
        String peak = firing.peak().map(rate -> Figures.times(rate) + "×").orElse(Figures.NO_VALUE);
        String where = firing.labels().isEmpty()
                ? words.text("backtest.everywhere")
                : String.join(", ", firing.labels().values());
        String length = firing.to()
                .map(end -> Figures.duration(Duration.between(firing.from(), end)))
                .orElseGet(() -> words.text("backtest.still"));
        return words.text(
                "backtest.firing",
                words.moment(firing.from(), now),
                length,
                firing.tier().severity().words(),
                Figures.duration(firing.tier().within()),
                peak,
                where);
    }
}
