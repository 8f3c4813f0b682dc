package dev.tars.console.app.shell;

import atlantafx.base.controls.ModalPane;
import dev.tars.console.app.environments.EnvironmentColour;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The frame of the window: puts the parts together and the current page in the middle. */
public final class ShellView {

    /** Root pixels below which the navigation is icons. */
    private static final double NARROW = 1180;

    /** Root pixels from which there is much room. */
    private static final double ROOMY = 1700;

    /** Root pixels below which the status bar leaves words out. */
    private static final double TIGHT = 960;

    /** Root pixels of band, status bar and the button that shows more. */
    private static final double BARS = 110;

    /** Root pixels a notice takes. */
    private static final double NOTICE = 130;

    private static final PseudoClass NARROW_CLASS = PseudoClass.getPseudoClass("narrow");
    private static final PseudoClass ROOMY_CLASS = PseudoClass.getPseudoClass("roomy");
    private static final PseudoClass TIGHT_CLASS = PseudoClass.getPseudoClass("tight");

    private final ShellViewModel model;
    private final Pages pages;
    private final ObservableValue<? extends Number> scale;
    private @Nullable Node focusBefore;
    private Runnable whenHidden = () -> {};
    private Optional<Page> shown = Optional.empty();

    @FXML
    private StackPane root;

    @FXML
    private ScrollPane scroll;

    @FXML
    private StackPane content;

    @FXML
    private ModalPane modal;

    @FXML
    private NavigationView navigationController;

    @FXML
    private NoticesView noticesController;

    @FXML
    private BandView bandController;

    /** @param scale percent */
    @SuppressWarnings("NullAway.Init")
    public ShellView(ShellViewModel model, Pages pages, ObservableValue<? extends Number> scale) {
        this.model = model;
        this.pages = pages;
        this.scale = scale;
    }

    @FXML
    void initialize() {
        StackPane.setAlignment(noticesController.root(), Pos.BOTTOM_RIGHT);
        modal.setAlignment(Pos.TOP_CENTER);
        modal.setInTransitionFactory(null);
        modal.setOutTransitionFactory(null);
        modal.displayProperty().subscribe(this::modalTurned);
        model.stateProperty().map(s -> s.environment().colour()).subscribe(this::colour);
        pages.viewProperty().subscribe(this::show);
        root.widthProperty().subscribe(this::arrange);
        root.heightProperty().subscribe(this::arrange);
        scale.subscribe(percent -> arrange());
    }

    private void colour(EnvironmentColour colour) {
        root.getStyleClass().removeIf(name -> name.startsWith("env-"));
        root.getStyleClass().add(colour.styleClass());
    }

    /**
     * Pages that were shown stay in the scene, hidden: brought back into it they would be styled anew, which takes the
     * FX thread a fifth of a second.
     */
    private void show(Pages.View view) {
        Set<Node> known = view.all().stream().map(p -> p.screen().root()).collect(Collectors.toSet());
        content.getChildren().removeIf(child -> !known.contains(child));
        Optional<Page> page = view.current();
        if (page.equals(shown)) {
            return;
        }
        shown = page;
        content.getChildren().forEach(child -> reveal(child, false));
        page.ifPresent(p -> {
            Node root = p.screen().root();
            if (!content.getChildren().contains(root)) {
                content.getChildren().add(root);
            }
            reveal(root, true);
            focus(p);
        });
        scroll.setVvalue(0);
    }

    /**
     * Where the page's first place is not there yet, the page itself has the focus: else the focus of the page that was
     * hidden goes on to the next field there is, and keys are typed into it.
     */
    private static void focus(Page page) {
        Node root = page.screen().root();
        Node first = page.screen().initialFocus();
        first.requestFocus();
        if (root.getScene() != null && root.getScene().getFocusOwner() != first) {
            root.requestFocus();
        }
    }

    private static void reveal(Node page, boolean shown) {
        page.setVisible(shown);
        page.setManaged(shown);
    }

    private void arrange() {
        double width = root.getWidth() * 100 / scale.getValue().doubleValue();
        boolean narrow = width > 0 && width < NARROW;
        root.pseudoClassStateChanged(NARROW_CLASS, narrow);
        root.pseudoClassStateChanged(ROOMY_CLASS, width >= ROOMY);
        root.pseudoClassStateChanged(TIGHT_CLASS, width > 0 && width < TIGHT);
        navigationController.narrow(narrow);
        double height = root.getHeight() * 100 / scale.getValue().doubleValue();
        noticesController.room((int) ((height - BARS) / NOTICE));
    }

    /** Shows something over everything; Esc or a click beside it hides it and gives the focus back. */
    void showOver(Node node) {
        if (!modal.isDisplay()) {
            focusBefore = root.getScene() == null ? null : root.getScene().getFocusOwner();
        }
        modal.setVisible(true);
        modal.show(node);
    }

    /** Shows a dialog. @param hidden runs when it is gone */
    void showOver(Node node, Runnable hidden) {
        showOver(node);
        whenHidden = hidden;
    }

    void hideOver() {
        modal.hide(true);
    }

    boolean isCovered() {
        return modal.isDisplay();
    }

    private void modalTurned(boolean on) {
        modal.setVisible(on);
        if (!on) {
            Runnable hidden = whenHidden;
            whenHidden = () -> {};
            hidden.run();
        }
        Node before = focusBefore;
        if (!on && before != null) {
            focusBefore = null;
            before.requestFocus();
        }
    }

    /** What the search button does. */
    void onVerdict(Runnable open) {
        bandController.onVerdict(open);
    }

    void onPalette(Runnable open) {
        bandController.onPalette(open);
    }
}
