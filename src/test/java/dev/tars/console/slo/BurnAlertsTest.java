package dev.tars.console.slo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tars.console.document.YamlDocument;
import dev.tars.console.document.YamlNode;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The tiers of slos.yaml and the alerts of alerts.yaml say the same, so that what pages is what the panel shows. */
class BurnAlertsTest {

    private record Alert(String objective, String tier, String severity, String expression) {}

    @Test
    void everyTierOfEveryBudgetIsOneAlertWithItsWindowsAndItsFactor() throws Exception {
        List<Alert> expected = new ArrayList<>();
        for (Slo slo : SloFile.parse(Files.readString(Path.of("rules", "slos.yaml")), "slos.yaml", QueryCheck.none())
                .objectives()) {
            slo.budget().ifPresent(plan -> plan.tiers().forEach(tier -> expected.add(alert(slo, plan, tier))));
        }
        assertThat(expected).hasSizeGreaterThanOrEqualTo(20);
        assertThat(shipped()).containsExactlyElementsOf(expected);
    }

    private static Alert alert(Slo slo, BudgetPlan plan, BurnTier tier) {
        BigDecimal least =
                tier.factor(plan.period()).multiply(slo.budgetShare()).stripTrailingZeros();
        return new Alert(
                slo.id(),
                tier.within().toDays() > 0 && tier.within().toHours() % 24 == 0
                        ? tier.within().toDays() + "d"
                        : tier.within().toHours() + "h",
                tier.severity().words(),
                condition(slo, plan, tier.within(), least) + " and " + condition(slo, plan, tier.shortWindow(), least));
    }

    private static String condition(Slo slo, BudgetPlan plan, Duration window, BigDecimal least) {
        String query = BudgetJudge.query(slo, plan, window);
        boolean isRecord = query.matches("[a-zA-Z0-9_:]+");
        // A good share is compared itself: 1 - 0.9856 is less than 0.0144 in doubles, and would not tell at the bound.
        if (isRecord && !slo.objective().operator().isUpperBound()) {
            return query + " <= " + BigDecimal.ONE.subtract(least).toPlainString();
        }
        return (isRecord ? query : "( " + query + " )") + " >= " + least.toPlainString();
    }

    private static List<Alert> shipped() throws Exception {
        List<Alert> alerts = new ArrayList<>();
        YamlNode file = YamlDocument.parse(Files.readString(Path.of("rules", "alerts.yaml")), "alerts.yaml");
        for (YamlNode group : file.require("groups").items()) {
            if (group.require("name").text().equals("tars_burn_alerts")) {
                for (YamlNode rule : group.require("rules").items()) {
                    YamlNode labels = rule.require("labels");
                    alerts.add(new Alert(
                            labels.require("objective").text(),
                            labels.require("tier").text(),
                            labels.require("severity").text(),
                            rule.require("expr").text().strip().replaceAll("\\s+", " ")));
                    assertThat(rule.find("for")).as("its short window ends it").isEmpty();
                }
            }
        }
        return alerts;
    }
}
