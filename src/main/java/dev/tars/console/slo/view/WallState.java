package dev.tars.console.slo.view;

import dev.tars.console.slo.SloBoard;
import dev.tars.console.slo.Violation;
import dev.tars.console.slo.view.Heartbeat.Moment;
import dev.tars.console.slo.view.Heartbeat.Pulse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Everything the wall shows at one moment, its clock apart.
 *
 * @param board the newest one
 * @param heartbeat what the poll chain has brought
 * @param pulse the heartbeat now
 * @param now the moment
 * @param rows every row, worst first
 * @param pages the same rows on pages
 * @param number of the page that is shown, from 0
 */
record WallState(
        SloBoard board,
        Heartbeat heartbeat,
        Pulse pulse,
        Instant now,
        List<LiveRow> rows,
        List<WallPages.Page> pages,
        int number) {

    static final Duration PAGE = Duration.ofSeconds(20);
    private static final int EVENTS = 5;

    /** A violation that began or ended. */
    record Event(Violation violation, Instant at, boolean ended) {}

    WallState {
        rows = List.copyOf(rows);
        pages = List.copyOf(pages);
    }

    /** @param height of the room for rows; @param shown how long pages have been turned */
    static WallState of(SloBoard board, Heartbeat heartbeat, Moment now, double height, Duration shown) {
        Pulse pulse = heartbeat.at(now);
        List<LiveRow> rows = board.readings().stream()
                .map(r -> LiveRow.of(r, board, now.wall(), pulse.isSilent(), pulse.isSilent()))
                .sorted(RowOrder.WORST.comparator())
                .toList();
        List<WallPages.Page> pages = WallPages.of(rows, height);
        int number = (int) (shown.toNanos() / PAGE.toNanos() % pages.size());
        return new WallState(board, heartbeat, pulse, now.wall(), rows, pages, number);
    }

    WallPages.Page page() {
        return pages.get(number);
    }

    boolean isAsked() {
        return board.tick() > 0;
    }

    /** How many rows of a group stand on other pages. */
    long elsewhere(StateGroup group) {
        WallPages.Page page = page();
        return rows.stream()
                .filter(row -> row.group() == group && !page.holds(row))
                .count();
    }

    /** Polls without a good answer among the last ones. */
    long missed() {
        return heartbeat.polls().stream()
                .filter(outcome -> switch (outcome) {
                    case ANSWERED, PARTIAL -> false;
                    case FAILED, MISSED -> true;
                })
                .count();
    }

    /** What began and what ended last, newest first. */
    List<Event> events() {
        List<Event> all = new ArrayList<>();
        for (Violation each : board.violations()) {
            all.add(new Event(each, each.start(), false));
            each.end().ifPresent(end -> all.add(new Event(each, end, true)));
        }
        return all.stream()
                .sorted(Comparator.comparing(Event::at).reversed())
                .limit(EVENTS)
                .toList();
    }
}
