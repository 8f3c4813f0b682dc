package dev.tars.console.promql;

/** Summation that keeps what rounding drops (Kahan, in the form of Neumaier, 1974). */
final class CompensatedSum {
    private double sum;
    private double lost;

    void add(double term) {
        double next = sum + term;
        lost += Math.abs(sum) >= Math.abs(term) ? (sum - next) + term : (term - next) + sum;
        sum = next;
    }

    /** Without what rounding dropped. */
    double plain() {
        return sum;
    }

    double total() {
        return sum + lost;
    }
}
