package dev.tars.console.slo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tars.console.document.DocumentException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BudgetEntryTest {

    private static final String EVENTS = "    events: {bad: bad, total: total}\n";

    private static List<Slo> read(String budget, String objective) throws DocumentException {
        String text = "version: 1\nrelease: v1.0.1\n" + budget + "objectives:\n" + objective;
        return SloFile.parse(text, "slos.yaml", QueryCheck.none()).objectives();
    }

    private static BudgetPlan plan(String budget, String more) throws DocumentException {
        return read(budget, Slos.ERRORS + EVENTS + more).get(0).budget().orElseThrow();
    }

    @Test
    void withoutABudgetTheFourTiersOfTheWorkbookHold() throws Exception {
        BudgetPlan plan = plan("", "");

        assertThat(plan.period()).isEqualTo(Duration.ofDays(30));
        assertThat(plan.tiers().stream().map(t -> t.factor(plan.period()).toPlainString()))
                .containsExactly("14.4", "6", "3", "1");
        assertThat(plan.bad()).isEqualTo("bad");
    }

    @Test
    void theFilesBudgetHoldsAndAnObjectivesOwnGoesBeforeIt() throws Exception {
        String file = "budget: {period: 28d, tiers: [{spend: 2%, within: 2h, severity: error}]}\n";

        assertThat(plan(file, "").tiers()).hasSize(1);
        assertThat(plan(file, "").period()).isEqualTo(Duration.ofDays(28));
        assertThat(plan(file, "    budget: {period: 7d}\n").period()).isEqualTo(Duration.ofDays(7));
        assertThat(plan(file, "    budget: {period: 7d}\n").tiers()).hasSize(1);
    }

    @Test
    void withoutEventsThereIsNothingToCount() throws Exception {
        assertThat(read("", Slos.ERRORS).get(0).budget()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{spend: 2%, within: 30m, severity: error}  | within is 30m; its twelfth  | whole hours",
                "{spend: 2%, within: 31d, severity: error}  | longer than the period of   | within the period",
                "{spend: 2, within: 1h, severity: error}    | spend is \"2\"                | at most 100%",
                "{spend: 0%, within: 1h, severity: error}   | spend is \"0%\"               | more than 0%",
                "{spend: 101%, within: 1h, severity: error} | spend is \"101%\"             | at most 100%",
                "{spend: 2%, within: 1h, severity: loud}    | severity is \"loud\"          | critical",
                "{spend: 2%, within: 1h}                    | has no \"severity\"           | add a line",
            })
    void aWrongTierNamesLineCauseAndMend(String tier, String cause, String mend) {
        assertThatThrownBy(() -> plan("budget:\n  tiers:\n    - " + tier + "\n", ""))
                .isInstanceOf(DocumentException.class)
                .hasMessageContaining(cause)
                .hasMessageContaining("slos.yaml")
                .satisfies(e -> assertThat(((DocumentException) e).line()).isEqualTo(5))
                .satisfies(e -> assertThat(((DocumentException) e).mend()).contains(mend));
    }

    @Test
    void aPeriodShorterThanATierIsRefusedAndSoIsABudgetOfAThreshold() {
        assertThatThrownBy(() -> plan("budget: {period: 2d}\n", "")).hasMessageContaining("is shorter than the tier");
        assertThatThrownBy(() -> plan("budget: {period: 1y}\n", "")).hasMessageContaining("not a duration");
        assertThatThrownBy(() -> plan("budget: {period: 365d}\n", "")).hasMessageContaining("period is 365d");
        assertThatThrownBy(() -> read("", Slos.LATENCY + EVENTS)).hasMessageContaining("only a ratio has");
        assertThatThrownBy(() -> read("", Slos.ERRORS + "    budget: {period: 28d}\n"))
                .hasMessageContaining("nothing to count it by");
    }
}
