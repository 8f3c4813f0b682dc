package dev.tars.console.app;

import dev.tars.console.app.environments.Environment;
import dev.tars.console.app.environments.EnvironmentBook;
import dev.tars.console.app.settings.Appearance;
import dev.tars.console.app.settings.SettingsStore;
import dev.tars.console.app.shell.Shell;
import dev.tars.console.app.shell.ShellViewModel;
import dev.tars.console.journal.Kinds;
import dev.tars.console.journal.Payload;
import dev.tars.console.practice.Drill;
import dev.tars.console.practice.Drills;
import dev.tars.console.release.Action;
import dev.tars.console.release.Approval;
import dev.tars.console.release.Harm;
import dev.tars.console.release.Outcome;
import dev.tars.console.ui.Texts;
import dev.tars.console.ui.UiAction;
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
    private final Safeguards safeguards;

    Actions(
            SettingsStore store,
            ObservableValue<EnvironmentBook> book,
            ShellViewModel model,
            PageDesk desk,
            Texts texts,
            Runnable wall,
            Safeguards safeguards) {
        this.store = store;
        this.book = book;
        this.model = model;
        this.desk = desk;
        this.texts = texts;
        this.wall = wall;
        this.safeguards = safeguards;
    }

    List<UiAction> all() {
        List<UiAction> all = new ArrayList<>(drills());
        all.add(new UiAction(
                "wall",
                texts.get("slo.wall.action"),
                UiAction.Harm.READ,
                Optional.of(KeyCombination.valueOf("F11")),
                new ReadOnlyStringWrapper(desk.feed().isEmpty() ? texts.get("slo.wall.notopen") : ""),
                wall));
        all.addAll(environments());
        Environment open = model.getState().environment();
        all.addAll(marks(open));
        all.add(Shell.action(
                "environment.again", texts.get("shell.action.again", open.name()), "", () -> desk.activate(open)));
        all.add(action(
                "journal.reopen",
                texts.get("shell.action.journal"),
                safeguards.isStopped() ? "" : texts.get("shell.action.journal.open"),
                safeguards::reopen));
        for (Appearance look : Appearance.values()) {
            String word = texts.get("settings.look." + look.name().toLowerCase(Locale.ROOT));
            all.add(Shell.action(
                    "theme." + look,
                    texts.get("shell.action.theme", word),
                    "",
                    () -> store.change(s -> s.withAppearance(look))));
        }
        if (open.isPractice()) {
            for (int rows : PracticeRows.ALL) {
                all.add(Shell.action(
                        "practice.rows." + rows,
                        texts.get("shell.action.practice.rows", String.format(Locale.ROOT, "%,d", rows)),
                        PracticeRows.of(store) == rows ? texts.get("shell.action.environment.active") : "",
                        () -> {
                            store.change(s -> s.withPanel(PracticeRows.PANEL, String.valueOf(rows)));
                            desk.activate(open);
                        }));
            }
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
        String version = model.getState().release().release().version();
        String begins =
                texts.get("release.mark.words", version.isEmpty() ? texts.get("release.mark.unnamed") : version);
        String unmarked = safeguards.marks().of(open.name()).isEmpty() ? texts.get("release.mark.none") : "";
        return List.of(
                guarded(
                        "release.mark",
                        texts.get("release.mark.set"),
                        texts.get("release.mark.back"),
                        open,
                        "",
                        List.of(texts.get("release.mark.step", begins)),
                        approval -> {
                            Payload payload =
                                    Payload.builder().put("words", begins).build();
                            safeguards.keep(approval.requester(), open.name(), Kinds.RELEASE_BEGAN, payload);
                            desk.askNow();
                        }),
                guarded(
                        "release.unmark",
                        texts.get("release.mark.clear"),
                        texts.get("release.mark.back"),
                        open,
                        unmarked,
                        List.of(texts.get("release.mark.step.clear")),
                        approval -> {
                            safeguards.keep(approval.requester(), open.name(), Kinds.RELEASE_CLEARED, Payload.empty());
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
            all.add(guarded("drill." + drill, name, "", List.of(name), approval -> {
                if (on) {
                    drills.end(drill);
                } else {
                    drills.start(drill);
                }
            }));
        }
        String reason = drills.active().isEmpty() ? texts.get("shell.action.drill.none") : "";
        String endAll = texts.get("shell.action.drill.end-all");
        all.add(guarded("drill.end", endAll, reason, List.of(endAll), approval -> drills.endAll()));
        return all;
    }

    /** Ends every drill. */
    void endDrills() {
        drills().stream()
                .filter(action -> action.id().equals("drill.end"))
                .findFirst()
                .ifPresent(action -> action.run().run());
    }

    /** What a reversible action does once it is approved; on a worker. */
    @FunctionalInterface
    private interface Does {
        void with(Approval approval) throws Exception;
    }

    private UiAction guarded(String id, String name, String unavailable, List<String> steps, Does does) {
        Environment open = model.getState().environment();
        return guarded(id, name, texts.get("shell.drill.back"), open, unavailable, steps, does);
    }

    private UiAction guarded(
            String id,
            String name,
            String wayBack,
            Environment open,
            String unavailable,
            List<String> steps,
            Does does) {
        Action action = new Action(
                id, name, Harm.REVERSIBLE, wayBack, Action.Reach.CONSOLE, open.name(), () -> steps, approval -> {
                    does.with(approval);
                    return Outcome.done(name + ".");
                });
        return safeguards
                .room()
                .action(
                        id,
                        name,
                        Harm.REVERSIBLE,
                        open.name(),
                        Optional.empty(),
                        new ReadOnlyStringWrapper(unavailable),
                        () -> Optional.of(action));
    }

    private static UiAction action(String id, String name, String unavailable, Runnable run) {
        return new UiAction(
                id, name, UiAction.Harm.READ, Optional.empty(), new ReadOnlyStringWrapper(unavailable), run);
    }
}
