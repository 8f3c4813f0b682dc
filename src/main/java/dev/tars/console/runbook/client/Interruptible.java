package dev.tars.console.runbook.client;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;

/**
 * Work that does not heed interrupts, as reading from a driver's socket: it runs on another thread, and an interrupt of
 * the one that waits breaks it off.
 */
final class Interruptible {
    private Interruptible() {}

    /** @param breakOff makes the work end; called when the waiting thread is interrupted */
    static <T> T call(Executor executor, Callable<T> work, Runnable breakOff) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        executor.execute(task);
        try {
            return task.get();
        } catch (InterruptedException e) {
            breakOff.run();
            task.cancel(true);
            throw e;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw e;
        }
    }
}
