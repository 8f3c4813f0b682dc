package dev.tars.console.checklist.view;

import dev.tars.console.base.Background;
import dev.tars.console.checklist.ChecklistFeed;
import dev.tars.console.checklist.GoNoGo;
import dev.tars.console.checklist.ItemState;
import dev.tars.console.checklist.PersonDesk;
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
import javafx.util.Subscription;

/** The page "Checklist". */
public final class ChecklistScreen implements Screen {

    private final ChecklistViewModel model;
    private final ChecklistWords words;
    private final Clock clock;
    private final ObservableValue<Instant> tick;
    private final ObservableValue<Badges> badges;
    private final List<UiAction> actions;

    /** Made when it is first shown: the window's start does not wait for it. */
    private Optional<FxmlViews.Loaded<ChecklistView>> loaded = Optional.empty();

    private Optional<Subscription> ticking = Optional.empty();

    /** Makes the page; on the FX thread. @param tick renewed every second */
    public ChecklistScreen(
            ChecklistFeed feed,
            PersonDesk desk,
            Background background,
            Clock clock,
            ZoneId zone,
            ObservableValue<Instant> tick,
            Texts texts) {
        this.model = new ChecklistViewModel(feed, desk, background, clock);
        this.words = new ChecklistWords(texts, zone);
        this.clock = clock;
        this.tick = tick;
        this.badges = model.stateProperty().map(state -> badges(state.verdict()));
        this.actions = made();
    }

    private static Badges badges(GoNoGo verdict) {
        return new Badges(
                verdict.counts().getOrDefault(ItemState.MISSED, 0),
                verdict.counts().getOrDefault(ItemState.UNKNOWN, 0));
    }

    ChecklistView view() {
        return load().controller();
    }

    private FxmlViews.Loaded<ChecklistView> load() {
        if (loaded.isEmpty()) {
            loaded = Optional.of(new FxmlViews(words.texts())
                    .load(
                            "checklist",
                            ChecklistView.class,
                            Map.of(
                                    ChecklistView.class, () -> new ChecklistView(model, words, clock),
                                    DetailView.class, () -> new DetailView(model, words),
                                    SayView.class, () -> new SayView(model, words),
                                    WhyNotView.class, () -> new WhyNotView(model, words))));
        }
        return loaded.get();
    }

    /** The verdict of the gate that is shown, for the whole window. */
    public ObservableValue<GoNoGo> verdict() {
        return model.stateProperty().map(ChecklistState::verdict);
    }

    @Override
    public Parent root() {
        return load().root();
    }

    @Override
    public Node initialFocus() {
        return view().items();
    }

    @Override
    public void open() {
        ChecklistView view = view();
        ticking = Optional.of(tick.subscribe(now -> view.tick()));
    }

    @Override
    public void close() {
        ticking.ifPresent(Subscription::unsubscribe);
        ticking = Optional.empty();
    }

    /** Ends the page for good. */
    public void dispose() {
        close();
        model.close();
    }

    @Override
    public ObservableValue<Badges> badges() {
        return badges;
    }

    @Override
    public List<UiAction> actions() {
        return actions;
    }

    private List<UiAction> made() {
        ObservableValue<String> always = model.stateProperty().map(s -> "");
        ObservableValue<String> idle =
                model.stateProperty().map(s -> s.isRunning() ? words.word("action.running") : "");
        ObservableValue<String> item =
                model.stateProperty().map(s -> s.selected().isPresent() ? "" : words.word("action.noitem"));
        ObservableValue<String> say = model.stateProperty()
                .map(s -> s.selected().isPresent() ? s.unavailable() : words.word("action.noitem"));
        return List.of(
                action("run.all", "R", idle, UiAction.Harm.READ, model::runAll),
                action("run.failed", "Shift+R", idle, UiAction.Harm.READ, model::runFailed),
                action("run.one", "Space", item, UiAction.Harm.READ, model::runSelected),
                action("cancel", "", always, UiAction.Harm.READ, model::cancelRun),
                action("whynot", "Y", always, UiAction.Harm.READ, model::toggleWhyNot),
                action("filter", "/", always, UiAction.Harm.READ, () -> view().focusFilter()),
                action("leave", "Esc", always, UiAction.Harm.READ, model::leave),
                action("broken.again", "F5", always, UiAction.Harm.READ, model::readAgain),
                action("say.sign", "S", say, UiAction.Harm.REVERSIBLE, () -> model.begin(Saying.Kind.SIGN)),
                action("say.waive", "W", say, UiAction.Harm.REVERSIBLE, () -> model.begin(Saying.Kind.WAIVE)),
                action("say.note", "N", say, UiAction.Harm.REVERSIBLE, () -> model.begin(Saying.Kind.NOTE)),
                action(
                        "say.not-applicable",
                        "",
                        say,
                        UiAction.Harm.REVERSIBLE,
                        () -> model.begin(Saying.Kind.NOT_APPLICABLE)),
                action("say.reset", "", say, UiAction.Harm.REVERSIBLE, () -> model.begin(Saying.Kind.RESET)));
    }

    private UiAction action(
            String key, String keys, ObservableValue<String> unavailable, UiAction.Harm harm, Runnable run) {
        Optional<KeyCombination> combination =
                keys.isEmpty() ? Optional.empty() : Optional.of(KeyCombination.valueOf(keys));
        return new UiAction("checklist." + key, words.word(key), harm, combination, unavailable, run);
    }

    ChecklistViewModel model() {
        return model;
    }
}
