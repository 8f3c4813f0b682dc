package dev.tars.console.slo.view;

import dev.tars.console.slo.SloBoard;
import dev.tars.console.slo.SloExport;
import dev.tars.console.ui.Texts;
import dev.tars.console.ui.background.ManualBackground;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import javafx.beans.property.SimpleObjectProperty;

/** A live panel on a scripted feed, with everything that moves moved by hand. */
final class LiveBench {

    final MovedClock clock = new MovedClock(SampleBoards.AT.plusSeconds(4));
    final SimpleObjectProperty<Instant> tick = new SimpleObjectProperty<>(SampleBoards.AT);
    final ManualBackground background = new ManualBackground();
    final KeptInMemory memory = new KeptInMemory();
    final ScriptedSloFeed feed;

    LiveBench(SloBoard first) {
        feed = new ScriptedSloFeed(first);
        feed.answerCourses((slo, from, to, step) -> SampleBoards.courses(slo, from, to, step, 1));
    }

    static LiveBench mixed() {
        return new LiveBench(SampleBoards.mixed(SampleBoards.AT, 7));
    }

    LiveViewModel model() {
        return new LiveViewModel(feed, background, clock, tick, words());
    }

    LiveViewModel openModel() {
        LiveViewModel model = model();
        model.open();
        background.crank();
        return model;
    }

    static LiveWords words() {
        return new LiveWords(new Texts(), ZoneOffset.UTC);
    }

    LiveScreen screen() {
        return new LiveScreen(
                feed,
                background,
                clock,
                ZoneOffset.UTC,
                tick,
                memory,
                () -> new EnvironmentMark("practice", true),
                board -> SloExport.csv(board, "practice"),
                new Texts());
    }

    /** Time goes by and the ages with it. */
    void pass(Duration time) {
        clock.move(time);
        tick.set(clock.instant());
    }

    /** A board arrives. */
    void arrive(SloBoard board) {
        feed.publish(board);
        background.deliver();
    }

    /** The next poll, healthy, 15 s on. */
    void nextMixed() {
        pass(SampleBoards.INTERVAL);
        arrive(SampleBoards.mixed(clock.instant().minusSeconds(4), feed.board().tick() + 1));
    }
}
