package dev.tars.console.app;

import dev.tars.console.app.environments.Environment;
import dev.tars.console.app.environments.EnvironmentBook;
import dev.tars.console.app.settings.Appearance;
import dev.tars.console.app.settings.Density;
import dev.tars.console.app.settings.Settings;
import dev.tars.console.app.settings.SettingsFacts;
import dev.tars.console.app.settings.SettingsStore;
import dev.tars.console.app.shell.Notice;
import dev.tars.console.app.shell.Pages;
import dev.tars.console.app.shell.Shell;
import dev.tars.console.app.shell.ShellMenus;
import dev.tars.console.app.shell.ShellState;
import dev.tars.console.app.shell.ShellViewModel;
import dev.tars.console.base.Background.Relay;
import dev.tars.console.base.Problem;
import dev.tars.console.ui.Texts;
import dev.tars.console.ui.background.FxBackground;
import dev.tars.console.ui.background.FxThread;
import dev.tars.console.ui.background.SecondTick;
import dev.tars.console.ui.background.StallWatchdog;
import dev.tars.console.ui.background.StallWatchdog.Stalls;
import dev.tars.console.ui.background.Workers;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The console in one window. What it is made of reads from top to bottom; nothing heavy is touched before the window is
 * shown: the release, practice and the pages come after the first frame.
 */
