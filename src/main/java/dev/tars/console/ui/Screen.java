package dev.tars.console.ui;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;

/** A page of the shell. Made once, opened and closed as it is shown and hidden; what opens it must release in close. */
public interface Screen {

    Parent root();

    /** Where the focus goes when the page is shown. */
    Node initialFocus();

    void open();

    void close();

    /** What the navigation shows beside the page's name. */
    ObservableValue<Badges> badges();

    /** Actions of this page, for the palette and for the page's keys. Stable for the life of the page. */
    List<UiAction> actions();

    /** @param missed rows missed, @param unknown rows unknown; 0 shows nothing */
    record Badges(int missed, int unknown) {
        public static final Badges NONE = new Badges(0, 0);
    }
}
