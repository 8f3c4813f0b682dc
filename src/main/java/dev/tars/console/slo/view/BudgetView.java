package dev.tars.console.slo.view;

import dev.tars.console.base.Figures;
import dev.tars.console.slo.BudgetPlan;
import dev.tars.console.slo.BudgetReading;
import dev.tars.console.slo.BurnTier;
import dev.tars.console.slo.TierConsequences;
import dev.tars.console.ui.controls.Look;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The error budget of the selected objective, and what each of its tiers means. Hidden where it has none. */
@SuppressWarnings("NullAway.Init")
public final class BudgetView {

    private static final PseudoClass OLD = PseudoClass.getPseudoClass("old");

    private final LiveViewModel model;
    private final BudgetWords words;

    @FXML
    private VBox budget;

    @FXML
    private Label leftCaption;

    @FXML
    private Label left;

    @FXML
    private Label leftOf;

    @FXML
    private Label burn;

    @FXML
    private Label goneIn;

    @FXML
    private Label cost;

    @FXML
    private Label costOf;

    @FXML
    private VBox tiers;

    BudgetView(LiveViewModel model) {
        this.model = model;
        this.words = new BudgetWords(model.words());
    }

    @FXML
    void initialize() {
        budget.managedProperty().bind(budget.visibleProperty());
        model.stateProperty().addListener((o, before, now) -> show(now));
        show(model.getState());
    }

    private void show(LiveState now) {
        budget.setVisible(now.selectedRow().flatMap(row -> row.slo().budget()).isPresent());
        now.selectedRow().ifPresent(row -> row.slo().budget().ifPresent(plan -> show(row, plan)));
    }

    private void show(LiveRow row, BudgetPlan plan) {
        leftCaption.setText(model.words().text("budget.left", Figures.duration(plan.period())));
        left.setText(words.left(row));
        leftOf.setText(words.leftOf(row));
        burn.setText(words.burn(row));
        goneIn.setText(words.goneIn(row));
        cost.setText(words.cost(row));
        costOf.setText(words.costOf(row));
        boolean fires = !row.old()
                && row.reading().budget().flatMap(BudgetReading::firing).isPresent();
        burn.pseudoClassStateChanged(Look.BURNING.pseudoClass(), fires);
        for (Label figure : new Label[] {left, burn, cost}) {
            figure.pseudoClassStateChanged(OLD, row.old());
        }
        tiers.getChildren().clear();
        for (BurnTier tier : plan.tiers()) {
            TierConsequences means =
                    TierConsequences.of(tier, plan.period(), row.slo().budgetShare());
            Label head = line(words.tier(means));
            Label measured = line(words.tierNow(row, means));
            Label consequences = line(words.consequences(means));
            measured.getStyleClass().add("caption");
            consequences.getStyleClass().add("caption");
            tiers.getChildren().add(new VBox(head, measured, consequences));
        }
    }

    private static Label line(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        return label;
    }
}
