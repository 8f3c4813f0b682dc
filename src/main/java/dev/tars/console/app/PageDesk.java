package dev.tars.console.app;

import dev.tars.console.app.environments.Environment;
import dev.tars.console.app.settings.Settings;
import dev.tars.console.app.settings.SettingsFacts;
import dev.tars.console.app.settings.SettingsStore;
import dev.tars.console.app.shell.BandView;
import dev.tars.console.app.shell.Notice;
import dev.tars.console.app.shell.Pages;
import dev.tars.console.app.shell.ShellViewModel;
import dev.tars.console.base.Background.Relay;
import dev.tars.console.base.ConnectionReport;
import dev.tars.console.base.Problem;
import dev.tars.console.migration.view.MigrationActs;
import dev.tars.console.practice.Drill;
import dev.tars.console.practice.Drills;
import dev.tars.console.release.Action;
import dev.tars.console.release.Harm;
import dev.tars.console.release.Outcome;
import dev.tars.console.slo.SloBoard;
import dev.tars.console.slo.SloFeed;
import dev.tars.console.slo.view.Acknowledging;
import dev.tars.console.ui.Texts;
import dev.tars.console.ui.background.FxBackground;
import dev.tars.console.ui.background.FxThread;
import dev.tars.console.ui.background.SecondTick;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the active environment to the shell: its pages, its connections, its polling, its drills. */
final class PageDesk implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PageDesk.class);

    private final Wiring wiring;
    private final SettingsStore store;
    private final Pages pages;
    private final ShellViewModel model;
    private final FxBackground background;
    private final FxThread fx;
    private final Texts texts;
    private final Screens screens;
    private final Sessions sessions;
    private final Safeguards safeguards;
    private final List<Runnable> watched = new ArrayList<>();
    private WaitingScreen waiting;
    private final ReadOnlyObjectWrapper<Optional<SloBoard>> board = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Drills> drills = Optional.empty();
    private Optional<ReleaseDesk> release = Optional.empty();
    private volatile Optional<EnvironmentSession> open = Optional.empty();
    private Optional<ChecklistSession> checklist = Optional.empty();
    private boolean readingRelease;
    private Runnable whenLive = () -> {};

    PageDesk(
            Wiring wiring,
            SettingsStore store,
            Pages pages,
            ShellViewModel model,
            FxBackground background,
            SecondTick tick,
            Texts texts,
            ObservableValue<SettingsFacts> facts,
            Runnable readEnvironments,
            Runnable wall,
            FxThread fx,
            Safeguards safeguards) {
        this.wiring = wiring;
        this.store = store;
        this.pages = pages;
        this.model = model;
        this.background = background;
        this.fx = fx;
        this.texts = texts;
        this.safeguards = safeguards;
        this.screens = new Screens(
                wiring.clock(),
                store,
                background,
                tick,
                texts,
                facts,
                this::activate,
                readEnvironments,
                wall,
                this::acknowledging,
                safeguards.people(),
                safeguards::journal,
                name -> facts.getValue().book().find(name).map(BandView::icon),
                this::migrating);
        this.sessions = new Sessions(this::openSession, new Arrival(), fx);
        this.waiting = waitingFor(model.getState().environment());
        store.settingsProperty().map(Settings::zone).addListener((observable, before, now) -> rebuild());
    }

    private WaitingScreen waitingFor(Environment environment) {
        return new WaitingScreen(
                texts.get("shell.opening", environment.name()),
                texts.get("shell.opening.retry"),
                () -> activate(environment));
    }

    /** The pages before an environment is open. */
    void showWaiting(Environment environment) {
        waiting = waitingFor(environment);
        pages.set(screens.of(waiting));
    }

    /** Reads the release, then opens the active environment. @param live runs once the first answer is painted */
    void openRelease(Runnable live) {
        whenLive = live;
        readRelease();
    }

    private void readRelease() {
        if (readingRelease) {
            return;
        }
        readingRelease = true;
        background.run(
                "Reading the release",
                progress -> ReleaseDesk.open(wiring.release()),
                read -> {
                    readingRelease = false;
                    release = Optional.of(read);
                    model.release(read.inForce());
                    for (int i = 0; i < read.problems().size(); i++) {
                        model.tell(new Notice("release-" + i, read.problems().get(i)));
                    }
                    // A person may have chosen another one meanwhile.
                    sessions.activate(model.getState().environment());
                },
                problem -> {
                    readingRelease = false;
                    waiting.failed(problem);
                });
    }

    /** Closes the environment that is open and opens another; a look, by way of the guard. */
    void activate(Environment environment) {
        String title = texts.get("shell.action.environment", environment.name());
        safeguards
                .room()
                .ask(new Action(
                        "environment.open",
                        title,
                        Harm.READ,
                        "",
                        Action.Reach.CONSOLE,
                        environment.name(),
                        () -> List.of("open " + environment.name()),
                        approval -> {
                            turnTo(environment);
                            return Outcome.done(title);
                        }));
    }

    private void turnTo(Environment environment) {
        leave();
        safeguards.opened(environment);
        model.environment(environment);
        store.change(s -> s.withEnvironment(environment.name()));
        showWaiting(environment);
        if (release.isPresent()) {
            sessions.activate(environment);
        } else {
            readRelease();
        }
    }

    private EnvironmentSession openSession(Environment environment, dev.tars.console.base.Progress progress)
            throws EnvironmentSession.NotOpened, InterruptedException {
        ReleaseDesk read = release.orElseThrow(() -> new IllegalStateException("the release is read first"));
        return EnvironmentSession.open(
                environment,
                read,
                wiring.clock(),
                wiring.ticker(),
                wiring.polls(),
                store.get().zone(),
                wiring.folders().programs(),
                PracticeRows.of(store),
                () -> safeguards.marks().of(environment.name()),
                safeguards::journal,
                progress);
    }

    private final class Arrival implements Sessions.Listener {
        @Override
        public void progress(Environment environment, double fraction, String message) {
            waiting.progress(fraction, texts.get("shell.opening.step", environment.name(), message));
        }

        @Override
        public void opened(EnvironmentSession session) {
            model.dismiss(failure(session.environment()));
            open = Optional.of(session);
            safeguards.target(Optional.of(session.target()));
            drills = session.drills();
            watch(session);
            showLive(session);
        }

        @Override
        public void failed(Environment environment, Problem problem) {
            waiting.failed(problem);
            model.tell(new Notice(failure(environment), problem));
        }

        private static String failure(Environment environment) {
            return "open-" + environment.name();
        }
    }

    private void watch(EnvironmentSession session) {
        ConnectionReports connections = new ConnectionReports();
        Relay<List<ConnectionReport>> reports = background.relay(model::connections);
        watched.add(reports::close);
        session.watchConnection(report -> reports.send(connections.with(report)));
        Relay<SloBoard> boards = background.relay(this::show);
        watched.add(boards::close);
        watched.add(session.feed().subscribe(boards::send)::close);
        session.drills().ifPresent(switches -> {
            Relay<Set<Drill>> changes = background.relay(this::showDrills);
            watched.add(changes::close);
            // The subscription ends with practice; nothing passes a relay that is closed.
            var unused = switches.subscribe(changes::send);
            changes.send(switches.active());
        });
    }

    private void show(SloBoard newest) {
        board.set(Optional.of(newest));
        acceptGone();
        model.poll(Polls.of(newest.health()));
        if (newest.tick() > 0) {
            Runnable live = whenLive;
            whenLive = () -> {};
            fx.withNextPulse(live);
        }
    }

    /** Also those that another console on the same journal accepted. */
    private void acceptGone() {
        open.ifPresent(session -> session.accept(safeguards
                .gone()
                .of(session.environment().name(), wiring.clock().instant())));
    }

    private void showDrills(Set<Drill> active) {
        model.drill(
                active.isEmpty()
                        ? Optional.empty()
                        : Optional.of(active.stream().sorted().map(Drill::title).collect(Collectors.joining(", "))));
    }

    private void showLive(EnvironmentSession session) {
        ReleaseDesk read = release.orElseThrow(() -> new IllegalStateException("the release is read first"));
        ChecklistSession list = new ChecklistSession(session, read, safeguards, wiring.clock(), wiring.ticker());
        list.open();
        checklist = Optional.of(list);
        showPages(session, list);
        session.start();
    }

    /** Times are written in another zone: the pages are made anew. */
    private void rebuild() {
        open.ifPresent(session -> checklist.ifPresent(list -> showPages(session, list)));
    }

    private void showPages(EnvironmentSession session, ChecklistSession list) {
        pages.set(screens.of(session, list));
        screens.verdict().ifPresent(verdict -> verdict.subscribe(model::verdict));
    }

    /** Acknowledging in an environment. */
    Acknowledging acknowledging(Environment environment) {
        return new AckDesk(
                environment,
                safeguards,
                safeguards.room()::window,
                () -> store.get().zone(),
                wiring.clock(),
                texts,
                () -> {
                    acceptGone();
                    askNow();
                });
    }

    /** The migration's way to the guard. */
    private MigrationActs migrating(MigrationSession session) {
        return new MigrationGate(
                session.environment().name(),
                new MigrationDoing(session, texts, false),
                safeguards.guard(),
                safeguards.room());
    }

    /** The boards of the open environment; empty until one is open. */
    Optional<SloFeed> feed() {
        return open.map(EnvironmentSession::feed);
    }

    /** The newest board of the open environment; empty until there is one. */
    ObservableValue<Optional<SloBoard>> boardProperty() {
        return board.getReadOnlyProperty();
    }

    /** A mark was set or taken away: what it changes is asked for at once. */
    void askNow() {
        feed().ifPresent(SloFeed::askNow);
    }

    /** The drills of practice; empty anywhere else. */
    Optional<Drills> drills() {
        return drills;
    }

    private void leave() {
        open = Optional.empty();
        board.set(Optional.empty());
        checklist.ifPresent(ChecklistSession::close);
        checklist = Optional.empty();
        safeguards.target(Optional.empty());
        drills = Optional.empty();
        watched.forEach(Runnable::run);
        watched.clear();
    }

    @Override
    public void close() {
        leave();
        screens.close();
        sessions.close();
        release.ifPresent(read -> {
            try {
                read.close();
            } catch (IOException e) {
                LOG.warn("the release files are not closed", e);
            }
        });
    }
}
