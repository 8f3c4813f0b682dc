package dev.tars.console.slo;

import dev.tars.console.base.Figures;

/** What a burning budget says to a person: how much too fast, and when it is gone. */
final class BudgetSentences {

    private BudgetSentences() {}

    /** Of the loudest tier that fires; empty where none does. */
    static String firing(BudgetReading reading) {
        return reading.firing()
                .map(firing -> {
                    String where = reading.labels().isEmpty() ? "" : " in " + Labels.words(reading.labels());
                    String speed = firing.longBurn()
                            .flatMap(BurnRate::rate)
                            .map(rate -> "burns " + Figures.times(rate) + " times too fast")
                            .orElse("burns a budget of zero");
                    return "Over " + Figures.duration(firing.tier().within()) + " it " + speed + where + " ("
                            + firing.tier().severity().words() + "); " + rest(reading) + ".";
                })
                .orElse("");
    }

    private static String rest(BudgetReading reading) {
        if (reading.budget().isEmpty()) {
            return "what is left of the budget is not known, the server does not hold the whole period";
        }
        ErrorBudget budget = reading.budget().get();
        String of = "the budget of " + Figures.duration(budget.period());
        if (budget.left().signum() == 0) {
            return of + " is spent";
        }
        return reading.goneIn()
                .map(gone -> of + " is gone in " + Figures.duration(gone))
                .orElse(of + " has " + Figures.duration(budget.timeLeft()) + " left");
    }
}
