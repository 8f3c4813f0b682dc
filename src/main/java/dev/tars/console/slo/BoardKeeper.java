package dev.tars.console.slo;

import dev.tars.console.base.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All objectives over many polls, and the board made of them. Not safe for several threads. */
final class BoardKeeper {

    private static final int VIOLATIONS = 500;

    private final String askedOf;
    private final Duration interval;
    private final Instant observedSince;
    private final List<ObjectiveTrack> tracks = new ArrayList<>();
    private final ViolationLog violations = new ViolationLog(VIOLATIONS);
    private final PollLog log = new PollLog();
    private final History history;
    private Instant at;
    private long tick;
    private Optional<ReleaseMark> charged = Optional.empty();

    BoardKeeper(List<Slo> slos, String askedOf, Duration interval, ZoneId zone, Instant now) {
        this.askedOf = askedOf;
        this.interval = interval;
        this.history = new History(interval);
        this.observedSince = now;
        this.at = now;
        slos.forEach(slo -> tracks.add(new ObjectiveTrack(slo, zone, now, askedOf)));
    }

    /** A poll was answered. */
    void answered(SloSource.Batch batch, Instant asked, Instant serverAt, Optional<ReleaseMark> mark) {
        tick++;
        at = asked;
        charged = mark;
        log.answered(batch, asked);
        ObjectiveTrack.Poll poll = new ObjectiveTrack.Poll(batch, asked, serverAt, askedOf, mark);
        tracks.forEach(track -> track.judge(poll, violations));
        history.add(asked, readings());
    }

    /** A poll was not answered. */
    void failed(Problem problem, Instant asked) {
        tick++;
        log.failed(problem);
        silence(NoData.UNREACHABLE, problem, asked);
    }

    /** A poll was answered about a time that is not now any more; the state is told already. */
    void dropped() {
        tick++;
        log.missed(1);
    }

    /** Something other than a poll makes all that is known old. */
    void silence(NoData kind, Problem problem, Instant now) {
        at = now;
        log.troubled(problem);
        tracks.forEach(track -> track.silence(kind, problem, now, askedOf));
        history.add(now, readings());
    }

    void missed(long slots) {
        log.missed(slots);
    }

    /** What the server tells of the hour before the first poll. */
    void remember(PastHour.Past past) {
        history.remember(past);
        for (ObjectiveTrack track : tracks) {
            if (track.slo().id().equals(past.slo().id())) {
                track.remember(past.courses(), past.from(), past.to(), past.step());
            }
        }
    }

    /** A series that vanished is meant to be gone. */
    void acknowledge(GoneSeries.Gone gone) {
        tracks.stream()
                .filter(track -> track.slo().id().equals(gone.objective()))
                .forEach(track -> track.acknowledge(gone.labels(), gone.at()));
    }

    /** Heeds what an answer tells of the server's clock. @return server clock minus ours from now on */
    Duration learnSkew(SloSource.Batch batch) {
        log.learnSkew(batch);
        return skew();
    }

    /** Server clock minus ours, as far as it is worth heeding. */
    Duration skew() {
        Optional<Duration> skew = log.skew();
        return skew.isPresent() && skew.get().abs().compareTo(SloMonitor.SMALLEST_SKEW) >= 0
                ? Duration.ofMillis(skew.get().toMillis())
                : Duration.ZERO;
    }

    SloBoard board(Instant next, boolean stopped) {
        return new SloBoard(
                at,
                tick,
                WorstFirst.sorted(readings()),
                violations.newestFirst(),
                observedSince,
                log.health(interval, next, stopped),
                charged);
    }

    private List<SloReading> readings() {
        return tracks.stream().map(ObjectiveTrack::reading).toList();
    }

    /** What was judged of an objective between two times of our clock. */
    History.Known known(Slo slo, Instant from, Instant to) {
        return history.of(slo.id(), from, to);
    }
}
