package dev.tars.console.slo.view;

import dev.tars.console.base.Problem;
import dev.tars.console.slo.SloBoard;
import dev.tars.console.slo.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything the page shows at one moment.
 *
 * @param watch what came in
 * @param choice what the person chose
 * @param course what the chart has
 * @param notice the last thing worth saying about something the person did
 * @param now the moment
 * @param all every row in the order of the table, filtered ones included
 * @param rows the rows of the table
 */
record LiveState(
        Watch watch,
        Choice choice,
        CourseState course,
        Optional<Notice> notice,
        Instant now,
        List<LiveRow> all,
        List<LiveRow> rows) {

    /** @param board as it was frozen */
    record Pause(Instant at, SloBoard board) {}

    /**
     * @param newest the newest board, whether it is shown or not
     * @param pause the board a person froze
     * @param askingSince since when an answer asked for by hand is awaited
     */
    record Watch(SloBoard newest, Optional<Pause> pause, Optional<Instant> askingSince) {
        SloBoard shown() {
            return pause.map(Pause::board).orElse(newest);
        }
    }

    /** @param touched when pointer or keys last moved in the table, while they are there */
    record Choice(RowFilter filter, RowOrder order, Optional<String> selected, Optional<Instant> touched) {
        /** How long a table that is being used keeps its order. */
        static final Duration HOLD = Duration.ofSeconds(10);

        boolean holdsOrder(Instant now) {
            return touched.filter(t -> now.isBefore(t.plus(HOLD))).isPresent();
        }
    }

    /** @param problem what went wrong; empty where it went well */
    record Notice(String text, Optional<Problem> problem) {}

    LiveState {
        all = List.copyOf(all);
        rows = List.copyOf(rows);
    }

    /** @param before ids in the order they had, kept while the table is in use; empty to sort anew */
    static LiveState of(
            Watch watch,
            Choice choice,
            CourseState course,
            Optional<Notice> notice,
            Instant now,
            List<String> before,
            LiveWords words) {
        SloBoard board = watch.shown();
        boolean late = isLate(board, now);
        boolean silent = late && watch.pause().isEmpty();
        List<LiveRow> sorted = board.readings().stream()
                .map(r -> LiveRow.of(r, board, now, silent, late))
                .sorted(choice.order().comparator())
                .toList();
        List<LiveRow> all = choice.holdsOrder(now) ? inOrder(sorted, before) : sorted;
        List<LiveRow> rows = choice.filter().isNone()
                ? all
                : all.stream()
                        .filter(row -> choice.filter().shows(row, words.searchable(row)))
                        .toList();
        return new LiveState(watch, choice, course, notice, now, all, rows);
    }

    private static List<LiveRow> inOrder(List<LiveRow> sorted, List<String> before) {
        Map<String, Integer> places = new HashMap<>();
        before.forEach(id -> places.putIfAbsent(id, places.size()));
        sorted.forEach(row -> places.putIfAbsent(row.id(), places.size()));
        return sorted.stream()
                .sorted(Comparator.comparing(row -> places.getOrDefault(row.id(), places.size())))
                .toList();
    }

    /** Two intervals without a new board: nobody is judging any more. */
    private static boolean isLate(SloBoard board, Instant now) {
        return board.tick() > 0
                && Duration.between(board.at(), now)
                                .compareTo(board.health().interval().multipliedBy(2))
                        > 0;
    }

    /** The polling has stopped speaking: not even a failure was reported for two intervals. */
    boolean isSilent() {
        return isLate(watch.newest(), now);
    }

    /** Nothing on this page may be read as new. */
    boolean isFailing() {
        return isSilent() || watch.newest().health().problem().isPresent();
    }

    boolean isAsked() {
        return watch.newest().tick() > 0;
    }

    Optional<Duration> answerAge() {
        return watch.shown().health().lastGood().map(at -> since(at, now));
    }

    long count(StateGroup group) {
        return all.stream().filter(r -> r.group() == group).count();
    }

    /** What is being judged behind a pause. */
    long countNow(StateGroup group) {
        if (isSilent()) {
            return group == StateGroup.UNKNOWN ? watch.newest().readings().size() : 0;
        }
        return watch.newest().readings().stream()
                .filter(r -> StateGroup.of(r.state()) == group)
                .count();
    }

    Optional<LiveRow> selectedRow() {
        return choice.selected()
                .flatMap(id -> all.stream().filter(r -> r.id().equals(id)).findFirst());
    }

    /** Open ones first, then the newest. */
    List<Violation> violations() {
        Stream<Violation> seen = watch.shown().violations().stream();
        return seen.sorted(Comparator.comparing((Violation v) -> v.end().isPresent())
                        .thenComparing(Violation::start, Comparator.reverseOrder()))
                .toList();
    }

    static Duration since(Instant at, Instant now) {
        Duration age = Duration.between(at, now);
        return age.isNegative() ? Duration.ZERO : age;
    }
}
