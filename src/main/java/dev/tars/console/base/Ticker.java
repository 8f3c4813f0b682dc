package dev.tars.console.base;

/** Elapsed time in nanoseconds from an arbitrary origin; not bent by a jump of the wall clock. */
@FunctionalInterface
public interface Ticker {
    long nanos();

    static Ticker system() {
        return System::nanoTime;
    }
}
