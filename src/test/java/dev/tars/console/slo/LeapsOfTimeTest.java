package dev.tars.console.slo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Clocks that are set, computers that sleep: one question, nothing old that looks new, a gap that stays a gap. */
class LeapsOfTimeTest {

    /** Three hours before the clocks of Europe go back. */
    private static final Instant START = Instant.parse("2026-10-24T22:00:00Z");

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Duration BEAT = Duration.ofSeconds(5);

    private final HandMovedTime time = new HandMovedTime(START);
    private final ScriptedSloSource source = new ScriptedSloSource();
    private final List<SloBoard> boards = new ArrayList<>();

    private SloMonitor opened() {
        source.answers(Batches.of("latency", 0.1, 0.1, 0.1));
        SloMonitor monitor = new SloMonitor(
                List.of(Slos.of(Slos.LATENCY)),
                source,
                time.clock(),
                time,
                time,
                SloMonitor.INTERVAL,
                ZONE,
                Optional::empty);
        monitor.subscribe(boards::add);
        monitor.open();
        time.runDue();
        time.advance(SloMonitor.INTERVAL.multipliedBy(4));
        return monitor;
    }

    private static Named<Consumer<HandMovedTime>> leap(String name, Consumer<HandMovedTime> leap) {
        return Named.of(name, leap);
    }

    private static Stream<Named<Consumer<HandMovedTime>>> leaps() {
        return Stream.of(
                leap("an hour ahead", t -> t.jump(Duration.ofHours(1))),
                leap("an hour back", t -> t.jump(Duration.ofHours(-1))),
                leap("eight hours of sleep, the ticker stands", t -> t.jump(Duration.ofHours(8))),
                leap("eight hours of sleep, the ticker goes on", t -> t.freeze(Duration.ofHours(8))),
                leap("the ticker goes on, the clock stands", t -> {
                    t.freeze(Duration.ofHours(8));
                    t.jump(Duration.ofHours(-8));
                }));
    }

    @ParameterizedTest
    @MethodSource("leaps")
    void everythingIsOldAtOnceAndAskedOnce(Consumer<HandMovedTime> leap) {
        try (SloMonitor monitor = opened()) {
            int asked = source.questions().size();
            boards.clear();
            leap.accept(time);
            time.advance(BEAT);
            assertThat(boards.get(0).readings().get(0).noData()).contains(NoData.STALE);
            assertThat(source.questions()).hasSize(asked + 1);
            assertThat(monitor.board().readings().get(0).state()).isEqualTo(SloState.OK);
            time.advance(SloMonitor.INTERVAL.multipliedBy(4));
            assertThat(source.questions()).hasSizeBetween(asked + 4, asked + 5);
        }
    }

    @ParameterizedTest
    @MethodSource("leaps")
    void noViolationComesOfALeap(Consumer<HandMovedTime> leap) {
        try (SloMonitor monitor = opened()) {
            leap.accept(time);
            time.advance(SloMonitor.INTERVAL.multipliedBy(8));
            assertThat(monitor.board().violations()).isEmpty();
            assertThat(boards)
                    .flatExtracting(SloBoard::readings)
                    .extracting(reading -> ((SloReading) reading).state())
                    .containsOnly(SloState.OK, SloState.NO_DATA);
        }
    }

    @ParameterizedTest
    @MethodSource("leaps")
    void aGapIsAGapInTheLine(Consumer<HandMovedTime> leap) {
        try (SloMonitor monitor = opened()) {
            leap.accept(time);
            time.advance(SloMonitor.INTERVAL);
            List<SloReading.Point> line = monitor.board().readings().get(0).lastHour();
            assertThat(line).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
            for (int i = 1; i < line.size(); i++) {
                boolean isNear =
                        Duration.between(line.get(i - 1).at(), line.get(i).at())
                                        .compareTo(SloMonitor.INTERVAL.multipliedBy(2))
                                <= 0;
                boolean isGap = Double.isNaN(line.get(i - 1).value())
                        || Double.isNaN(line.get(i).value());
                assertThat(isNear || isGap)
                        .as("from %s to %s", line.get(i - 1), line.get(i))
                        .isTrue();
            }
        }
    }

    private static Stream<Named<Instant>> changesOfTheClock() {
        return Stream.of(
                Named.of("the hour that Europe repeats", START),
                Named.of("the hour that Europe leaves out", Instant.parse("2026-03-28T22:00:00Z")));
    }

    /** The zone's offset is words only: nothing turns old, no slot is lost or asked twice. */
    @ParameterizedTest
    @MethodSource("changesOfTheClock")
    void aChangeOfTheZonesOffsetIsNoLeap(Instant threeHoursBefore) {
        time.jump(Duration.between(time.now(), threeHoursBefore));
        try (SloMonitor monitor = opened()) {
            time.advance(Duration.ofHours(4));
            assertThat(ZONE.getRules().getOffset(threeHoursBefore))
                    .isNotEqualTo(ZONE.getRules().getOffset(time.now()));
            assertThat(boards.stream().skip(1))
                    .allMatch(board -> board.readings().get(0).state() == SloState.OK);
            assertThat(source.questions()).hasSize(1 + 4 + 4 * 60 * 4);
            assertThat(monitor.board().health().missed()).isZero();
            assertThat(source.questions())
                    .extracting(ScriptedSloSource.Question::at)
                    .isSorted()
                    .doesNotHaveDuplicates();
            assertThat(monitor.board().violations()).isEmpty();
            assertThat(monitor.board().readings().get(0).lastHour())
                    .hasSize(241)
                    .allMatch(point -> Double.isFinite(point.value()));
        }
    }
}
