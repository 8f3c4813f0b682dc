package dev.tars.console.slo.view;

import dev.tars.console.base.Figures;
import dev.tars.console.base.Problem;
import dev.tars.console.slo.PollHealth;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is out of the ordinary, across the page: the source failed, the answer is partial, a person paused it. */
final class LiveBands {

    private final LiveWords words;
    private final Band failed;
    private final Band partial;
    private final Band paused;
    private final Band notice;

    LiveBands(LiveWords words, Band failed, Band partial, Band paused, Band notice) {
        this.words = words;
        this.failed = failed;
        this.partial = partial;
        this.paused = paused;
        this.notice = notice;
    }

    void show(LiveState now) {
        showFailed(now);
        showPartial(now);
        showPaused(now);
        showNotice(now);
    }

    private void showFailed(LiveState now) {
        PollHealth health = now.watch().newest().health();
        if (!now.isFailing()) {
            failed.setVisible(false);
            return;
        }
        String age = health.lastGood()
                .map(at -> words.text("failed.old", duration(at, now)))
                .orElse(words.text("failed.never"));
        String next = health.next().isAfter(now.now())
                ? words.text("failed.next", Figures.age(LiveState.since(now.now(), health.next())))
                : "";
        String why = health.problem()
                .map(p -> sentence(p.what(), p.consequence(), p.mend()))
                .orElse(words.text("failed.silent"));
        failed.show(age, sentence(why, now.isSilent() ? "" : next));
        failed.showDetails(health.problem().map(Problem::details).orElse(""));
    }

    private static String sentence(String... parts) {
        return Stream.of(parts).filter(p -> !p.isEmpty()).collect(Collectors.joining(" "));
    }

    private static String duration(Instant at, LiveState now) {
        return Figures.duration(
                Duration.ofSeconds(Math.max(1, LiveState.since(at, now.now()).toSeconds())));
    }

    private void showPartial(LiveState now) {
        var warnings = now.watch().shown().health().warnings();
        if (warnings.isEmpty()) {
            partial.setVisible(false);
        } else {
            partial.show(words.text("partial"), String.join("; ", warnings));
        }
    }

    private void showPaused(LiveState now) {
        Optional<LiveState.Pause> at = now.watch().pause();
        if (at.isEmpty()) {
            paused.setVisible(false);
            return;
        }
        String counted = Stream.of(StateGroup.values())
                .filter(group -> now.countNow(group) > 0)
                .map(group -> words.text("count", now.countNow(group), words.group(group)))
                .collect(Collectors.joining(", "));
        paused.show(words.text("paused", duration(at.get().at(), now)), words.text("paused.more", counted));
    }

    private void showNotice(LiveState now) {
        if (now.notice().isEmpty()) {
            notice.setVisible(false);
            return;
        }
        LiveState.Notice it = now.notice().get();
        notice.show(
                it.text(),
                it.problem().map(p -> sentence(p.what(), p.mend(), p.details())).orElse(""));
    }
}
