package dev.tars.console.ui.controls;

import dev.tars.console.base.ConnectionReport;
import dev.tars.console.base.Figures;
import dev.tars.console.ui.Texts;
import java.time.Duration;
import java.time.Instant;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A connection in the status bar: icon, name and the age of its last answer; one that fails keeps its place and says
 * so in the unknown colour. Where room is short its words are cut, never its icon. Style class {@code connection}, pseudo-classes {@code :failing :partial :idle}.
 */
public final class ConnectionButton extends Button {

    private static final PseudoClass FAILING = PseudoClass.getPseudoClass("failing");
    private static final PseudoClass PARTIAL = PseudoClass.getPseudoClass("partial");
    private static final PseudoClass IDLE = PseudoClass.getPseudoClass("idle");

    private final FontIcon icon = new FontIcon();
    private final Tooltip whole = new Tooltip();
    private final Texts texts = new Texts();

    public ConnectionButton() {
        getStyleClass().setAll("button", "status-item", "connection");
        setGraphic(icon);
        setTooltip(whole);
    }

    /** @param now what the age is counted to */
    public void show(ConnectionReport report, Instant now) {
        ConnectionReport.Status status = report.status();
        boolean failing = status == ConnectionReport.Status.FAILING
                || status == ConnectionReport.Status.OPEN_CIRCUIT
                || status == ConnectionReport.Status.STOPPED;
        icon.setIconCode(
                switch (status) {
                    case NOT_ASKED -> Feather.CIRCLE;
                    case ANSWERING -> Feather.CHECK_CIRCLE;
                    case PARTIAL -> Feather.ALERT_TRIANGLE;
                    case FAILING, OPEN_CIRCUIT, STOPPED -> Feather.HELP_CIRCLE;
                });
        pseudoClassStateChanged(FAILING, failing);
        pseudoClassStateChanged(PARTIAL, status == ConnectionReport.Status.PARTIAL);
        pseudoClassStateChanged(IDLE, status == ConnectionReport.Status.NOT_ASKED);
        setText(words(report, now, texts));
        setAccessibleText(getText());
        whole.setText(getText());
    }

    /** "Prometheus 4 s", "Jaeger no answer 2 min", "Prometheus partial answer 4 s", "Prometheus not asked". */
    public static String words(ConnectionReport report, Instant now, Texts texts) {
        String age = report.lastAnswer()
                .map(at -> Figures.age(Duration.between(at, now)))
                .orElse(Figures.NO_VALUE);
        String since = Figures.age(Duration.between(report.since(), now));
        return switch (report.status()) {
            case NOT_ASKED -> texts.get("ui.connection.not-asked", report.name());
            case ANSWERING -> texts.get("ui.connection.answering", report.name(), age);
            case PARTIAL -> texts.get("ui.connection.partial", report.name(), age);
            case FAILING, OPEN_CIRCUIT -> texts.get("ui.connection.failing", report.name(), since);
            case STOPPED -> texts.get("ui.connection.stopped", report.name(), since);
        };
    }
}
