package dev.tars.console.app.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.layout.VBox;

/** The pages, at the left edge. Only pages that work are in it. */
public final class NavigationView {

    private final Pages pages;
    private final List<NavItem> items = new ArrayList<>();
    private boolean icons;

    @FXML
    private VBox root;

    @FXML
    private VBox footer;

    @FXML
    private VBox pagesBox;

    @SuppressWarnings("NullAway.Init")
    public NavigationView(Pages pages) {
        this.pages = pages;
    }

    @FXML
    void initialize() {
        pages.viewProperty().subscribe(this::paint);
    }

    private void paint(Pages.View view) {
        if (!items.stream().map(NavItem::page).toList().equals(view.all())) {
            rebuild(view.all());
        }
        items.forEach(item ->
                item.setSelected(view.current().filter(item.page()::equals).isPresent()));
    }

    private void rebuild(List<Page> all) {
        items.clear();
        pagesBox.getChildren().clear();
        footer.getChildren().clear();
        int number = 1;
        for (Page page : all) {
            NavItem item = new NavItem(page, page.footer() ? "," : String.valueOf(number++));
            item.setOnAction(e -> choose(page));
            items.add(item);
            (page.footer() ? footer : pagesBox).getChildren().add(item);
        }
        narrow(icons);
    }

    private void choose(Page page) {
        pages.show(page.id());
        paint(pages.viewProperty().get());
    }

    /** Whether there is room for icons only. */
    void narrow(boolean only) {
        icons = only;
        items.forEach(item -> item.arrange(only));
    }

    VBox root() {
        return root;
    }
}
