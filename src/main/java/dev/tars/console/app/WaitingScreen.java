package dev.tars.console.app;

import dev.tars.console.base.Problem;
import dev.tars.console.ui.Screen;
import dev.tars.console.ui.UiAction;
import dev.tars.console.ui.controls.LookPane;
import dev.tars.console.ui.controls.PaneLook;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;

/** What stands in a page's place until its environment is open, or instead of it where it does not open. */
final class WaitingScreen implements Screen {

    private final LookPane pane = new LookPane();
    private final Button again;

    /** @param again words of the button that tries again; @param retry what it does */
    WaitingScreen(String sentence, String again, Runnable retry) {
        this.again = new Button(again);
        this.again.setOnAction(e -> retry.run());
        this.again.setVisible(false);
        this.again.setManaged(false);
        pane.getStyleClass().add("pane");
        pane.addFailedButton(this.again);
        pane.setFocusTraversable(true);
        pane.show(new PaneLook.Loading(sentence, -1));
    }

    void progress(double fraction, String sentence) {
        pane.show(new PaneLook.Loading(sentence, fraction));
    }

    void failed(Problem problem) {
        again.setVisible(true);
        again.setManaged(true);
        pane.show(new PaneLook.Failed(problem, Optional.empty()));
        again.requestFocus();
    }

    @Override
    public Parent root() {
        return pane;
    }

    @Override
    public Node initialFocus() {
        return pane;
    }

    @Override
    public void open() {}

    @Override
    public void close() {}

    @Override
    public ObservableValue<Badges> badges() {
        return new ReadOnlyObjectWrapper<>(Badges.NONE);
    }

    @Override
    public List<UiAction> actions() {
        return List.of();
    }
}
