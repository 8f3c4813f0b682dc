package dev.tars.console.slo.view;

import dev.tars.console.base.Background;
import dev.tars.console.slo.Medians;
import dev.tars.console.slo.Slo;
import dev.tars.console.slo.SloFeed;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Asks for the medians beside the chosen objective's quantiles, once for each time they are judged. FX thread. */
final class MediansViewModel {

    private final SloFeed feed;
    private final Background background;
    private final LiveWords words;
    private final ReadOnlyObjectWrapper<Optional<Medians>> medians = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Background.Handle> running = Optional.empty();
    private String objective = "";
    private Instant asked = Instant.MIN;

    MediansViewModel(SloFeed feed, Background background, LiveWords words) {
        this.feed = feed;
        this.background = background;
        this.words = words;
    }

    ReadOnlyObjectProperty<Optional<Medians>> mediansProperty() {
        return medians.getReadOnlyProperty();
    }

    /** The page changed. */
    void follow(LiveState live) {
        Optional<LiveRow> row =
                live.selectedRow().filter(r -> Medians.judgedQuantile(r.slo()).isPresent());
        String id = row.map(LiveRow::id).orElse("");
        if (!id.equals(objective)) {
            cancel();
            objective = id;
        }
        row.filter(r -> !r.old()).flatMap(r -> r.reading().valuesAt()).ifPresent(at -> {
            if (at.isAfter(asked) && live.watch().pause().isEmpty()) {
                ask(row.orElseThrow().slo(), at);
            }
        });
    }

    private void ask(Slo slo, Instant at) {
        asked = at;
        running.ifPresent(Background.Handle::cancel);
        running = Optional.of(background.<Medians>run(
                words.text("medians.asking", slo.title()),
                progress -> feed.medians(slo, at),
                answer -> medians.set(Optional.of(answer)),
                problem -> medians.set(Optional.empty())));
    }

    /** Those that stand beside a row's figures: of the same time, or of the poll before while these are asked for. */
    Optional<Medians> of(LiveRow row, Duration interval) {
        return medians.get()
                .filter(m -> row.id().equals(objective)
                        && !row.old()
                        && row.reading()
                                .valuesAt()
                                .filter(at ->
                                        !m.at().isAfter(at) && !m.at().isBefore(at.minus(interval.multipliedBy(2))))
                                .isPresent());
    }

    void cancel() {
        running.ifPresent(Background.Handle::cancel);
        running = Optional.empty();
        asked = Instant.MIN;
        medians.set(Optional.empty());
    }
}
