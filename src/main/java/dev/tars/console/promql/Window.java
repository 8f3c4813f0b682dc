package dev.tars.console.promql;

/** The samples a range function sees at one step; one object walks along a whole series. */
final class Window {
    final long[] millis;
    final double[] values;
    private final double rangeSeconds;
    private final double[][] parameters;
    private int from;
    private int to;
    private int step;
    private long start;
    private long end;
    private long evaluationTime;

    Window(StoredSeries series, double rangeSeconds, double[][] parameters) {
        this.millis = series.millis();
        this.values = series.values();
        this.from = series.from();
        this.to = series.from();
        this.rangeSeconds = rangeSeconds;
        this.parameters = parameters;
    }

    /** Moves on; both times must not be before the last ones. */
    void moveTo(int newStep, long newStart, long newEnd, long newEvaluationTime, int limit) {
        step = newStep;
        start = newStart;
        end = newEnd;
        evaluationTime = newEvaluationTime;
        while (from < limit && millis[from] < newStart) {
            from++;
        }
        to = Math.max(to, from);
        while (to < limit && millis[to] <= newEnd) {
            to++;
        }
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    int size() {
        return to - from;
    }

    double first() {
        return values[from];
    }

    double last() {
        return values[to - 1];
    }

    long start() {
        return start;
    }

    long end() {
        return end;
    }

    /** The step's own time: the end of the window, but for offsets. */
    long evaluationTime() {
        return evaluationTime;
    }

    double rangeSeconds() {
        return rangeSeconds;
    }

    /** A scalar argument at this step, counted without the range vector. */
    double parameter(int index) {
        return parameters[index][step];
    }
}
