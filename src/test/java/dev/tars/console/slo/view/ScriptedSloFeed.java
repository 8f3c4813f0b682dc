package dev.tars.console.slo.view;

import dev.tars.console.base.Problem;
import dev.tars.console.slo.BackTest;
import dev.tars.console.slo.BurnDown;
import dev.tars.console.slo.Medians;
import dev.tars.console.slo.Slo;
import dev.tars.console.slo.SloBoard;
import dev.tars.console.slo.SloFeed;
import dev.tars.console.slo.SloSource.Course;
import dev.tars.console.slo.SloSource.SourceFailed;
import dev.tars.console.slo.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A feed that publishes the boards a test hands it and answers courses as the test says. */
final class ScriptedSloFeed implements SloFeed {

    /** What a course is answered with. */
    @FunctionalInterface
    interface Courses {
        List<Course> of(Slo slo, Instant from, Instant to, Duration step) throws SourceFailed, InterruptedException;
    }

    /** A question for a course. */
    record Asked(String slo, Window window, Instant from, Instant to, Duration step) {}

    private final List<Consumer<SloBoard>> receivers = new CopyOnWriteArrayList<>();
    private final List<Asked> asked = new ArrayList<>();
    final AtomicInteger askedNow = new AtomicInteger();
    private volatile SloBoard board;
    private volatile Optional<BackTest.Result> backTest = Optional.empty();
    private volatile Optional<BurnDown> burnDown = Optional.empty();
    private volatile Optional<String> burnDownFailure = Optional.empty();
    private final AtomicInteger burnDowns = new AtomicInteger();
    final List<Instant> medians = new CopyOnWriteArrayList<>();
    private volatile Courses courses = (slo, from, to, step) -> List.of();

    ScriptedSloFeed(SloBoard first) {
        this.board = first;
    }

    void publish(SloBoard next) {
        board = next;
        receivers.forEach(r -> r.accept(next));
    }

    void answerBackTests(BackTest.Result answer) {
        backTest = Optional.of(answer);
    }

    void answerBurnDowns(BurnDown answer) {
        burnDown = Optional.of(answer);
        burnDownFailure = Optional.empty();
    }

    void failBurnDowns(String why) {
        burnDownFailure = Optional.of(why);
    }

    int burnDowns() {
        return burnDowns.get();
    }

    void answerCourses(Courses answer) {
        courses = answer;
    }

    synchronized List<Asked> asked() {
        return List.copyOf(asked);
    }

    int receivers() {
        return receivers.size();
    }

    @Override
    public SloBoard board() {
        return board;
    }

    @Override
    public Subscription subscribe(Consumer<SloBoard> receiver) {
        receivers.add(receiver);
        receiver.accept(board);
        return () -> receivers.remove(receiver);
    }

    @Override
    public void askNow() {
        askedNow.incrementAndGet();
    }

    @Override
    public List<Course> course(Slo slo, Window window, Instant from, Instant to, Duration step)
            throws SourceFailed, InterruptedException {
        synchronized (this) {
            asked.add(new Asked(slo.id(), window, from, to, step));
        }
        return courses.of(slo, from, to, step);
    }

    @Override
    public BackTest.Result backTest(Slo slo, Instant from, Instant to) {
        return backTest.orElseGet(() -> new BackTest.Result(from, to, Optional.empty(), 0, List.of()));
    }

    @Override
    public Medians medians(Slo slo, Instant at) {
        medians.add(at);
        return new Medians(at, Map.of(Map.of("region", "us-east-1"), 0.1));
    }

    @Override
    public BurnDown burnDown(Slo slo, Instant to) throws SourceFailed {
        burnDowns.incrementAndGet();
        if (burnDownFailure.isPresent()) {
            throw new SourceFailed(
                    Problem.of(burnDownFailure.get(), "", "", ""),
                    Optional.empty(),
                    new IllegalStateException("scripted"));
        }
        Duration period = slo.budget().orElseThrow().period();
        return burnDown.orElseGet(
                () -> new BurnDown(to.minus(period), to, Duration.ofMinutes(90), List.of(), List.of()));
    }
}
