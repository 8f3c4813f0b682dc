package dev.tars.console.slo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How the error budget of an objective went down over its period: whole at the start, and at the end what the budget's
 * own figure says is left now. After each step it is 1 - bad events so far / (budget share x all events of the period),
 * so the height of a fall is what that step cost. Below 0 it is overspent.
 *
 * <p>It is counted from the same records as the figure, summed by the server over steps that tile the period. A step of
 * which the server holds less than nine tenths of either record is a gap, and so is the whole of a label set of whose
 * period it holds less, or in which nothing happened: then nobody knows what is left.
 *
 * @param from start of the period, by our clock
 * @param to its end
 * @param step between two points
 * @param lines share that is left, one course a label set that is known
 * @param unknown label sets of which it cannot be said
 */
public record BurnDown(
        Instant from, Instant to, Duration step, List<SloSource.Course> lines, List<Map<String, String>> unknown) {

    private static final int MOST_STEPS = 500;
    private static final int LEAST_STEPS = 100;
    private static final double COVERED = 0.9;

    public BurnDown {
        lines = List.copyOf(lines);
        unknown = List.copyOf(unknown);
    }

    /**
     * Asks the server; blocks.
     *
     * @param to now, by our clock
     * @param skew server clock minus ours
     * @throws IllegalArgumentException where the objective has no budget
     */
    static BurnDown ask(SloSource source, Slo slo, Instant to, Duration skew)
            throws SloSource.SourceFailed, InterruptedException {
        BudgetPlan plan =
                slo.budget().orElseThrow(() -> new IllegalArgumentException(slo.id() + " has no error budget"));
        Steps steps = Steps.of(plan.period(), to);
        String range = "[" + steps.length().toMinutes() + "m]";
        Sums sums = new Sums(
                steps.ask(source, "sum_over_time(" + plan.bad() + range + ")", skew),
                steps.ask(source, "count_over_time(" + plan.bad() + range + ")", skew),
                steps.ask(source, "sum_over_time(" + plan.total() + range + ")", skew),
                steps.ask(source, "count_over_time(" + plan.total() + range + ")", skew));
        return sums.burnDown(slo, steps);
    }

    /** The steps of a period; each ends at its time. @param tiles records in a step */
    private record Steps(Instant from, Instant to, Duration length, int count, int tiles) {

        /** Steps that tile the period exactly, and are no more than a chart can show where that is possible. */
        static Steps of(Duration period, Instant to) {
            int all = (int) period.dividedBy(BudgetPlan.STEP);
            int wanted = (all + MOST_STEPS - 1) / MOST_STEPS;
            int tiles = wanted;
            while (all % tiles != 0 && all / tiles >= LEAST_STEPS) {
                tiles++;
            }
            for (int less = wanted; all % tiles != 0; less--) {
                tiles = less;
            }
            return new Steps(to.minus(period), to, BudgetPlan.STEP.multipliedBy(tiles), all / tiles, tiles);
        }

        Map<Map<String, String>, double[]> ask(SloSource source, String expression, Duration skew)
                throws SloSource.SourceFailed, InterruptedException {
            Map<Map<String, String>, double[]> sums = new HashMap<>();
            for (SloSource.Course course : Courses.ask(source, expression, from.plus(length), to, length, skew)) {
                double[] sum = new double[count];
                for (int i = 0; i < course.millis().length; i++) {
                    long after = course.millis()[i] - from.toEpochMilli();
                    int place = (int) Math.round((double) after / length.toMillis()) - 1;
                    if (place >= 0 && place < count && Double.isFinite(course.values()[i])) {
                        sum[place] = course.values()[i];
                    }
                }
                sums.put(course.labels(), sum);
            }
            return sums;
        }

        long end(int step) {
            return from.plus(length.multipliedBy(step + 1L)).toEpochMilli();
        }

        boolean holdsMost(double records, long ofSteps) {
            return records >= Math.max(1, Math.floor(COVERED * tiles * ofSteps));
        }
    }

    /** Sums and numbers of records of each step, by label set. */
    private record Sums(
            Map<Map<String, String>, double[]> bad,
            Map<Map<String, String>, double[]> badRecords,
            Map<Map<String, String>, double[]> total,
            Map<Map<String, String>, double[]> totalRecords) {

        BurnDown burnDown(Slo slo, Steps steps) {
            double[] none = new double[steps.count()];
            List<SloSource.Course> lines = new ArrayList<>();
            List<Map<String, String>> unknown = new ArrayList<>();
            total.keySet().stream().sorted(Labels.ORDER).forEach(labels -> {
                double[] held = badRecords.getOrDefault(labels, none).clone();
                double[] all = totalRecords.getOrDefault(labels, none);
                for (int i = 0; i < held.length; i++) {
                    held[i] = Math.min(held[i], all[i]);
                }
                double events = sum(total.getOrDefault(labels, none));
                double budget = slo.budgetShare().doubleValue() * events;
                if (!steps.holdsMost(sum(held), steps.count()) || !(budget > 0)) {
                    unknown.add(labels);
                    return;
                }
                lines.add(line(labels, bad.getOrDefault(labels, none), held, budget, steps));
            });
            return new BurnDown(steps.from(), steps.to(), steps.length(), lines, unknown);
        }

        private static double sum(double[] values) {
            double sum = 0;
            for (double value : values) {
                sum += value;
            }
            return sum;
        }

        private static SloSource.Course line(
                Map<String, String> labels, double[] bad, double[] held, double budget, Steps steps) {
            long[] millis = new long[steps.count() + 1];
            double[] left = new double[steps.count() + 1];
            millis[0] = steps.from().toEpochMilli();
            left[0] = 1;
            double spent = 0;
            for (int i = 0; i < steps.count(); i++) {
                spent += bad[i];
                millis[i + 1] = steps.end(i);
                left[i + 1] = steps.holdsMost(held[i], 1) ? 1 - spent / budget : Double.NaN;
            }
            return new SloSource.Course(labels, millis, left);
        }
    }
}
