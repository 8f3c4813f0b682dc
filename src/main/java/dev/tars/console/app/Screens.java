package dev.tars.console.app;

import dev.tars.console.app.environments.Environment;
import dev.tars.console.app.settings.PeopleSettings;
import dev.tars.console.app.settings.SettingsFacts;
import dev.tars.console.app.settings.SettingsScreen;
import dev.tars.console.app.settings.SettingsStore;
import dev.tars.console.app.shell.Page;
import dev.tars.console.base.Background;
import dev.tars.console.checklist.GoNoGo;
import dev.tars.console.checklist.view.ChecklistScreen;
import dev.tars.console.journal.Journal;
import dev.tars.console.journal.view.AuditScreen;
import dev.tars.console.migration.view.MigrationActs;
import dev.tars.console.migration.view.MigrationScreen;
import dev.tars.console.slo.SloExport;
import dev.tars.console.slo.view.Acknowledging;
import dev.tars.console.slo.view.EnvironmentMark;
import dev.tars.console.slo.view.LiveScreen;
import dev.tars.console.slo.view.PanelMemory;
import dev.tars.console.ui.Screen;
import dev.tars.console.ui.Texts;
import dev.tars.console.ui.background.SecondTick;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** Every page there is. Only pages that work are in it. */
final class Screens implements AutoCloseable {

    private final Clock clock;
    private final SettingsStore store;
    private final Background background;
    private final SecondTick tick;
    private final Texts texts;
    private final Page settings;
    private final Callable<Journal> journal;
    private final Function<String, Optional<Ikon>> signs;
    private final Runnable wall;
    private final Function<Environment, Acknowledging> acknowledging;
    private Optional<Page> audit = Optional.empty();
    private ZoneId auditZone;
    private Optional<LiveScreen> live = Optional.empty();
    private final Function<MigrationSession, MigrationActs> migrating;
    private Optional<MigrationScreen> migration = Optional.empty();
    private Optional<ChecklistScreen> checklist = Optional.empty();

    Screens(
            Clock clock,
            SettingsStore store,
            Background background,
            SecondTick tick,
            Texts texts,
            ObservableValue<SettingsFacts> facts,
            Consumer<Environment> activate,
            Runnable readEnvironments,
            Runnable wall,
            Function<Environment, Acknowledging> acknowledging,
            PeopleSettings people,
            Callable<Journal> journal,
            Function<String, Optional<Ikon>> signs,
            Function<MigrationSession, MigrationActs> migrating) {
        this.clock = clock;
        this.migrating = migrating;
        this.store = store;
        this.background = background;
        this.tick = tick;
        this.texts = texts;
        this.wall = wall;
        this.acknowledging = acknowledging;
        this.journal = journal;
        this.signs = signs;
        this.auditZone = store.get().zone();
        SettingsScreen screen =
                new SettingsScreen(store, facts, Theme.SCALES, activate, readEnvironments, people, texts);
        this.settings = new Page("settings", texts.get("shell.page.settings"), Feather.SETTINGS, true, screen);
    }

    /** The pages while an environment opens. */
    List<Page> of(WaitingScreen waiting) {
        close();
        return List.of(livePage(waiting), auditPage(), settings);
    }

    /** The pages of an open environment. */
    List<Page> of(EnvironmentSession session, ChecklistSession list) {
        close();
        ChecklistScreen items = new ChecklistScreen(
                list.feed(), list.saying(), background, clock, store.get().zone(), tick.nowProperty(), texts);
        checklist = Optional.of(items);
        Environment environment = session.environment();
        EnvironmentMark mark = new EnvironmentMark(environment.name(), environment.isPractice());
        LiveScreen screen = new LiveScreen(
                session.feed(),
                background,
                clock,
                store.get().zone(),
                tick.nowProperty(),
                new Memory(store),
                () -> mark,
                board -> SloExport.csv(board, environment.name()),
                texts);
        screen.onWall(wall);
        screen.onAcknowledge(acknowledging.apply(environment));
        live = Optional.of(screen);
        return List.of(
                livePage(screen), checklistPage(items), migrationPage(session.migration()), auditPage(), settings);
    }

    private Page migrationPage(MigrationSession session) {
        MigrationScreen screen = new MigrationScreen(
                session.centre(),
                migrating.apply(session),
                background,
                clock,
                tick.nowProperty(),
                store.get().zone(),
                texts);
        migration = Optional.of(screen);
        return new Page("migration", texts.get("shell.page.migration"), Feather.DATABASE, false, screen);
    }

    private Page checklistPage(Screen screen) {
        return new Page("checklist", texts.get("shell.page.checklist"), Feather.CHECK_SQUARE, false, screen);
    }

    /** Go or no-go of the open environment; empty until one is open. */
    Optional<ObservableValue<GoNoGo>> verdict() {
        return checklist.map(ChecklistScreen::verdict);
    }

    private Page livePage(Screen screen) {
        return new Page("live", texts.get("shell.page.live"), Feather.ACTIVITY, false, screen);
    }

    /** The same as long as the zone is: the journal is that of all environments. */
    private Page auditPage() {
        ZoneId zone = store.get().zone();
        if (audit.isEmpty() || !zone.equals(auditZone)) {
            AuditScreen screen = new AuditScreen(journal, background, zone, texts, signs);
            audit = Optional.of(new Page("audit", texts.get("shell.page.audit"), Feather.BOOK_OPEN, false, screen));
            auditZone = zone;
        }
        return audit.get();
    }

    @Override
    public void close() {
        checklist.ifPresent(ChecklistScreen::dispose);
        checklist = Optional.empty();
        live.ifPresent(LiveScreen::dispose);
        live = Optional.empty();
        migration.ifPresent(MigrationScreen::dispose);
        migration = Optional.empty();
    }

    /** What a page keeps, among the settings. */
    private record Memory(SettingsStore store) implements PanelMemory {
        @Override
        public Optional<String> recall(String key) {
            return Optional.ofNullable(store.get().panels().get(key));
        }

        @Override
        public void remember(String key, String value) {
            store.change(s -> s.withPanel(key, value));
        }
    }
}
