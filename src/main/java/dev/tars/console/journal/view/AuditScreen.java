package dev.tars.console.journal.view;

import dev.tars.console.base.Background;
import dev.tars.console.journal.Journal;
import dev.tars.console.ui.FxmlViews;
import dev.tars.console.ui.Screen;
import dev.tars.console.ui.Texts;
import dev.tars.console.ui.UiAction;
import java.io.File;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCombination;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.Ikon;

/** The page "Audit". */
public final class AuditScreen implements Screen {

    private final AuditViewModel model;
    private final Texts texts;
    private final SavePlace places;
    private final List<UiAction> actions;

    /** Made when it is first shown: the window's start does not wait for it. */
    private Optional<FxmlViews.Loaded<AuditView>> loaded = Optional.empty();

    /**
     * Makes the page; on the FX thread.
     *
     * @param journal gives the journal, asked off the FX thread; may wait
     * @param signs the sign of an environment by its name, where there is such an environment
     */
    public AuditScreen(
            Callable<Journal> journal,
            Background background,
            ZoneId zone,
            Texts texts,
            Function<String, Optional<Ikon>> signs) {
        this(journal, background, zone, texts, signs, Optional.empty());
    }

    AuditScreen(
            Callable<Journal> journal,
            Background background,
            ZoneId zone,
            Texts texts,
            Function<String, Optional<Ikon>> signs,
            Optional<SavePlace> places) {
        this.texts = texts;
        this.places = places.orElse(this::askSystem);
        model = new AuditViewModel(journal, background, new AuditWords(texts, zone, signs));
        ObservableValue<String> always = model.stateProperty().map(s -> "");
        ObservableValue<String> ready = model.stateProperty().map(AuditState::busy);
        actions = List.of(
                read("audit.filter", texts.get("audit.filter.action"), "/", always, () -> view().focusFilter()),
                read("audit.verify", texts.get("audit.verify"), "F5", ready, model::verify),
                read("audit.new", texts.get("audit.shownew"), "", always, () -> view().showNew()),
                read("audit.jsonl", texts.get("audit.export.jsonl"), "", ready, () -> view().exportLines()),
                read("audit.markdown", texts.get("audit.export.markdown"), "", ready, () -> view().exportMarkdown()));
    }

    private FxmlViews.Loaded<AuditView> loaded() {
        if (loaded.isEmpty()) {
            loaded = Optional.of(new FxmlViews(texts)
                    .load("audit", AuditView.class, Map.of(AuditView.class, () -> new AuditView(model, places))));
        }
        return loaded.get();
    }

    private AuditView view() {
        return loaded().controller();
    }

    private static UiAction read(
            String id, String name, String key, ObservableValue<String> unavailable, Runnable run) {
        Optional<KeyCombination> keys = key.isEmpty() ? Optional.empty() : Optional.of(KeyCombination.valueOf(key));
        return new UiAction(id, name, UiAction.Harm.READ, keys, unavailable, run);
    }

    private Optional<Path> askSystem(String kind, String suggested) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(kind);
        chooser.setInitialFileName(suggested);
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(kind, "*" + suggested.substring(suggested.lastIndexOf('.'))));
        File chosen = chooser.showSaveDialog(root().getScene().getWindow());
        return Optional.ofNullable(chosen).map(File::toPath);
    }

    @Override
    public Parent root() {
        return loaded().root();
    }

    @Override
    public Node initialFocus() {
        return view().list();
    }

    @Override
    public void open() {
        model.open();
    }

    @Override
    public void close() {
        model.close();
    }

    @Override
    public ObservableValue<Badges> badges() {
        return new ReadOnlyObjectWrapper<>(Badges.NONE);
    }

    @Override
    public List<UiAction> actions() {
        return actions;
    }

    AuditViewModel model() {
        return model;
    }
}
