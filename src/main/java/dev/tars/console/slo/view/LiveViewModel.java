package dev.tars.console.slo.view;

import dev.tars.console.base.Background;
import dev.tars.console.base.Problem;
import dev.tars.console.slo.SloBoard;
import dev.tars.console.slo.SloFeed;
import dev.tars.console.slo.view.LiveState.Choice;
import dev.tars.console.slo.view.LiveState.Notice;
import dev.tars.console.slo.view.LiveState.Pause;
import dev.tars.console.slo.view.LiveState.Watch;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;

/**
 * The live panel without a screen: the newest board, what a person chose, and the course of the chosen objective. All
 * methods belong to the FX thread; boards come in through a relay.
 */
final class LiveViewModel {

    private static final Duration FIRST_RANGE = Duration.ofHours(1);

    private final SloFeed feed;
    private final Background background;
    private final Clock clock;
    private final ObservableValue<Instant> tick;
    private final LiveWords words;
    private final ReadOnlyObjectWrapper<LiveState> state;

    private Optional<Background.Relay<SloBoard>> relay = Optional.empty();
    private Optional<SloFeed.Subscription> boards = Optional.empty();
    private Optional<Subscription> seconds = Optional.empty();
    private Optional<Background.Handle> asking = Optional.empty();
    private long request;

    /** @param tick changes about once a second: ages grow even when nothing arrives */
    LiveViewModel(SloFeed feed, Background background, Clock clock, ObservableValue<Instant> tick, LiveWords words) {
        this.feed = feed;
        this.background = background;
        this.clock = clock;
        this.tick = tick;
        this.words = words;
        Instant now = clock.instant();
        this.state = new ReadOnlyObjectWrapper<>(LiveState.of(
                new Watch(feed.board(), Optional.empty(), Optional.empty()),
                new Choice(RowFilter.NONE, RowOrder.WORST, Optional.empty(), Optional.empty()),
                CourseState.notAsked(new ChartRange.Last(FIRST_RANGE), now),
                Optional.empty(),
                now,
                List.of(),
                words));
    }

    ReadOnlyObjectProperty<LiveState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    LiveState getState() {
        return state.get();
    }

    LiveWords words() {
        return words;
    }

    /** Starts watching; everything begun here ends in {@link #close()}. */
    void open() {
        close();
        Background.Relay<SloBoard> door = background.relay(this::show);
        relay = Optional.of(door);
        boards = Optional.of(feed.subscribe(door::send));
        seconds = Optional.of(tick.subscribe(at -> everySecond()));
        show(feed.board());
        if (asking.isEmpty()) {
            askCourse();
        }
    }

    void close() {
        boards.ifPresent(SloFeed.Subscription::close);
        relay.ifPresent(Background.Relay::close);
        seconds.ifPresent(Subscription::unsubscribe);
        boards = Optional.empty();
        relay = Optional.empty();
        seconds = Optional.empty();
        stopAsking();
    }

    private void show(SloBoard board) {
        LiveState s = state.get();
        Optional<Instant> awaited = s.watch()
                .askingSince()
                .filter(since -> board.tick() <= s.watch().newest().tick());
        put(new Watch(board, s.watch().pause(), awaited), s.choice(), s.course());
        selectFirst();
        if (isCourseDue()) {
            askCourse();
        }
    }

    private void everySecond() {
        LiveState s = state.get();
        put(s.watch(), s.choice(), s.course());
    }

    private void selectFirst() {
        LiveState s = state.get();
        if (s.choice().selected().isEmpty() && !s.rows().isEmpty()) {
            select(s.rows().get(0).id());
        }
    }

    /** Shows an objective in the detail. */
    void select(String id) {
        LiveState s = state.get();
        if (s.choice().selected().filter(id::equals).isPresent()) {
            return;
        }
        Choice c = s.choice();
        put(s.watch(), new Choice(c.filter(), c.order(), Optional.of(id), c.touched()), s.course());
        askCourse();
    }

    void filter(String text) {
        put(state.get().choice().filter().with(text));
    }

    void toggle(StateGroup group) {
        put(state.get().choice().filter().toggle(group));
    }

    void clearFilter() {
        put(RowFilter.NONE);
    }

    private void put(RowFilter filter) {
        LiveState s = state.get();
        Choice c = s.choice();
        if (!c.filter().equals(filter)) {
            put(s.watch(), new Choice(filter, c.order(), c.selected(), c.touched()), s.course());
        }
    }

