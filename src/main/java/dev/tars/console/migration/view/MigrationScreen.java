package dev.tars.console.migration.view;

import dev.tars.console.base.Background;
import dev.tars.console.migration.MigrationDesk;
import dev.tars.console.migration.view.MigrationActs.Act;
import dev.tars.console.ui.FxmlViews;
import dev.tars.console.ui.Screen;
import dev.tars.console.ui.Texts;
import dev.tars.console.ui.UiAction;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCombination;

/** The page "Migration". */
public final class MigrationScreen implements Screen {

    private final MigrationViewModel model;
    private final MigrationWords words;
    private final Texts texts;
    private final List<UiAction> actions;

    /** Made when it is first shown: the window's start does not wait for it. */
    private Optional<FxmlViews.Loaded<MigrationView>> loaded = Optional.empty();

    /**
     * Makes the page; on the FX thread.
     *
     * @param tick changes about once a second, on the FX thread
     * @param zone the zone times are written in
     */
    public MigrationScreen(
            MigrationDesk desk,
            MigrationActs acts,
            Background background,
            Clock clock,
            ObservableValue<Instant> tick,
            ZoneId zone,
            Texts texts) {
        this.texts = texts;
        words = MigrationWords.of(texts, zone);
        model = new MigrationViewModel(desk, acts, background, clock, tick, new MigrationAvailability(texts));
        actions = List.of(
                look(
                        "migration.refresh",
                        "migration.act.refresh",
                        "F5",
                        model.stateProperty().map(s -> ""),
                        model::refresh),
                look(
                        "migration.preflight",
                        "migration.act.preflight",
                        "",
                        model.stateProperty().map(s -> model.preflightUnavailable()),
                        model::preflight),
                act(Act.BENCHMARK, "migration.act.benchmark"),
                act(Act.RUN, "migration.act.run"),
                act(Act.CANCEL, "migration.act.cancel"),
                act(Act.REPAIR, "migration.act.repair"),
                act(Act.ROLL_BACK, "migration.act.rollback"));
    }

    private UiAction look(String id, String name, String key, ObservableValue<String> unavailable, Runnable run) {
        Optional<KeyCombination> keys = key.isEmpty() ? Optional.empty() : Optional.of(KeyCombination.valueOf(key));
        return new UiAction(id, texts.get(name), UiAction.Harm.READ, keys, unavailable, run);
    }

    private UiAction act(Act act, String name) {
        return new UiAction(
                name,
                texts.get(name),
                UiAction.Harm.REVERSIBLE,
                Optional.empty(),
                model.stateProperty().map(s -> model.unavailable(act)),
                () -> model.ask(act));
    }

    private FxmlViews.Loaded<MigrationView> loaded() {
        if (loaded.isEmpty()) {
            loaded = Optional.of(new FxmlViews(texts)
                    .load(
                            "migration",
                            MigrationView.class,
                            Map.of(
                                    MigrationView.class, () -> new MigrationView(model, words),
                                    BuildView.class, () -> new BuildView(model, words),
                                    EffectView.class, () -> new EffectView(model, words),
                                    ProofView.class, () -> new ProofView(model, words))));
        }
        return loaded.get();
    }

    @Override
    public Parent root() {
        return loaded().root();
    }

    @Override
    public Node initialFocus() {
        return loaded().controller().list();
    }

    @Override
    public void open() {
        model.open();
    }

    @Override
    public void close() {
        model.close();
    }

    /** Ends the page for good. */
    public void dispose() {
        model.dispose();
    }

    /** One for what the sentence on top says, where that is a miss or not known. */
    @Override
    public ObservableValue<Badges> badges() {
        return model.stateProperty().map(state -> switch (words.head().of(state).look()) {
            case MISSED -> new Badges(1, 0);
            case UNKNOWN -> new Badges(0, 1);
            default -> Badges.NONE;
        });
    }

    @Override
    public List<UiAction> actions() {
        return actions;
    }

    MigrationViewModel model() {
        return model;
    }
}
