package dev.tars.console.promql;

/**
 * The instants an expression is evaluated at: {@code start}, {@code start + step}, ... not after {@code end}.
 * Milliseconds since 1970.
 */
record Steps(long start, long step, int count) {

    static Steps between(long start, long end, long step) {
        return new Steps(start, step, end < start ? 0 : (int) ((end - start) / step) + 1);
    }

    long time(int index) {
        return start + step * index;
    }

    long last() {
        return time(count - 1);
    }
}
