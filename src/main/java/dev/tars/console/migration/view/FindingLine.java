package dev.tars.console.migration.view;

import dev.tars.console.migration.Finding;
import dev.tars.console.ui.controls.StatusPill;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A finding: how heavy, what, where, and the mend. What is fine takes one line. */
final class FindingLine {

    private FindingLine() {}

    static VBox of(Finding finding, MigrationWords words) {
        VBox line = new VBox();
        line.getStyleClass().add("finding");
        StatusPill pill = new StatusPill(MigrationWords.look(finding.weight()), words.weight(finding.weight()));
        Label sentence = new Label(finding.sentence());
        sentence.setWrapText(true);
        if (finding.weight() == Finding.Weight.FINE) {
            pill.setText(finding.sentence());
            pill.setWrapText(true);
            pill.setMinWidth(0);
            line.getChildren().add(pill);
            return line;
        }
        line.getChildren().addAll(pill, sentence);
        String place = finding.where().isEmpty() ? finding.rule() : finding.where() + " · " + finding.rule();
        add(line, place);
        add(line, finding.mend());
        return line;
    }

    private static void add(VBox line, String text) {
        if (!text.isEmpty()) {
            Label label = new Label(text);
            label.setWrapText(true);
            label.getStyleClass().addAll("caption", "muted");
            line.getChildren().add(label);
        }
    }
}
