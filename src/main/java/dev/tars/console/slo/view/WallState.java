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
 * @param turn which page is shown, and since when
 */
record WallState(
        SloBoard board,
        Heartbeat heartbeat,
        Pulse pulse,
        Instant now,
        List<LiveRow> rows,
        List<WallPages.Page> pages,
        Turn turn) {

    static final Duration PAGE = Duration.ofSeconds(20);
    private static final int EVENTS = 5;

    /**
     * Pages turn every {@link #PAGE}, whatever happens to their number meanwhile.
     *
     * @param number of the page that is shown, from 0
     * @param since when it was turned to, in time that the wall is shown
     */
    record Turn(int number, Duration since) {
        static final Turn FIRST = new Turn(0, Duration.ZERO);

        /** The page that is due, of {@code count}, where the one that was shown is now {@code number}. */
        static Turn of(int number, Duration since, int count, Duration shown) {
            long turned = shown.minus(since).toNanos() / PAGE.toNanos();
            return turned <= 0
                    ? new Turn(number, since)
                    : new Turn((int) ((number + turned) % count), since.plus(PAGE.multipliedBy(turned)));
        }
    }

    /** A violation that began or ended. */
    record Event(Violation violation, Instant at, boolean ended) {}

    WallState {
        rows = List.copyOf(rows);
        pages = List.copyOf(pages);
    }

    /** Before anything was shown. */
    static WallState first(SloBoard board, Moment now, double height) {
        return of(board, Heartbeat.NONE, now, height, Duration.ZERO, List.of(), Turn.FIRST);
    }

    /** The same with the first page, as nobody has seen any yet. */
    WallState opened() {
        return new WallState(board, heartbeat, pulse, now, rows, pages, Turn.FIRST);
    }

    /** What follows this one. @param height of the room for rows; @param shown how long the wall has been shown */
    WallState then(SloBoard next, Heartbeat beat, Moment moment, double height, Duration shown) {
        List<LiveRow> seen = pages.isEmpty() ? List.of() : page().all();
        return of(next, beat, moment, height, shown, seen, turn);
    }

    private static WallState of(
            SloBoard board,
            Heartbeat heartbeat,
            Moment now,
            double height,
            Duration shown,
            List<LiveRow> seen,
            Turn turn) {
        Pulse pulse = heartbeat.at(now);
        List<LiveRow> rows = board.readings().stream()
                .map(r -> LiveRow.of(r, board, now.wall(), pulse.isSilent(), pulse.isSilent()))
                .sorted(RowOrder.WORST.comparator())
                .toList();
        List<WallPages.Page> pages = WallPages.of(rows, height);
        int number = place(pages, seen, turn.number());
        Turn due = Turn.of(number, turn.since(), pages.size(), shown);
        return new WallState(board, heartbeat, pulse, now.wall(), rows, pages, due);
    }

    /** Where what is being read stands now: rows that change their height deal the pages anew. */
    private static int place(List<WallPages.Page> pages, List<LiveRow> seen, int before) {
        for (LiveRow row : seen) {
            for (int i = 0; i < pages.size(); i++) {
                if (holds(pages.get(i), row)) {
                    return i;
                }
            }
        }
        return Math.min(before, pages.size() - 1);
    }

    private static boolean holds(WallPages.Page page, LiveRow row) {
        return page.all().stream().anyMatch(r -> r.id().equals(row.id()));
    }

    int number() {
        return turn.number();
    }

    WallPages.Page page() {
        return pages.get(turn.number());
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
