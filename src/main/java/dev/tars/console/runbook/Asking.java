package dev.tars.console.runbook;

import dev.tars.console.base.Evidence;
import dev.tars.console.base.Figures;
import dev.tars.console.base.Ticker;
import dev.tars.console.base.Verdict;
import dev.tars.console.base.Verdict.Met;
import dev.tars.console.base.Verdict.Missed;
import dev.tars.console.base.Verdict.Unknown;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One check on its way: asked on a worker, ended by its answer, its time limit or the end of the run. */
final class Asking implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Asking.class);
    /** How much of an answer evidence keeps, in characters. */
    private static final int ANSWER_CAP = 16 * 1024;

    private static final int SENTENCE_CAP = 1000;
    private static final int QUESTION_CAP = 4000;

    private final Check check;
    private final Optional<Probe> probe;
    private final ProbeContext context;
    private final Ticker ticker;
    private final Duration limit;
    private final Consumer<Check> whenBegun;
    private final Consumer<Asking> whenEnded;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Instant askedAt;

    private @Nullable Thread worker;
    private boolean cancelled;
    private long begun;
    private boolean hasBegun;
    private @Nullable Probed result;

    Asking(
            Check check,
            Optional<Probe> probe,
            ProbeContext context,
            Ticker ticker,
            Duration limit,
            Consumer<Check> whenBegun,
            Consumer<Asking> whenEnded) {
        this.check = check;
        this.probe = probe;
        this.context = context;
        this.ticker = ticker;
        this.limit = limit;
        this.whenBegun = whenBegun;
        this.whenEnded = whenEnded;
        this.askedAt = context.clock().instant();
    }

    String kind() {
        return check.block().kind();
    }

    @Override
    public void run() {
        if (!enter()) {
            ended.countDown();
            return;
        }
        Optional<Probed> found = Optional.empty();
        try {
            whenBegun.accept(check);
            found = Optional.of(asked());
        } catch (InterruptedException e) {
            found = Optional.of(unknown("stopped early", "it was stopped before it had an answer", ""));
        } finally {
            leave(found.orElseGet(() -> unknown("failed", "the check broke", "")));
            ended.countDown();
            whenEnded.accept(this);
        }
    }

    private synchronized boolean enter() {
        if (cancelled) {
            return false;
        }
        worker = Thread.currentThread();
        begun = ticker.nanos();
        hasBegun = true;
        return true;
    }

    private synchronized void leave(Probed found) {
        // Before the worker is free for another task, which an interrupt of this one must not reach.
        worker = null;
        Thread.interrupted();
        if (result == null) {
            result = found;
        }
    }

    /** No worker takes it. */
    void refused() {
        synchronized (this) {
            cancelled = true;
            result = unknown("stopped early", "the console is closing", "");
        }
        ended.countDown();
        whenEnded.accept(this);
    }

    /** Whether its time is over; it is interrupted and Unknown then. */
    synchronized boolean isOverdue() {
        if (result != null) {
            return false;
        }
        if (!hasBegun || ticker.nanos() - begun < limit.toNanos()) {
            return false;
        }
        result = unknown("timed out", "no answer within " + Figures.duration(limit), "");
        cancel();
        return true;
    }

    synchronized void cancel() {
        cancelled = true;
        Thread running = worker;
        if (running != null) {
            running.interrupt();
        } else if (!hasBegun) {
            ended.countDown();
        }
    }

    boolean awaitEnd(long nanos) throws InterruptedException {
        return ended.await(Math.max(0, nanos), TimeUnit.NANOSECONDS);
    }

    synchronized Probed result() {
        Probed present = result;
        return present == null ? unknown("stopped early", "it did not end", "") : present;
    }

    private Probed asked() throws InterruptedException {
        if (probe.isEmpty()) {
            return unknown("no probe", "no check of kind " + kind() + " is at hand", "");
        }
        try {
            Map<String, String> before = about();
            Answer answer = probe.get().ask(check.block(), context);
            Map<String, String> after = about();
            return judged(answer, before, after);
        } catch (ProbeFailed e) {
            return unknown(e.why(), e.words(), e.askedOf());
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            LOG.warn("a check of kind {} at {} broke", kind(), check.block().at(), e);
            return unknown("failed", "the check itself broke: " + e, "");
        }
    }

    /** What the item depends on, as it is now. */
    private Map<String, String> about() throws InterruptedException {
        Map<String, String> prints = new LinkedHashMap<>();
        for (String name : check.about()) {
            context.fingerprints().of(name).ifPresent(print -> prints.put(name, print));
        }
        return prints;
    }

    private Probed judged(Answer answer, Map<String, String> before, Map<String, String> after) {
        Verdict verdict = check.block().expectation().isPresent()
                ? check.block().expectation().get().judge(answer)
                : own(answer);
        if (verdict instanceof Met && !before.equals(after)) {
            verdict = new Unknown("changed", "what it depends on changed while it was asked");
        }
        if (verdict instanceof Met && after.size() < check.about().size()) {
            List<String> untold = check.about().stream()
                    .filter(name -> !after.containsKey(name))
                    .toList();
            verdict = new Unknown(
                    "no fingerprint", "it cannot be told which " + String.join(", ", untold) + " this answer is about");
        }
        Map<String, String> prints = new LinkedHashMap<>(answer.fingerprints());
        prints.putAll(after);
        return probed(answer.question(), answer.askedOf(), answer.raw(), verdict, prints);
    }

    private static Verdict own(Answer answer) {
        Verdict verdict = answer.verdict().orElseGet(() -> new Unknown("not judged", "nothing says what is good"));
        return verdict instanceof Met && !answer.warnings().isEmpty()
                ? new Unknown("partial", "the answer is partial: " + String.join("; ", answer.warnings()))
                : verdict;
    }

    private Probed unknown(String why, String sentence, String askedOf) {
        return probed(check.block().question(), askedOf, "", new Unknown(why, sentence), Map.of());
    }

    private Probed probed(String question, String askedOf, String raw, Verdict verdict, Map<String, String> prints) {
        Cleaned cleaned = cleaned();
        Map<String, String> all = new LinkedHashMap<>(prints);
        all.put("check", check.block().fingerprint());
        Duration took = hasBegun ? Duration.ofNanos(Math.max(0, ticker.nanos() - begun)) : Duration.ZERO;
        Evidence evidence = new Evidence(
                cleaned.text(question, QUESTION_CAP),
                cleaned.text(askedOf),
                askedAt,
                took,
                cleaned.text(raw, ANSWER_CAP),
                threshold(),
                clean(verdict, cleaned),
                all);
        return new Probed(check, evidence, Hash.sha256(raw), raw.length());
    }

    private Cleaned cleaned() {
        try {
            return new Cleaned(context.secrets().get());
        } catch (RuntimeException e) {
            LOG.warn("the secrets cannot be read, so nothing of an answer is kept", e);
            return Cleaned.blind();
        }
    }

    private String threshold() {
        String text = check.block().expectation().map(Expectation::text).orElse("");
        return check.block()
                .lasting()
                .map(d -> text + " for " + Figures.duration(d))
                .orElse(text);
    }

    private static Verdict clean(Verdict verdict, Cleaned cleaned) {
        return verdict.match(
                met -> new Met(cleaned.text(met.sentence(), SENTENCE_CAP), met.warning()),
                missed -> new Missed(cleaned.text(missed.sentence(), SENTENCE_CAP)),
                unknown -> new Unknown(unknown.why(), cleaned.text(unknown.sentence(), SENTENCE_CAP)),
                waived -> waived);
    }
}
