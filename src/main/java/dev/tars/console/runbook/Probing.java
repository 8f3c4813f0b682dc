package dev.tars.console.runbook;

import dev.tars.console.base.Ticker;
import dev.tars.console.document.DocumentException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks many checks, a few at a time, and makes evidence of what they answer.
 *
 * <p>Each check has its own time limit, from when it begins. One that runs over it is interrupted and Unknown, and its
 * place goes to the next one, even if it does not end at once. Whatever a probe throws is Unknown. An interrupt of the
 * caller's thread ends all that runs, process trees included, before it returns. Safe for use from several threads.
 */
public final class Probing {
    private static final Logger LOG = LoggerFactory.getLogger(Probing.class);
    private static final Duration END_LIMIT = Duration.ofSeconds(5);
    private static final long LONGEST_WAIT = TimeUnit.MILLISECONDS.toNanos(200);

    private final Map<String, Probe> probes = new LinkedHashMap<>();
    private final Executor executor;
    private final Ticker ticker;
    private final int atATime;
    private final Duration timeout;

    /**
     * A runner of these probes.
     *
     * @param executor runs them; not the thread that calls {@link #run}
     * @param atATime how many at once, 1 or more
     * @param timeout how long one may take where its block does not say
     */
    public Probing(Collection<Probe> probes, Executor executor, Ticker ticker, int atATime, Duration timeout) {
        for (Probe probe : probes) {
            if (this.probes.put(probe.kind(), probe) != null) {
                throw new IllegalArgumentException("two probes of kind " + probe.kind());
            }
        }
        if (atATime < 1 || timeout.isZero() || timeout.isNegative()) {
            throw new IllegalArgumentException(atATime + " at a time, " + timeout + " each: both must be above 0");
        }
        this.executor = Objects.requireNonNull(executor, "executor");
        this.ticker = Objects.requireNonNull(ticker, "ticker");
        this.atATime = atATime;
        this.timeout = timeout;
    }

    /** The kinds that are registered. */
    public Set<String> kinds() {
        return Set.copyOf(probes.keySet());
    }

    /** Whether a machine can judge an item: it has checks, and every kind of them is registered. */
    public boolean isAutomatic(Item item) {
        return !item.blocks().isEmpty() && item.blocks().stream().allMatch(block -> probes.containsKey(block.kind()));
    }

    /**
     * Lets each probe look at its blocks.
     *
     * @throws BrokenRunbook with all blocks that cannot be asked, or that cannot fail
     */
    public void check(Runbook runbook) throws BrokenRunbook {
        List<DocumentException> errors = new ArrayList<>();
        for (Block block : runbook.blocks()) {
            Probe probe = probes.get(block.kind());
            boolean isCheck = block.expectation().isPresent() || Kinds.JUDGING_THEMSELVES.contains(block.kind());
            if (probe != null && isCheck) {
                try {
                    probe.check(block);
                } catch (DocumentException e) {
                    errors.add(e);
                }
            }
        }
        if (!errors.isEmpty()) {
            throw new BrokenRunbook(errors);
        }
    }

    /**
     * Asks, and returns when all have answered or run out of time.
     *
     * @param whenBegun told as each begins, on its own thread
     * @param whenDone told as each is done, on the caller's thread
     * @return all, in the order they were done
     * @throws InterruptedException when interrupted; those told of by then stand, the others were never asked
     */
    public List<Probed> run(
            List<Check> checks, ProbeContext context, Consumer<Check> whenBegun, Consumer<Probed> whenDone)
            throws InterruptedException {
        BlockingQueue<Asking> ended = new LinkedBlockingQueue<>();
        List<Asking> running = new ArrayList<>();
        List<Asking> all = new ArrayList<>();
        List<Probed> done = new ArrayList<>();
        try {
            while (done.size() < checks.size()) {
                while (running.size() < atATime && all.size() < checks.size()) {
                    Asking asking = begin(checks.get(all.size()), context, whenBegun, ended);
                    running.add(asking);
                    all.add(asking);
                }
                Asking next = ended.poll(LONGEST_WAIT, TimeUnit.NANOSECONDS);
                Optional<Asking> finished = next == null
                        ? running.stream().filter(Asking::isOverdue).findFirst()
                        : Optional.of(next);
                if (finished.isPresent() && running.remove(finished.get())) {
                    Probed probed = finished.get().result();
                    done.add(probed);
                    whenDone.accept(probed);
                }
            }
            return List.copyOf(done);
        } finally {
            for (Asking asking : all) {
                asking.cancel();
            }
            awaitEnd(running);
        }
    }

    /** The same without being told of the beginnings. */
    public List<Probed> run(List<Check> checks, ProbeContext context, Consumer<Probed> whenDone)
            throws InterruptedException {
        return run(checks, context, check -> {}, whenDone);
    }

    private Asking begin(Check check, ProbeContext context, Consumer<Check> whenBegun, BlockingQueue<Asking> ended) {
        Duration limit = check.block().timeout().orElse(timeout);
        Optional<Probe> probe = Optional.ofNullable(probes.get(check.block().kind()));
        Asking asking = new Asking(check, probe, context, ticker, limit, whenBegun, ended::add);
        try {
            executor.execute(asking);
        } catch (RejectedExecutionException e) {
            asking.refused();
        }
        return asking;
    }

    private static void awaitEnd(List<Asking> running) {
        boolean interrupted = false;
        long until = System.nanoTime() + END_LIMIT.toNanos();
        for (Asking asking : running) {
            boolean waiting = true;
            while (waiting) {
                try {
                    if (!asking.awaitEnd(until - System.nanoTime())) {
                        LOG.warn("a check of kind {} does not end when it is told to", asking.kind());
                    }
                    waiting = false;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
