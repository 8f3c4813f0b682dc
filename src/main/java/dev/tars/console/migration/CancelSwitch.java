package dev.tars.console.migration;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A person's word that a run is to stop, and the pauses of the run, which it cuts short. */
final class CancelSwitch {

    private final AtomicInteger asked = new AtomicInteger();
    private final Semaphore wake = new Semaphore(0);

    void ask() {
        asked.incrementAndGet();
        wake.release();
    }

    boolean isAsked() {
        return asked.get() > 0;
    }

    /** Asked again: not even the cleaning up is to be waited for. */
    boolean isInsisted() {
        return asked.get() > 1;
    }

    /** Waits, shorter where somebody asks to stop meanwhile. */
    void pause(Duration time) throws InterruptedException {
        if (wake.tryAcquire(time.toNanos(), TimeUnit.NANOSECONDS)) {
            wake.drainPermits();
        }
    }
}
