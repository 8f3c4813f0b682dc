package dev.tars.console.slo.view;

import dev.tars.console.slo.PollHealth;
import dev.tars.console.slo.SloBoard;
import dev.tars.console.ui.background.ManualBackground;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;

/** A wall whose clocks a test moves by hand. */
final class WallBench {

    final MovedClock clock = new MovedClock(SampleBoards.AT);
    final SimpleObjectProperty<Instant> tick = new SimpleObjectProperty<>(SampleBoards.AT);
    final ManualBackground background = new ManualBackground();
    final ScriptedSloFeed feed;
    long ticks;

    WallBench(SloBoard first) {
        feed = new ScriptedSloFeed(first);
    }

    WallViewModel openModel() {
        WallViewModel model = new WallViewModel(feed, background, clock, () -> ticks, tick);
        model.open();
        model.painted();
        return model;
    }

    /** Time goes by on both clocks. */
    void pass(Duration time) {
        move(time, time);
    }

    /** Each clock on its own: sleep stops the ticker, a person moves only the wall clock. */
    void move(Duration wall, Duration ticked) {
        clock.move(wall);
        ticks += ticked.toNanos();
        tick.set(clock.instant());
    }

    void arrive(SloBoard board) {
        feed.publish(board);
        background.deliver();
    }

    SloBoard next() {
        return SampleBoards.mixed(clock.instant(), feed.board().tick() + 1);
    }

    /** The board as the monitor publishes it where no poll was judged: the same number, the same answer. */
    static SloBoard again(SloBoard board, Instant at) {
        return new SloBoard(
                at, board.tick(), board.readings(), board.violations(), board.observedSince(), board.health());
    }

    /** A later poll whose answer was not whole. */
    static SloBoard partial(SloBoard board, Optional<Instant> lastGood) {
        PollHealth h = board.health();
        return new SloBoard(
                board.at(),
                board.tick(),
                board.readings(),
                board.violations(),
                board.observedSince(),
                new PollHealth(
                        h.interval(), lastGood, h.next(), h.recent(), 0, h.skew(), h.warnings(), Optional.empty()));
    }
}
