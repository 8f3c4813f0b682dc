package dev.tars.console.slo.view;

import dev.tars.console.slo.PollHealth;
import dev.tars.console.slo.SloBoard;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Whether the chain that ends in the eyes of a person is alive: asked, answered, judged, painted. A beat counts once all
 * four have happened: the board of a later poll that was answered ({@link #judged}), and after it a painted frame
 * ({@link #painted}). A board published again under the same poll is no beat.
 *
 * <p>Ages are the longer of two: by the wall clock, which goes on while a computer sleeps, and by the ticker, which
 * nobody can set back. Where the two come apart by 2 s since the last beat, the computer slept or its clock was set:
 * then everything is old at once, until the next beat.
 *
 * @param waiting judged and not painted yet
 * @param beat the last one that was painted
 */
record Heartbeat(Optional<Beat> waiting, Optional<Beat> beat) {

    static final Heartbeat NONE = new Heartbeat(Optional.empty(), Optional.empty());

    private static final Duration JUMP = Duration.ofSeconds(2);

    /** The same moment by both clocks. @param ticks nanoseconds of a ticker */
    record Moment(Instant wall, long ticks) {

        /** The moment, as seen from now, at which the wall clock showed another time; never after now. */
        private Moment when(Instant at) {
            Duration ago = LiveState.since(at, wall);
            return new Moment(wall.minus(ago), ticks - ago.toNanos());
        }

        private Duration age(Moment now) {
            Duration byWall = Duration.between(wall, now.wall);
            Duration byTicks = Duration.ofNanos(now.ticks - ticks);
            return byWall.compareTo(byTicks) > 0 ? byWall : byTicks;
        }

        private boolean isApart(Moment now) {
            Duration byTicks = Duration.ofNanos(now.ticks - ticks);
            return Duration.between(wall, now.wall).minus(byTicks).abs().compareTo(JUMP) >= 0;
        }
    }

    /**
     * What the chain has brought so far.
     *
     * @param poll number of the last poll
     * @param good the last whole answer, as the monitor names it, and when it was asked for
     * @param news when the last poll that was answered, whole or in part, was asked for
     * @param seen when that came in
     * @param polls the last polls, oldest first
     */
    record Beat(
            long poll,
            Optional<Instant> goodAt,
            Optional<Moment> good,
            Optional<Moment> news,
            Moment seen,
            List<PollHealth.Outcome> polls,
            Duration interval) {}

    /**
     * The heartbeat at a moment.
     *
     * @param good age of the last whole answer that was painted
     * @param news age of the last answered poll that was painted
     * @param isUnknown two polls without a good answer: the age speaks for nothing any more
     * @param isSilent three polls without any answer, or a leap: every row is unknown and old
     * @param leapt the computer slept or its clock was set since the last beat
     * @param toNext how much of the time to the next poll has passed, from 0 to 1
     */
    record Pulse(
            Optional<Duration> good,
            Optional<Duration> news,
            boolean isUnknown,
            boolean isSilent,
            boolean leapt,
            double toNext) {}

    /** A board came in. */
    Heartbeat judged(SloBoard board, Moment now) {
        Optional<Beat> before = waiting.or(this::beat);
        boolean next = board.tick() > before.map(Beat::poll).orElse(0L);
        Optional<Instant> goodAt = board.health().lastGood();
        boolean good = next && goodAt.isPresent() && !goodAt.equals(before.flatMap(Beat::goodAt));
        boolean answered = next && board.health().problem().isEmpty();
        Beat beatNow = new Beat(
                Math.max(board.tick(), before.map(Beat::poll).orElse(0L)),
                good ? goodAt : before.flatMap(Beat::goodAt),
                good ? goodAt.map(now::when) : before.flatMap(Beat::good),
                answered ? Optional.of(now.when(board.at())) : before.flatMap(Beat::news),
                answered ? now : before.map(Beat::seen).orElse(now),
                board.health().recent(),
                board.health().interval());
        return new Heartbeat(Optional.of(beatNow), beat);
    }

    /** A frame with the last board in it is on the screen. */
    Heartbeat painted() {
        return waiting.isPresent() ? new Heartbeat(Optional.empty(), waiting) : this;
    }

    boolean awaitsPaint() {
        return waiting.isPresent();
    }

    Pulse at(Moment now) {
        if (beat.isEmpty()) {
            return new Pulse(Optional.empty(), Optional.empty(), true, false, false, 0);
        }
        Beat last = beat.get();
        Optional<Duration> good = last.good().map(m -> m.age(now));
        Optional<Duration> news = last.news().map(m -> m.age(now));
        boolean leapt = last.seen().isApart(now);
        boolean isUnknown =
                leapt || good.isEmpty() || good.get().compareTo(last.interval().multipliedBy(2)) > 0;
        boolean isSilent = leapt
                || news.isPresent() && news.get().compareTo(last.interval().multipliedBy(3)) >= 0;
        double toNext = news.map(
                        age -> age.toMillis() / (double) last.interval().toMillis())
                .orElse(0.0);
        return new Pulse(good, news, isUnknown, isSilent, leapt, Math.min(1, toNext));
    }

    /** The polls as cells, the newest only once it was painted. */
    List<PollHealth.Outcome> polls() {
        return beat.map(Beat::polls).orElse(List.of());
    }
}
