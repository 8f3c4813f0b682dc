package dev.tars.console.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tars.console.document.DocumentException;
import dev.tars.console.slo.BudgetPlan;
import dev.tars.console.slo.BurnAlerts;
import dev.tars.console.slo.BurnTier;
import dev.tars.console.slo.QueryCheck;
import dev.tars.console.slo.Slo;
import dev.tars.console.slo.SloFile;
import dev.tars.console.slo.TierConsequences;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** alerts.yaml and the tiers of slos.yaml say the same, tier by tier. */
class BudgetAlertsTest {

    private static List<String> tiersOf(String objectives) throws DocumentException {
        List<String> tiers = new ArrayList<>();
        for (Slo slo : SloFile.parse(objectives, "slos.yaml", QueryCheck.none()).objectives()) {
            if (slo.budget().isPresent()) {
                BudgetPlan plan = slo.budget().get();
                for (BurnTier tier : plan.tiers()) {
                    if (!TierConsequences.of(tier, plan.period(), slo.budgetShare())
                            .canNeverFire()) {
                        tiers.add(said(
                                slo.id(),
                                tier.severity().words(),
                                within(tier),
                                BurnAlerts.expression(slo, plan, tier)));
                    }
                }
            }
        }
        return tiers;
    }

    private static List<String> alertsOf(String alerts) throws DocumentException {
        return RuleFile.read(alerts, "alerts.yaml").rules().stream()
                .filter(rule -> rule.labels().containsKey("within"))
                .map(rule -> said(
                        rule.labels().getOrDefault("objective", ""),
                        rule.labels().getOrDefault("severity", ""),
                        rule.labels().getOrDefault("within", ""),
                        rule.expr()))
                .toList();
    }

    private static String said(String objective, String severity, String within, String expression) {
        return objective + ", " + severity + " within " + within + ": " + expression.replaceAll("\\s+", " ");
    }

    private static String within(BurnTier tier) {
        long hours = tier.within().toHours();
        return hours % 24 == 0 ? hours / 24 + "d" : hours + "h";
    }

    @Test
    void everyTierThatCanFireIsAnAlertAndNothingElseIs() throws Exception {
        String objectives = Files.readString(Path.of("rules", "slos.yaml"));
        String alerts = Files.readString(Path.of("rules", "alerts.yaml"));
        assertThat(tiersOf(objectives)).isNotEmpty().containsExactlyElementsOf(alertsOf(alerts));
        assertThat(tiersOf(objectives.replace("{spend: 5%, within: 6h", "{spend: 6%, within: 6h")))
                .isNotEqualTo(alertsOf(alerts));
    }
}
