package dev.tars.console.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tars.console.slo.BudgetPlan;
import dev.tars.console.slo.BurnRate;
import dev.tars.console.slo.BurnTier;
import dev.tars.console.slo.QueryCheck;
import dev.tars.console.slo.SloFile;
import dev.tars.console.slo.TierConsequences;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tiers of slos.yaml as alert rules, evaluated by Prometheus, against the same tiers judged here. */
class BurnTiersTest {

    private static final BigDecimal BUDGET = new BigDecimal("0.001");
    private static final int STEP_MINUTES = 5;
    private static final int SAMPLES = 867;
    /** Between two samples, so that it does not matter whether a window holds its left end. */
    private static final int EVALUATED_MINUTES = 4326;

    /** Counts of one region; what is bad began some while ago, and may have ended. */
    private record Region(String name, List<Integer> bad, List<Integer> total) {

        static Region random(int number, Random random) {
            int begun = 1 + random.nextInt(random.nextBoolean() ? 12 : SAMPLES);
            int ended = random.nextInt(4) == 0 ? random.nextInt(begun) : 0;
            double share = Math.pow(10, -3.5 + 3 * random.nextDouble());
            List<Integer> bad = new ArrayList<>();
            List<Integer> total = new ArrayList<>();
            for (int left = SAMPLES; left > 0; left--) {
                int events = 1000 + random.nextInt(90_000);
                total.add(events);
                bad.add(left <= begun && left > ended ? (int) (events * share) : 0);
            }
            return new Region("region-" + number, bad, total);
        }

        BurnRate burn(Duration window) {
            int samples = (int) (window.toMinutes() / STEP_MINUTES);
            // The newest sample, number 865, is of 4325 min.
            int end = EVALUATED_MINUTES / STEP_MINUTES + 1;
            return new BurnRate(
                    sum(bad, end - samples, end).divide(sum(total, end - samples, end), MathContext.DECIMAL64), BUDGET);
        }

        private static BigDecimal sum(List<Integer> counts, int from, int to) {
            return BigDecimal.valueOf(
                    counts.subList(from, to).stream().mapToLong(n -> n).sum());
        }

        String series() {
            return "      - {series: 'bad{region=\"" + name + "\"}', values: '" + spaced(bad) + "'}\n"
                    + "      - {series: 'total{region=\"" + name + "\"}', values: '" + spaced(total) + "'}\n";
        }

        private static String spaced(List<Integer> counts) {
            return String.join(" ", counts.stream().map(String::valueOf).toList());
        }
    }

    @Test
    void prometheusFiresWhereWeDo(@TempDir Path folder) throws Exception {
        BudgetPlan shipped = SloFile.parse(
                        Files.readString(Path.of("rules", "slos.yaml")), "slos.yaml", QueryCheck.none())
                .objectives()
                .stream()
                .flatMap(slo -> slo.budget().stream())
                .findFirst()
                .orElseThrow();
        BudgetPlan plan = new BudgetPlan(shipped.period(), shipped.tiers(), "bad", "total");
        Random random = new Random(7);
        List<Region> regions = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            regions.add(Region.random(i, random));
        }
        StringBuilder rules = new StringBuilder("groups:\n  - name: tiers\n    rules:\n");
        StringBuilder tests =
                new StringBuilder("rule_files: [rules.yaml]\nevaluation_interval: 7m\ntests:\n  - interval: 5m\n"
                        + "    input_series:\n");
        regions.forEach(region -> tests.append(region.series()));
        tests.append("    alert_rule_test:\n");
        int firing = 0;
        for (BurnTier tier : plan.tiers()) {
            String name = "Tier" + tier.within().toHours();
            String needed =
                    TierConsequences.of(tier, plan.period(), BUDGET).needed().toPlainString();
            rules.append("      - alert: ").append(name).append("\n        expr: >-\n          (");
            rules.append(plan.badShare(tier.within())).append(") >= ").append(needed);
            rules.append("\n          and\n          (").append(plan.badShare(tier.shortWindow()));
            rules.append(") >= ").append(needed).append('\n');
            tests.append("      - eval_time: ").append(EVALUATED_MINUTES).append("m\n        alertname: ");
            tests.append(name).append("\n        exp_alerts:\n");
            for (Region region : regions) {
                if (BurnRate.fires(
                        region.burn(tier.within()), region.burn(tier.shortWindow()), tier.factor(plan.period()))) {
                    firing++;
                    tests.append("          - exp_labels: {region: ")
                            .append(region.name())
                            .append("}\n");
                }
            }
        }
        Files.writeString(folder.resolve("rules.yaml"), rules);
        Path unitTest = Files.writeString(folder.resolve("test.yaml"), tests);

        Promtool.Answer answer = Promtool.run("test", "rules", unitTest.toString());

        assertThat(answer.exit()).as(answer.output()).isZero();
        assertThat(firing).isBetween(20, 140);
    }
}
