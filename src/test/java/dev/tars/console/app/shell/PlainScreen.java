package dev.tars.console.app.shell;

import dev.tars.console.ui.Screen;
import dev.tars.console.ui.UiAction;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A page with a field and a button that knows whether it is open. */
public final class PlainScreen implements Screen {

    final ReadOnlyObjectWrapper<Badges> counts = new ReadOnlyObjectWrapper<>(Badges.NONE);
    final List<UiAction> actions = new ArrayList<>();
    final TextField field = new TextField();
    final Button button = new Button("button");
    private final VBox root = new VBox(field, button);
    private final String id;
    private boolean open;
    private int opened;

    public PlainScreen(String id) {
        this.id = id;
        root.getStyleClass().add("pane");
        button.setId(id + "-button");
    }

    public Page page() {
        return new Page(id, id, Feather.ACTIVITY, id.equals("settings"), this);
    }

    public boolean isOpen() {
        return open;
    }

    public int opened() {
        return opened;
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Node initialFocus() {
        return button;
    }

    @Override
    public void open() {
        open = true;
        opened++;
    }

    @Override
    public void close() {
        open = false;
    }

    @Override
    public ObservableValue<Badges> badges() {
        return counts.getReadOnlyProperty();
    }

    @Override
    public List<UiAction> actions() {
        return actions;
    }
}
