package dev.tars.console.connect.http;

import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads that hold the sockets of one endpoint: daemons, few, gone when idle. */
final class CallThreads {
    /** Calls at once; more wait their turn inside their own time limit. */
    static final int MOST = 8;

    private CallThreads() {}

    static ExecutorService named(String name) {
        AtomicInteger number = new AtomicInteger();
        String prefix = "connect-" + name.toLowerCase(Locale.ROOT) + "-";
        ThreadFactory factory = work -> {
            Thread thread = new Thread(work, prefix + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
        ThreadPoolExecutor pool =
                new ThreadPoolExecutor(MOST, MOST, 20, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), factory);
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }
}
