package dev.tars.console.app;

import dev.tars.console.app.environments.Environment;
import dev.tars.console.app.environments.EnvironmentBook;
import dev.tars.console.app.settings.Appearance;
import dev.tars.console.app.settings.SettingsStore;
import dev.tars.console.app.shell.Shell;
import dev.tars.console.app.shell.ShellViewModel;
import dev.tars.console.practice.Drill;
import dev.tars.console.practice.Drills;
import dev.tars.console.slo.ReleaseMark;
import dev.tars.console.ui.Texts;
import dev.tars.console.ui.UiAction;
import dev.tars.console.ui.UiAction.Harm;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCombination;

/** The actions that belong to no page: environments, drills, look. Made anew whenever they are asked for. */
final class Actions {

    private final SettingsStore store;
    private final ObservableValue<EnvironmentBook> book;
    private final ShellViewModel model;
    private final PageDesk desk;
    private final Texts texts;
    private final Runnable wall;
    private final Clock clock;

    Actions(
            SettingsStore store,
            ObservableValue<EnvironmentBook> book,
            ShellViewModel model,
            PageDesk desk,
            Texts texts,
            Runnable wall,
            Clock clock) {
        this.store = store;
        this.book = book;
        this.model = model;
        this.desk = desk;
        this.texts = texts;
        this.wall = wall;
        this.clock = clock;
    }

    List<UiAction> all() {
        List<UiAction> all = new ArrayList<>(drills());
        all.add(new UiAction(
                "wall",
                texts.get("slo.wall.action"),
                Harm.READ,
                Optional.of(KeyCombination.valueOf("F11")),
                new ReadOnlyStringWrapper(desk.feed().isEmpty() ? texts.get("slo.wall.notopen") : ""),
                wall));
        all.addAll(environments());
        Environment open = model.getState().environment();
        all.addAll(marks(open));
        all.add(Shell.action(
                "environment.again", texts.get("shell.action.again", open.name()), "", () -> desk.activate(open)));
        for (Appearance look : Appearance.values()) {
            String word = texts.get("settings.look." + look.name().toLowerCase(Locale.ROOT));
            all.add(Shell.action(
                    "theme." + look,
                    texts.get("shell.action.theme", word),
                    "",
                    () -> store.change(s -> s.withAppearance(look))));
        }
        for (int scale : Theme.SCALES) {
            all.add(Shell.action(
                    "scale." + scale,
                    texts.get("shell.action.scale", scale),
                    "",
                    () -> store.change(s -> s.withScale(scale))));
        }
        return all;
    }

    /** The release is charged from a moment on, or not any more. */
    private List<UiAction> marks(Environment open) {
        ReleaseMarks marks = desk.marks();
        String version = model.getState().release().release().version();
        String begins =
                texts.get("release.mark.words", version.isEmpty() ? texts.get("release.mark.unnamed") : version);
        String unmarked = marks.of(open.name()).isEmpty() ? texts.get("release.mark.none") : "";
        return List.of(
                action("release.mark", texts.get("release.mark.set"), Harm.REVERSIBLE, "", () -> {
                    marks.set(open.name(), new ReleaseMark(clock.instant(), begins));
                    desk.askNow();
                }),
                action("release.unmark", texts.get("release.mark.clear"), Harm.REVERSIBLE, unmarked, () -> {
                    marks.clear(open.name());
                    desk.askNow();
                }));
    }

    /** One an environment; the open one is there with the reason it cannot be chosen. */
    List<UiAction> environments() {
        List<UiAction> all = new ArrayList<>();
        for (Environment each : book.getValue().all()) {
            boolean isOpen = each.equals(model.getState().environment());
            all.add(action(
                    "environment." + each.name(),
                    texts.get("shell.action.environment", each.name()),
                    Harm.READ,
                    isOpen ? texts.get("shell.action.environment.active") : "",
                    () -> desk.activate(each)));
        }
        return all;
    }

    /** One a drill, to start or to end it; none outside practice. */
    List<UiAction> drills() {
        Optional<Drills> switches = desk.drills();
        if (switches.isEmpty()) {
            return List.of();
        }
        List<UiAction> all = new ArrayList<>();
        Drills drills = switches.get();
        for (Drill drill : Drill.values()) {
            boolean on = drills.isActive(drill);
            String name = texts.get(on ? "shell.action.drill.end" : "shell.action.drill.start", drill.title());
            all.add(action("drill." + drill, name, Harm.REVERSIBLE, "", () -> {
                if (on) {
                    drills.end(drill);
                } else {
                    drills.start(drill);
                }
            }));
        }
        String reason = drills.active().isEmpty() ? texts.get("shell.action.drill.none") : "";
        all.add(action("drill.end", texts.get("shell.action.drill.end-all"), Harm.REVERSIBLE, reason, drills::endAll));
        return all;
    }

    private static UiAction action(String id, String name, Harm harm, String unavailable, Runnable run) {
        return new UiAction(id, name, harm, Optional.empty(), new ReadOnlyStringWrapper(unavailable), run);
    }
}
