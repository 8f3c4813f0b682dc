package dev.tars.console.slo;

import dev.tars.console.base.Problem;
import dev.tars.console.base.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches all objectives: one batch of questions a poll, judged into one immutable board that everybody reads.
 *
 * <p>All questions of a poll are about the same instant. That is our clock's, unless the server's is known to stand 2 s
 * or more apart: then it is the server's, so that a skewed clock reads neither the future nor the past. (Servers tell
 * their time in whole seconds, so less than that is not known.) An answer that tells of a skew an interval or more
 * apart from the one it was asked with is of another time, and is asked again. Every time on the board is of our clock.
 *
 * <p>A poll never overlaps itself. A slot that passes meanwhile is missed, counted and shown. Beside the polls a watch
 * beats a few times an interval: when a poll hangs for more than two intervals, it turns everything unknown, and the
 * late answer is not used; when the clock jumps, the computer slept or the process stood still, it turns every value old
 * at once and asks once, without a burst. After rejected credentials nothing is asked until {@link #askNow}.
 *
 * <p>The scheduler needs three threads (a poll, the watch, the past hour of the start) and should forget cancelled tasks
 * ({@code setRemoveOnCancelPolicy}). It stays its owner's: {@link #close} ends our tasks on it, not it.
 */
public final class SloMonitor implements SloFeed, AutoCloseable {

    /** Time between polls, as the release asks for. */
    public static final Duration INTERVAL = Duration.ofSeconds(15);

    static final Duration SMALLEST_SKEW = Duration.ofSeconds(2);
    private static final Logger LOG = LoggerFactory.getLogger(SloMonitor.class);
    private static final int INTERVALS_BEFORE_OVERDUE = 2;

    private final SloSource source;
    private final Clock clock;
    private final ScheduledExecutorService scheduler;
    private final Duration interval;
    private final Questions questions;
    private final Supplier<Optional<ReleaseMark>> marks;
    private final PastHour pastHour;

    /** Guards all below and every delivery: once {@link #close} has it, nothing is delivered any more. */
    private final ReentrantLock lock = new ReentrantLock();

    private final BoardReceivers receivers = new BoardReceivers();
    private final BoardKeeper keeper;
    private final PollTimer timer;
    private final ClockWatch clockWatch;
    private boolean open;
    private boolean closed;
    private boolean overdueShown;
    private boolean pastAsked;
    private boolean strayed;
    private int leaps;
    private Optional<Future<?>> past = Optional.empty();
    private volatile SloBoard board;

    /**
     * @param interval time between polls, 1 s or more
     * @param zone of the times in sentences
     * @param marks the release that is charged with what is spent, asked for at every poll; must not wait
     */
    public SloMonitor(
            List<Slo> slos,
            SloSource source,
            Clock clock,
            Ticker ticker,
            ScheduledExecutorService scheduler,
            Duration interval,
            ZoneId zone,
            Supplier<Optional<ReleaseMark>> marks) {
        if (interval.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("interval must be 1 s or more, was " + interval);
        }
        this.source = source;
        this.clock = clock;
        this.scheduler = scheduler;
        this.interval = interval;
        this.questions = new Questions(slos);
        this.marks = marks;
        this.pastHour = new PastHour(source, slos, interval);
        this.keeper = new BoardKeeper(slos, source.name(), interval, zone, clock.instant());
        this.timer = new PollTimer(ticker, scheduler, interval, this::poll, this::beatOnce);
        Duration unusual = interval.multipliedBy(INTERVALS_BEFORE_OVERDUE).plus(PollTimer.beat(interval));
        this.clockWatch = new ClockWatch(clock, ticker, unusual);
        this.board = keeper.board(clock.instant(), false);
    }

    /** Begins to poll, at once. A monitor that was closed stays closed. */
    public void open() {
        locked(() -> {
            if (open || closed) {
                return;
            }
            open = true;
            clockWatch.restart();
            timer.start();
        });
    }

    /** Ends all tasks; after it returns nothing is delivered. */
    @Override
    public void close() {
        locked(() -> {
            closed = true;
            receivers.clear();
            timer.close();
            past.ifPresent(task -> task.cancel(true));
        });
    }

    @Override
    public SloBoard board() {
        return board;
    }

    @Override
    public Subscription subscribe(Consumer<SloBoard> receiver) {
        lock.lock();
        try {
            return closed ? () -> {} : receivers.add(receiver, board);
        } finally {
            lock.unlock();
        }
    }

    /** Polls now, also after rejected credentials; not before the time the server asked us to wait for. */
    @Override
    public void askNow() {
        locked(() -> {
            if (open && !closed && !timer.isAsking()) {
                timer.resume();
                timer.pollAtOnce();
            }
        });
    }

    /**
     * A person says that a series which vanished is meant to be gone: from the next poll on it is missed no more, until
     * it comes back. Until then the board stays as it is. The same said again changes nothing.
     */
    public void acknowledge(GoneSeries.Gone gone) {
        locked(() -> keeper.acknowledge(gone));
    }

    @Override
    public List<SloSource.Course> course(Slo slo, Window window, Instant from, Instant to, Duration step)
            throws SloSource.SourceFailed, InterruptedException {
        History.Known known = window == slo.judgedOn() ? known(slo, from, to) : History.Known.NOTHING;
        Instant since = known.since().orElse(Instant.MAX);
        if (!since.isAfter(from)) {
            return known.courses();
        }
        String query = slo.queries().getOrDefault(window, slo.judgingQuery());
        boolean isBefore = !since.isBefore(to);
        List<SloSource.Course> asked = Courses.ask(source, query, from, isBefore ? to : since, step, skew());
        return isBefore ? asked : Courses.joined(asked, known, since);
    }

    private History.Known known(Slo slo, Instant from, Instant to) {
        lock.lock();
        try {
            return keeper.known(slo, from, to);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public BackTest.Result backTest(Slo slo, Instant from, Instant to)
            throws SloSource.SourceFailed, InterruptedException {
        return new BackTest(slo).run(source, from, to);
    }

    @Override
    public BurnDown burnDown(Slo slo, Instant to) throws SloSource.SourceFailed, InterruptedException {
        return BurnDown.ask(source, slo, to.truncatedTo(ChronoUnit.MILLIS), skew());
    }

    @Override
    public Medians medians(Slo slo, Instant at) throws SloSource.SourceFailed, InterruptedException {
        return Medians.ask(source, slo, at, at.plus(skew()));
    }

    private Duration skew() {
        lock.lock();
        try {
            return keeper.skew();
        } finally {
            lock.unlock();
        }
    }

    private Optional<Asked> begin() {
        lock.lock();
        try {
            if (closed || timer.isStopped() || timer.isAsking()) {
                return Optional.empty();
            }
            clockWatch.look().ifPresent(this::turnOld);
            keeper.missed(timer.begin());
            // Servers take milliseconds; the board says exactly what was asked.
            Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            return Optional.of(new Asked(at, at.plus(keeper.skew()), marks.get(), leaps));
        } finally {
            lock.unlock();
        }
    }

    private void poll() {
        Optional<Asked> begun = begin();
        if (begun.isEmpty()) {
            return;
        }
        Asked asked = begun.get();
        try {
            SloSource.Batch batch = questions.ask(source, asked);
            end(asked, () -> answered(batch, asked));
        } catch (SloSource.SourceFailed e) {
            end(asked, () -> failed(e, asked));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            end(asked, () -> keeper.failed(PollTroubles.interrupted(), asked.at()));
        } catch (RuntimeException e) {
            // A fault of ours must be seen, and must not end the polling.
            LOG.error("A poll of the objectives broke", e);
            end(asked, () -> keeper.failed(PollTroubles.broken(e), asked.at()));
        }
    }

    private void end(Asked asked, Runnable outcome) {
        locked(() -> {
            if (closed) {
                return;
            }
            keeper.missed(timer.passed());
            clockWatch.look().ifPresent(this::turnOld);
            Duration took = timer.end();
            overdueShown = false;
            try {
                if (asked.leaps() != leaps) {
                    keeper.dropped();
                    timer.restart();
                } else if (took.compareTo(interval.multipliedBy(INTERVALS_BEFORE_OVERDUE)) > 0) {
                    Problem late = PollTroubles.tooLate(source.name(), took);
                    keeper.failed(late, clock.instant());
                } else {
                    outcome.run();
                }
            } finally {
                timer.schedulePoll();
                publish();
            }
        });
    }

    private void answered(SloSource.Batch batch, Asked asked) {
        Duration skew = asked.skew();
        Duration off = keeper.learnSkew(batch).minus(skew).abs();
        if (off.compareTo(interval) >= 0) {
            stray(off);
            return;
        }
        strayed = false;
        keeper.answered(batch, asked.at(), asked.serverAt(), asked.mark());
        if (!pastAsked && !pastHour.isDone() && !scheduler.isShutdown()) {
            pastAsked = true;
            past = Optional.of(scheduler.submit(() -> askPast(asked.at(), skew)));
        }
    }

    /** The answer tells that it is of another time than the server's now: it is asked again at once, but once only. */
    private void stray(Duration off) {
        keeper.dropped();
        keeper.silence(NoData.STALE, PollTroubles.ofAnotherTime(source.name(), off), clock.instant());
        if (!strayed) {
            timer.restart();
        }
        strayed = true;
    }

    private void failed(SloSource.SourceFailed e, Asked asked) {
        keeper.failed(e.problem(), asked.at());
        if (e.isFatal()) {
            timer.stop();
        }
        e.notBefore().ifPresent(timer::hold);
    }

    private void askPast(Instant at, Duration skew) {
        try {
            pastHour.ask(at, skew, pastOfOne -> locked(() -> keeper.remember(pastOfOne)));
        } finally {
            locked(() -> {
                pastAsked = false;
                publish();
            });
        }
    }

    /** Looks after the polls: they must neither hang unseen nor take old answers for new ones. */
    private void beatOnce() {
        locked(() -> {
            if (closed) {
                return;
            }
            try {
                look();
            } finally {
                // Whatever a receiver threw: without the watch a poll could hang unseen.
                timer.scheduleBeat();
            }
        });
    }

    private void look() {
        Optional<String> leap = clockWatch.look();
        if (leap.isPresent()) {
            turnOld(leap.get());
            if (!timer.isAsking() && !timer.isStopped()) {
                timer.pollAtOnce();
            }
        } else if (!timer.isStopped()) {
            lookAfterPoll();
        }
    }

    private void lookAfterPoll() {
        long missed = timer.passed();
        keeper.missed(missed);
        Duration late = timer.late();
        boolean overdue = late.compareTo(interval.multipliedBy(INTERVALS_BEFORE_OVERDUE)) > 0;
        if (overdue && (!overdueShown || missed > 0)) {
            overdueShown = true;
            Problem problem =
                    timer.isAsking() ? PollTroubles.hanging(source.name(), late) : PollTroubles.notPolling(late);
            keeper.silence(NoData.UNREACHABLE, problem, clock.instant());
            publish();
        } else if (missed > 0) {
            publish();
        }
    }

    private void turnOld(String what) {
        leaps++;
        timer.restart();
        keeper.silence(NoData.STALE, PollTroubles.leapt(what), clock.instant());
        publish();
    }

    private void publish() {
        if (closed) {
            return;
        }
        board = keeper.board(clock.instant().plus(timer.untilDue()), timer.isStopped());
        receivers.send(board);
    }

    private void locked(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }
}