public final class ConsoleApp implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ConsoleApp.class);
    private static final int WORKERS = 4;

    private final Wiring wiring;
    private final Stage stage;
    private final StartupClock startup;
    private final Texts texts;
    private final Workers workers = new Workers("console", WORKERS);
    private final FxThread fx = FxThread.real();
    private final FxBackground background = new FxBackground(workers.pool(), fx);
    private final SecondTick tick;
    private final SettingsStore store;
    private final Optional<Problem> settingsProblem;
    private final ReadOnlyObjectWrapper<EnvironmentBook> book;
    private final ShellViewModel model;
    private final Theme theme = new Theme();
    private final Pages pages = new Pages();
    private final Shell shell;
    private final Safeguards safeguards;
    private final PageDesk desk;
    private final WallDesk wall;
    private final Relay<Stalls> stalls;
    private final StallWatchdog watchdog;
    private Optional<Look> look = Optional.empty();
    private boolean systemIsDark;

    private record Look(Appearance appearance, int scale, Density density) {}

    /** Composes everything; on the FX thread. {@link #show} shows it. */
    public ConsoleApp(Wiring wiring, Beginning beginning, Stage stage) {
        this.wiring = wiring;
        texts = beginning.texts();
        this.stage = stage;
        startup = new StartupClock(wiring.clock());
        tick = new SecondTick(fx, wiring.clock());
        settingsProblem = beginning.settings().problem();
        store = new SettingsStore(
                beginning.file(), start(beginning.settings().settings()), background, tick.nowProperty());
        book = new ReadOnlyObjectWrapper<>(beginning.environments());
        model = new ShellViewModel(
                first(), tick.nowProperty(), store.settingsProperty().map(Settings::zone));
        ObservableValue<SettingsFacts> facts = new FactsOf(book, model.stateProperty());
        safeguards = new Safeguards(wiring, store, model, background, tick.nowProperty(), texts);
        desk = new PageDesk(
                wiring,
                store,
                pages,
                model,
                background,
                tick,
                texts,
                facts,
                this::readEnvironments,
                this::toggleWall,
                fx,
                safeguards);
        Actions actions = new Actions(store, book, model, desk, texts, this::toggleWall, safeguards);
        shell = new Shell(
                model,
                pages,
                new ShellMenus(actions::environments, actions::drills, actions::endDrills),
                theme.scaleProperty(),
                actions::all,
                texts);
        safeguards.room().attach(shell, () -> HealthSince.of(desk.boardProperty(), tick.nowProperty(), texts));
        wall = new WallDesk(wiring, store, stage, shell, desk, model, background, tick, texts);
        stalls = background.relay(model::stalls);
        watchdog = new StallWatchdog(fx, wiring.clock(), wiring.ticker(), stalls::send);
    }

    private Settings start(Settings kept) {
        Settings settings = kept;
        Optional<Appearance> look = wiring.options().theme();
        Optional<Integer> scale = wiring.options().scale();
        settings = look.isPresent() ? settings.withAppearance(look.get()) : settings;
        return scale.isPresent() ? settings.withScale(Theme.nearestScale(scale.get())) : settings;
    }

    /** The environment to open on: the one named at the start, else the last one, else practice. */
    private Environment first() {
        EnvironmentBook environments = book.get();
        return wiring.options()
                .environment()
                .or(() -> store.get().environment())
                .flatMap(environments::find)
                .orElse(environments.practice());
    }

    /** Shows the window, and begins the work once it is painted. */
    public void show() {
        theme.dress(shell.scene());
        store.settingsProperty().subscribe(settings -> {
            if (isOtherLook(settings)) {
                look(settings);
            }
        });
        desk.showWaiting(model.getState().environment());
        model.stateProperty().subscribe(this::title);
        stage.setScene(shell.scene());
        WindowPlacing.place(stage, store);
        stage.setOnCloseRequest(e -> close());
        stage.show();
        tick.open();
        fx.withNextPulse(() -> fx.withNextPulse(this::painted));
    }

    private void painted() {
        startup.mark("first frame");
        tellProblems();
        askSystemLook();
        safeguards.open();
        desk.openRelease(() -> {
            startup.mark("live panel");
            safeguards.room().prepare();
            watchdog.open();
        });
    }

    /** Settings change often for other reasons, such as a divider that is dragged. */
    private boolean isOtherLook(Settings settings) {
        Look wanted = new Look(settings.appearance(), settings.scale(), settings.density());
        boolean other = look.filter(wanted::equals).isEmpty();
        look = Optional.of(wanted);
        return other;
    }

    private void look(Settings settings) {
        boolean dark =
                settings.appearance() == Appearance.DARK || settings.appearance() == Appearance.SYSTEM && systemIsDark;
        // A popup takes the look it was opened with.
        shell.hidePopups();
        theme.use(dark, settings.scale(), settings.density());
    }

    private void askSystemLook() {
        background.run(
                "Asking the desktop for its look",
                progress -> wiring.systemAppearance().isDark(),
                dark -> {
                    systemIsDark = dark;
                    look(store.get());
                },
                problem -> LOG.debug("{}", problem.what()));
    }

    private void title(ShellState state) {
        String release = state.release().release().version();
        stage.setTitle(state.environment().shownName()
                + " · "
                + texts.get("shell.title")
                + (release.isEmpty() ? "" : " · " + release));
    }

    private void tellProblems() {
        settingsProblem.ifPresent(problem -> model.tell(new Notice("settings", problem)));
        tellEnvironments();
        wiring.options()
                .environment()
                .filter(name -> book.get().find(name).isEmpty())
                .ifPresent(name -> model.tell(new Notice(
                        "environment",
                        Problem.of(
                                texts.get("shell.environment.unknown", name),
                                book.get().file().toString(),
                                texts.get(
                                        "shell.environment.instead",
                                        model.getState().environment().name()),
                                texts.get("shell.environment.mend")))));
    }

    private void tellEnvironments() {
        book.get()
                .problem()
                .ifPresentOrElse(
                        problem -> model.tell(new Notice("environments", problem)),
                        () -> model.dismiss("environments"));
    }

    private void readEnvironments() {
        background.run(
                "Reading the environments",
                progress -> wiring.environments(texts),
                read -> {
                    book.set(read);
                    tellEnvironments();
                },
                problem -> model.tell(new Notice("environments", problem)));
    }

    /** The window goes at once, then everything ends within seconds: popups first, then what is open, then the threads. */
    @Override
    public void close() {
        WindowPlacing.remember(stage, store);
        wall.close();
        shell.hidePopups();
        stage.hide();
        watchdog.close();
        stalls.close();
        tick.close();
        pages.close();
        desk.close();
        safeguards.close();
        store.close();
        background.close();
        workers.close();
    }

    private void toggleWall() {
        wall.toggle();
    }

    Pages pages() {
        return pages;
    }

    void settings(UnaryOperator<Settings> change) {
        store.change(change);
    }

    Stage stage() {
        return stage;
    }

    Shell shell() {
        return shell;
    }

    ShellViewModel model() {
        return model;
    }
}
