package dev.tars.console.practice;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for something that another thread or process brings about. */
public final class Eventually {

    private Eventually() {}

    /** Looks every 50 ms until the claim holds. */
    public static void holds(Duration atMost, String claim, Callable<Boolean> check) throws Exception {
        long end = System.nanoTime() + atMost.toNanos();
        while (!check.call()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + atMost + ": " + claim);
            }
            LockSupport.parkNanos(50_000_000);
        }
    }

    /** True where the claim holds at every look for as long as this. */
    public static boolean staysFor(Duration time, Callable<Boolean> check) throws Exception {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            if (!check.call()) {
                return false;
            }
            LockSupport.parkNanos(50_000_000);
        }
        return true;
    }
}
