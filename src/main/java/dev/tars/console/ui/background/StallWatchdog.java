package dev.tars.console.ui.background;

import dev.tars.console.base.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the FX thread. A beat is posted to it every 50 ms; one that is not answered within 100 ms is a stall, and
 * the stack taken at that moment names what caused it. After two seconds all threads are written to the log, because
 * the cause may be a lock that another one holds.
 */
public final class StallWatchdog implements AutoCloseable {

    public static final Duration LIMIT = Duration.ofMillis(100);

    private static final Duration DUMP_ALL = Duration.ofSeconds(2);
    private static final long BEAT_NANOS = Duration.ofMillis(50).toNanos();
    private static final long LOOK_NANOS = Duration.ofMillis(10).toNanos();
    private static final int KEPT = 10;
    private static final Logger LOG = LoggerFactory.getLogger(StallWatchdog.class);

    /** What was seen since start. @param count all stalls; @param last the last ten, newest first */
    public record Stalls(long count, List<Stall> last) {
        public static final Stalls NONE = new Stalls(0, List.of());

        public Stalls {
            last = List.copyOf(last);
        }

        Stalls plus(Stall stall) {
            return new Stalls(
                    count + 1,
                    Stream.concat(Stream.of(stall), last.stream()).limit(KEPT).collect(Collectors.toList()));
        }
    }

    private final FxThread fx;
    private final Clock clock;
    private final Ticker ticker;
    private final Consumer<Stalls> receiver;
    private final Thread thread = new Thread(this::watch, "fx-watchdog");
    private volatile boolean closed;
    private volatile boolean answered = true;
    private volatile @Nullable Thread watched;
    private Stalls seen = Stalls.NONE;

    /** @param receiver told of every stall once it is over, on the watchdog's thread */
    public StallWatchdog(FxThread fx, Clock clock, Ticker ticker, Consumer<Stalls> receiver) {
        this.fx = fx;
        this.clock = clock;
        this.ticker = ticker;
        this.receiver = receiver;
        thread.setDaemon(true);
    }

    public void open() {
        thread.start();
    }

    private void watch() {
        while (!closed) {
            answered = false;
            long asked = ticker.nanos();
            fx.later(() -> {
                watched = Thread.currentThread();
                answered = true;
                LockSupport.unpark(thread);
            });
            await(asked);
            LockSupport.parkNanos(BEAT_NANOS);
        }
    }

    private void await(long asked) {
        @Nullable Instant noticed = null;
        List<StackTraceElement> stack = List.of();
        boolean dumped = false;
        while (!answered && !closed) {
            LockSupport.parkNanos(LOOK_NANOS);
            long waited = ticker.nanos() - asked;
            Thread target = watched;
            if (noticed == null && waited > LIMIT.toNanos() && target != null && !answered) {
                noticed = clock.instant();
                stack = List.of(target.getStackTrace());
            }
            if (!dumped && waited > DUMP_ALL.toNanos()) {
                dumped = true;
                LOG.warn("FX thread blocked for 2 s; all threads:\n{}", allThreads());
            }
        }
        if (noticed != null && !closed) {
            Stall stall = new Stall(noticed, Duration.ofNanos(ticker.nanos() - asked), stack);
            LOG.warn("FX thread blocked for {} ms\n{}", stall.lasted().toMillis(), stall.stackText());
            seen = seen.plus(stall);
            receiver.accept(seen);
        }
    }

    private static String allThreads() {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<Thread, StackTraceElement[]> entry :
                Thread.getAllStackTraces().entrySet()) {
            text.append(entry.getKey().getName()).append('\n');
            for (StackTraceElement frame : entry.getValue()) {
                text.append("    ").append(frame).append('\n');
            }
        }
        return text.toString();
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }
}