    /** Orders anew at once: a person asked for it. */
    void orderBy(RowOrder order) {
        LiveState s = state.get();
        Choice c = s.choice();
        Choice chosen = new Choice(c.filter(), order, c.selected(), c.touched());
        put(s.watch(), chosen, s.course(), s.notice(), List.of());
    }

    /** Pointer or keys are at work in the table: its order holds for a while. */
    void touched() {
        touch(Optional.of(clock.instant()));
    }

    /** Pointer and focus are elsewhere. */
    void left() {
        touch(Optional.empty());
    }

    private void touch(Optional<Instant> at) {
        LiveState s = state.get();
        Choice c = s.choice();
        if (!c.touched().equals(at)) {
            put(s.watch(), new Choice(c.filter(), c.order(), c.selected(), at), s.course());
        }
    }

    void togglePause() {
        LiveState s = state.get();
        Optional<Pause> pause = s.watch().pause().isPresent()
                ? Optional.empty()
                : Optional.of(new Pause(clock.instant(), s.watch().newest()));
        put(new Watch(s.watch().newest(), pause, s.watch().askingSince()), s.choice(), s.course());
        if (pause.isEmpty() && isCourseDue()) {
            askCourse();
        }
    }

    /** Asks for a new answer and a new course now. */
    void refresh() {
        LiveState s = state.get();
        put(new Watch(s.watch().newest(), s.watch().pause(), Optional.of(clock.instant())), s.choice(), s.course());
        feed.askNow();
        askCourse();
    }

    void showRange(ChartRange range) {
        LiveState s = state.get();
        Instant now = clock.instant();
        CourseState course = s.course().of().isPresent()
                ? s.course().loading(range, s.course().of().get(), now)
                : CourseState.notAsked(range, now);
        put(s.watch(), s.choice(), course);
        askCourse();
    }

    /** Says what became of something a person did. */
    void say(Notice notice) {
        LiveState s = state.get();
        put(s.watch(), s.choice(), s.course(), Optional.of(notice), ids(s));
    }

    void clearNotice() {
        LiveState s = state.get();
        put(s.watch(), s.choice(), s.course(), Optional.empty(), ids(s));
    }

    private boolean isCourseDue() {
        LiveState s = state.get();
        CourseState course = s.course();
        boolean moves = course.range() instanceof ChartRange.Last;
        boolean idle = course.phase() != CourseState.Phase.LOADING;
        Duration since = Duration.between(course.to(), clock.instant());
        return s.watch().pause().isEmpty()
                && moves
                && idle
                && s.choice().selected().isPresent()
                && since.compareTo(course.step()) >= 0;
    }

    /** Asks for the chosen objective's course; an answer to an earlier question is dropped by its number. */
    private void askCourse() {
        LiveState s = state.get();
        Optional<LiveRow> row = s.selectedRow();
        if (relay.isEmpty() || row.isEmpty()) {
            return;
        }
        stopAsking();
        long number = ++request;
        Instant now = clock.instant();
        ChartRange range = s.course().range();
        Instant from = range.from(now);
        Instant to = range.to(now);
        Duration step = range.step(now, s.watch().newest().health().interval());
        var slo = row.get().slo();
        put(s.watch(), s.choice(), s.course().loading(range, slo.id(), now));
        asking = Optional.of(background.run(
                words.text("course.asking", slo.title()),
                progress -> feed.course(slo, slo.judgedOn(), from, to, step),
                lines -> answered(number, state.get().course().answered(lines, from, to, step, clock.instant())),
                problem -> answered(number, failed(problem))));
    }

    private CourseState failed(Problem problem) {
        return state.get().course().failed(problem, clock.instant());
    }

    private void answered(long number, CourseState course) {
        if (number == request) {
            LiveState s = state.get();
            put(s.watch(), s.choice(), course);
        }
    }

    private void stopAsking() {
        request++;
        asking.ifPresent(Background.Handle::cancel);
        asking = Optional.empty();
    }

    private static List<String> ids(LiveState s) {
        return s.all().stream().map(LiveRow::id).toList();
    }

    private void put(Watch watch, Choice choice, CourseState course) {
        put(watch, choice, course, state.get().notice(), ids(state.get()));
    }

    private void put(Watch watch, Choice choice, CourseState course, Optional<Notice> notice, List<String> before) {
        state.set(LiveState.of(watch, choice, course, notice, clock.instant(), before, words));
    }
}
