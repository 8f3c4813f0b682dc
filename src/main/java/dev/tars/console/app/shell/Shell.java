package dev.tars.console.app.shell;

import dev.tars.console.ui.FxmlViews;
import dev.tars.console.ui.Texts;
import dev.tars.console.ui.UiAction;
import dev.tars.console.ui.UiAction.Harm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.scene.Scene;

/** The shell as a whole: its views, its own actions and the keys of everything. */
public final class Shell {

    private static final ObservableValue<String> AVAILABLE = new ReadOnlyStringWrapper("");
    private static final int PAGE_KEYS = 10;

    private final Texts texts;
    private final Pages pages;
    private final Supplier<List<UiAction>> more;
    private final Facts facts = new Facts();
    private final ShellView view;
    private final Supplier<PaletteView> paletteMaker;
    private Optional<PaletteView> palette = Optional.empty();
    private final Parent root;
    private final Scene scene;

    /**
     * @param scale percent
     * @param more actions beyond those of the shell and of the page: environments, drills, settings
     */
    public Shell(
            ShellViewModel model,
            Pages pages,
            ShellMenus menus,
            ObservableValue<? extends Number> scale,
            Supplier<List<UiAction>> more,
            Texts texts) {
        this.texts = texts;
        this.pages = pages;
        this.more = more;
        FxmlViews views = new FxmlViews(texts);
        Map<Class<?>, Supplier<?>> controllers = Map.of(
                ShellView.class, () -> new ShellView(model, pages, scale),
                BandView.class, () -> new BandView(model, menus, texts),
                NavigationView.class, () -> new NavigationView(pages),
                StatusView.class, () -> new StatusView(model, facts, texts),
                NoticesView.class, () -> new NoticesView(model, texts));
        FxmlViews.Loaded<ShellView> loaded = views.load("shell", ShellView.class, controllers);
        view = loaded.controller();
        PaletteViewModel paletteModel = new PaletteViewModel(this::actions);
        // Made when it is opened first, so that it costs the start nothing.
        paletteMaker = () -> views.load(
                        "shell-palette",
                        PaletteView.class,
                        Map.of(PaletteView.class, () -> new PaletteView(paletteModel)))
                .controller();
        view.onPalette(this::openPalette);
        view.onVerdict(() -> pages.show("checklist"));
        root = loaded.root();
        scene = new Scene(root);
        pages.viewProperty().subscribe(() -> palette.ifPresent(PaletteView::refresh));
        model.stateProperty().map(ShellState::drill).subscribe(() -> palette.ifPresent(PaletteView::refresh));
        new Keys(() -> view.isCovered() || isAway() ? List.of() : actions()).listen(scene);
    }

    public Scene scene() {
        return scene;
    }

    /** Hides what floats over the window; before it closes. */
    public void hidePopups() {
        facts.hide();
        view.hideOver();
    }

    /**
     * Shows a dialog over the page, unless something is shown there already.
     *
     * @param whenHidden runs once it is gone, whoever hid it
     * @return whether it is shown
     */
    public boolean showDialog(Parent dialog, Runnable whenHidden) {
        if (view.isCovered() || isAway()) {
            return false;
        }
        view.showOver(dialog, whenHidden);
        return true;
    }

    /** Hides the dialog. */
    public void hideDialog() {
        view.hideOver();
    }

    /** Shows something in place of the whole shell, until {@link #showAgain}. Keys are its own. */
    public void showInstead(Parent other) {
        hidePopups();
        scene.setRoot(other);
    }

    /** Shows the shell again, as it was. */
    public void showAgain() {
        scene.setRoot(root);
    }

    private boolean isAway() {
        return scene.getRoot() != root;
    }

    /** Shows the palette. */
    public void openPalette() {
        if (!view.isCovered()) {
            PaletteView shown = palette.orElseGet(paletteMaker);
            palette = Optional.of(shown);
            view.showOver(shown.root());
            shown.open(view::hideOver);
        }
    }

    /** Every action there is now: of the page, then the shell's own, then the rest. */
    public List<UiAction> actions() {
        List<UiAction> all = new ArrayList<>();
        pages.viewProperty()
                .get()
                .current()
                .ifPresent(p -> all.addAll(p.screen().actions()));
        int number = 1;
        for (Page page : pages.viewProperty().get().all()) {
            String key = page.footer() ? "Shortcut+," : number <= PAGE_KEYS ? "Shortcut+" + number % PAGE_KEYS : "";
            number += page.footer() ? 0 : 1;
            all.add(action(
                    "go." + page.id(), texts.get("shell.action.go", page.name()), key, () -> pages.show(page.id())));
        }
        all.add(action("palette", texts.get("shell.action.palette"), "Shortcut+K", this::openPalette));
        all.add(action("keys", texts.get("shell.action.keys"), "F1", this::showKeys));
        all.add(action("pane.next", texts.get("shell.action.pane-next"), "F6", () -> PaneFocus.move(scene, 1)));
        all.add(action(
                "pane.previous", texts.get("shell.action.pane-previous"), "Shift+F6", () -> PaneFocus.move(scene, -1)));
        all.addAll(more.get());
        return all;
    }

    private void showKeys() {
        String page = pages.viewProperty().get().current().map(Page::name).orElse("");
        KeysSheet sheet = new KeysSheet(texts.get("shell.keys.title", page), actions(), texts);
        view.showOver(sheet);
        sheet.open();
    }

    /** An action that harms nothing and can always run. @param key empty where it has none */
    public static UiAction action(String id, String name, String key, Runnable run) {
        return new UiAction(id, name, Harm.READ, key.isEmpty() ? Optional.empty() : Keys.key(key), AVAILABLE, run);
    }
}
