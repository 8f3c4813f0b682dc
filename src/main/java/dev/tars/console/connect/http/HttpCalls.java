package dev.tars.console.connect.http;

import dev.failsafe.ExecutionContext;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import dev.tars.console.base.Ticker;
import dev.tars.console.connect.http.HttpFault.Kind;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Calls one endpoint, bounded in every direction.
 *
 * <p>The endpoint's time limit spans a whole call: all attempts, the waits between them and the reading of the body.
 * What may pass by itself (refused, reset, broken off, too slow, 429, 502, 503, 504) is tried again up to
 * {@link #RETRIES} times with doubling, jittered waits, as long as the limit allows. {@code Retry-After} is obeyed: a
 * short wait is waited, a long one ends the call, and no call leaves before it is over. After repeated failure the
 * {@link Circuit} opens and calls fail at once.
 *
 * <p>Sockets and parsing run on threads of this object; the caller's thread only waits, and an interrupt of it breaks
 * the socket at once. Safe for use from several threads.
 */
public final class HttpCalls implements AutoCloseable {

    /** Largest body taken, in unzipped bytes. */
    public static final long BODY_CAP = 64L << 20;

    /** Attempts after the first. */
    static final int RETRIES = 2;

    private static final Duration FIRST_WAIT = Duration.ofMillis(200);
    private static final Duration GRACE = Duration.ofMillis(250);

    private final HttpEndpoint endpoint;
    private final Limits limits;
    private final Clock clock;
    private final Ticker ticker;
    private final Faults faults;
    private final Circuit circuit;
    private final ServerPause pause;
    private final ClockSkew skew = new ClockSkew();
    private final LazyClient client;
    private final ExecutorService threads;
    private volatile boolean closed;

    /**
     * Bounds beside the endpoint's time limit.
     *
     * @param bodyCap largest body taken, in unzipped bytes
     * @param circuitOpenFor how long a server is left alone after repeated failure
     */
    public record Limits(long bodyCap, Duration circuitOpenFor) {
        public static final Limits DEFAULT = new Limits(BODY_CAP, Duration.ofSeconds(5));

        public Limits {
            Objects.requireNonNull(circuitOpenFor, "circuitOpenFor");
            if (bodyCap <= 0) {
                throw new IllegalArgumentException("bodyCap must be above 0 bytes, was " + bodyCap);
            }
        }
    }

    /**
     * Calls that ask nothing yet.
     *
     * @param name what a person calls the server: "Prometheus"
     */
    public HttpCalls(String name, HttpEndpoint endpoint, Limits limits, Clock clock, Ticker ticker) {
        this.endpoint = endpoint;
        this.limits = limits;
        this.clock = clock;
        this.ticker = ticker;
        this.faults = new Faults(name, endpoint);
        this.circuit = new Circuit(limits.circuitOpenFor(), ticker);
        this.pause = new ServerPause(ticker);
        this.client = new LazyClient(endpoint);
        this.threads = CallThreads.named(name);
    }

    /** How far the server's clock is ahead of ours, from its answers. */
    public ClockSkew skew() {
        return skew;
    }

    /** Whether calls fail at once because of repeated failure. */
    public boolean isCircuitOpen() {
        return !circuit.isClosed();
    }

    /** Asks, and makes a value of the answer. */
    public <T> T call(HttpQuestion question, HttpReader<T> reader) throws HttpFault, InterruptedException {
        Budget budget = new Budget(ticker, endpoint.timeout());
        RetryPolicy<Object> retry = RetryPolicy.builder()
                .handleIf((result, e) -> e instanceof HttpFault fault && isWorthAnotherTry(fault, budget))
                .withMaxRetries(RETRIES)
                .withDelayFn(HttpCalls::waitBefore)
                .build();
        try {
            return Failsafe.with(retry).get(context -> attempt(question, reader, budget, context.getLastException()));
        } catch (FailsafeException e) {
            if (e.getCause() instanceof HttpFault fault) {
                throw fault;
            }
            if (e.getCause() instanceof InterruptedException) {
                // Failsafe sets the flag again; the exception tells it.
                Thread.interrupted();
                InterruptedException interrupted = new InterruptedException("interrupted while " + question.says());
                interrupted.initCause(e);
                throw interrupted;
            }
            throw e;
        }
    }

    private <T> T attempt(HttpQuestion question, HttpReader<T> reader, Budget budget, @Nullable Throwable before)
            throws HttpFault, InterruptedException {
        mayAsk(before);
        Exchange.Parts parts = new Exchange.Parts(endpoint, okHttp(), faults, skew, limits.bodyCap(), clock, ticker);
        Exchange<T> exchange = new Exchange<>(parts, question, reader, budget.deadline());
        boolean told = false;
        try {
            T value = await(exchange, budget);
            circuit.answered();
            told = true;
            return value;
        } catch (HttpFault fault) {
            told = true;
            learn(fault);
            throw fault;
        } finally {
            if (!told) {
                circuit.abandoned();
            }
        }
    }

    private void mayAsk(@Nullable Throwable before) throws HttpFault {
        if (closed) {
            throw faults.closed();
        }
        Optional<Duration> wait = pause.left();
        Optional<Duration> open = wait.isPresent() ? Optional.empty() : circuit.enter();
        if (wait.isEmpty() && open.isEmpty()) {
            return;
        }
        if (before instanceof HttpFault fault) {
            // A person is told of the failure, not that its repetition was left out.
            throw fault;
        }
        throw wait.map(faults::notYet).orElseGet(() -> faults.circuitOpen(open.orElseThrow()));
    }

    private OkHttpClient okHttp() throws HttpFault {
        try {
            return client.get();
        } catch (TlsUnusable e) {
            circuit.abandoned();
            throw faults.tls(e);
        } catch (SecretMissing e) {
            circuit.abandoned();
            throw faults.secret(e);
        }
    }

    private <T> T await(Exchange<T> exchange, Budget budget) throws HttpFault, InterruptedException {
        FutureTask<T> task = new FutureTask<>(exchange);
        boolean done = false;
        try {
            threads.execute(task);
            // OkHttp keeps the limit itself; the grace is for what it cannot break, such as a name service that hangs.
            T value = task.get(budget.left().plus(GRACE).toNanos(), TimeUnit.NANOSECONDS);
            done = true;
            return value;
        } catch (TimeoutException e) {
            throw faults.timedOut(e);
        } catch (RejectedExecutionException | CancellationException e) {
            throw faults.closed();
        } catch (ExecutionException e) {
            done = true;
            if (e.getCause() instanceof HttpFault fault) {
                throw closed ? faults.closed() : fault;
            }
            throw new IllegalStateException("reading an answer failed", e.getCause());
        } finally {
            if (!done) {
                exchange.cancel();
                task.cancel(false);
            }
        }
    }

    private void learn(HttpFault fault) {
        if (fault.countsAgainstServer()) {
            circuit.failed();
        } else if (fault.kind() == Kind.SECRET || fault.kind() == Kind.CLOSED) {
            circuit.abandoned();
        } else {
            circuit.answered();
        }
        fault.notBefore().ifPresent(pause::begin);
    }

    private static boolean isWorthAnotherTry(HttpFault fault, Budget budget) {
        Duration least = fault.notBefore().orElse(FIRST_WAIT);
        return fault.isRetryable() && least.compareTo(budget.left().dividedBy(2)) < 0;
    }

    private static Duration waitBefore(ExecutionContext<Object> context) {
        long doubled = FIRST_WAIT.toMillis() << Math.max(0, context.getAttemptCount() - 1);
        Duration jittered = Duration.ofMillis(ThreadLocalRandom.current().nextLong(doubled / 2, doubled * 3 / 2));
        if (context.getLastException() instanceof HttpFault fault
                && fault.notBefore().isPresent()) {
            Duration asked = fault.notBefore().get().plusMillis(1);
            return asked.compareTo(jittered) > 0 ? asked : jittered;
        }
        return jittered;
    }

    /** Breaks off all calls under way; later ones fail at once. */
    @Override
    public void close() {
        closed = true;
        client.close();
        for (Runnable waiting : threads.shutdownNow()) {
            if (waiting instanceof FutureTask<?> task) {
                task.cancel(false);
            }
        }
    }
}
