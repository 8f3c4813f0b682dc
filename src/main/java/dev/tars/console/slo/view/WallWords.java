package dev.tars.console.slo.view;

import dev.tars.console.base.Figures;
import dev.tars.console.base.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the wall says, apart from what the live page says too. */
final class WallWords {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private final LiveWords words;

    WallWords(LiveWords words) {
        this.words = words;
    }

    LiveWords rows() {
        return words;
    }

    String clock(Instant now) {
        return Figures.clock(now, words.zone());
    }

    String date(Instant now) {
        return DATE.format(now.atZone(words.zone())) + ", " + Figures.zone(now, words.zone());
    }

    /** The age of the last good answer. */
    String seconds(WallState state) {
        return state.pulse().good().map(age -> Figures.duration(whole(age))).orElse(Figures.NO_VALUE);
    }

    String rhythm(Duration interval) {
        return words.text(
                "wall.rhythm",
                Figures.duration(interval),
                Figures.duration(interval.multipliedBy(2)),
                Figures.duration(interval.multipliedBy(3)));
    }

    String polls(WallState state) {
        int polls = state.heartbeat().polls().size();
        return state.missed() == 0
                ? words.text("wall.polls", polls)
                : words.text("wall.polls.missed", polls, state.missed());
    }

    /** What makes all that is on the wall old, or part of it; empty where nothing does. */
    Optional<String> alarm(WallState state) {
        Optional<String> problem = state.board().health().problem().map(Problem::what);
        if (state.pulse().isSilent()) {
            String silence = state.pulse().leapt()
                    ? words.text("wall.leapt")
                    : words.text(
                            "wall.silent",
                            state.pulse()
                                    .news()
                                    .map(age -> Figures.duration(whole(age)))
                                    .orElse(""));
            return Optional.of(silence + problem.map(what -> ". " + what).orElse(""));
        }
        return problem.or(() -> state.board().health().warnings().stream()
                .findFirst()
                .map(warning -> words.text("wall.partial", warning)));
    }

    /** What stands on other pages; empty where nothing does. */
    String elsewhere(WallState state) {
        if (state.pages().size() == 1) {
            return "";
        }
        List<String> more = new ArrayList<>();
        for (StateGroup group : StateGroup.values()) {
            long count = state.elsewhere(group);
            if (count > 0) {
                more.add(words.text("wall.more", count, words.group(group)));
            }
        }
        return words.text(
                "wall.page",
                String.join(", ", more),
                state.number() + 1,
                state.pages().size());
    }

    String when(WallState.Event event, Instant now) {
        boolean today = event.at()
                .atZone(words.zone())
                .toLocalDate()
                .equals(now.atZone(words.zone()).toLocalDate());
        return today ? MINUTE.format(event.at().atZone(words.zone())) : words.day(event.at());
    }

    String what(WallState.Event event) {
        String title = event.violation().slo().title();
        return event.ended()
                ? words.text(
                        "wall.event.ended",
                        title,
                        Figures.duration(whole(LiveState.since(event.violation().start(), event.at()))))
                : words.text("wall.event.begun", title);
    }

    String noEvents(WallState state) {
        return words.text(
                "wall.events.none", MINUTE.format(state.board().observedSince().atZone(words.zone())));
    }

    private static Duration whole(Duration age) {
        return Duration.ofSeconds(age.toSeconds());
    }
}
