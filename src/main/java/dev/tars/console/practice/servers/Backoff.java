package dev.tars.console.practice.servers;

/** How many rounds are left out after a failure: 1, 2, 4, then always 8. Belongs to one task. */
final class Backoff {

    private static final int MOST_DOUBLINGS = 3;

    private int failures;
    private int leftOut;

    /** Whether this round is to be tried. */
    boolean isDue() {
        if (leftOut > 0) {
            leftOut--;
            return false;
        }
        return true;
    }

    void failed() {
        leftOut = 1 << Math.min(failures, MOST_DOUBLINGS);
        failures++;
    }

    void worked() {
        failures = 0;
    }
}
