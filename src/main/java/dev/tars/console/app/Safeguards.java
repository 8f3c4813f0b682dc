package dev.tars.console.app;

import dev.tars.console.app.environments.Environment;
import dev.tars.console.app.guard.Desk;
import dev.tars.console.app.guard.GuardRoom;
import dev.tars.console.app.guard.JournalDesk;
import dev.tars.console.app.guard.LabelCheck;
import dev.tars.console.app.guard.PeopleDesk;
import dev.tars.console.app.guard.PeopleFolder;
import dev.tars.console.app.settings.PeopleSettings;
import dev.tars.console.app.settings.SettingsStore;
import dev.tars.console.app.shell.Notice;
import dev.tars.console.app.shell.ShellViewModel;
import dev.tars.console.base.Background;
import dev.tars.console.base.Background.Relay;
import dev.tars.console.base.Problem;
import dev.tars.console.checklist.PersonDesk;
import dev.tars.console.journal.Draft;
import dev.tars.console.journal.Journal;
import dev.tars.console.journal.Kinds;
import dev.tars.console.journal.Payload;
import dev.tars.console.release.Action;
import dev.tars.console.release.Guard;
import dev.tars.console.release.GuardDesk;
import dev.tars.console.release.JournalRecord;
import dev.tars.console.release.Mode;
import dev.tars.console.release.People;
import dev.tars.console.release.client.KeyRing;
import dev.tars.console.slo.Acknowledgements;
import dev.tars.console.slo.GoneSeries;
import dev.tars.console.ui.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The guard and what it stands on, put together once for the window. Belongs to the FX thread where not said. */
final class Safeguards implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Safeguards.class);
    private static final String PERSON = "person";
    private static final String JOURNAL = "journal";
    private static final int AGEING_SECONDS = 5;

    private final Path peopleFile;
    private final Background background;
    private final ShellViewModel model;
    private final SettingsStore store;
    private final Mode mode;
    private final Desk desk;
    private final JournalDesk journal;
    private final KeyRing keys;
    private final GuardRoom room;
    private final Guard guard;
    private final ReleaseMarks marks = new ReleaseMarks();
    private final Acknowledgements acknowledgements = new Acknowledgements();
    private final GoneSeries gone = new GoneSeries();
    private final PeopleDesk people;
    private final String word;
    private final Relay<Boolean> changes;
    private final Subscription ticking;
    private Optional<Problem> told = Optional.empty();
    private volatile Optional<LabelCheck.Target> target = Optional.empty();

    /** @param now changes about once a second */
    Safeguards(
            Wiring wiring,
            SettingsStore store,
            ShellViewModel model,
            Background background,
            ObservableValue<Instant> now,
            Texts texts) {
        this.background = background;
        this.model = model;
        this.store = store;
        peopleFile = wiring.folders().people();
        mode = new Mode(wiring.options().isReadOnly());
        String name = Optional.ofNullable(store.get().panels().get(PERSON)).orElse(wiring.user());
        desk = new Desk(model.getState().environment().place(), name);
        journal = new JournalDesk(() -> wiring.journal(wiring.journalPlace()), wiring.clock());
        keys = new KeyRing(wiring.folders().keys());
        guard = new Guard(
                mode,
                desk,
                new LabelCheck(() -> target, wiring.clock()),
                new JournalRecord(journal::journal),
                wiring.clock());
        room = new GuardRoom(guard, keys, background, now, model, texts);
        people = new PeopleDesk(
                new PeopleFolder.Read(peopleFile, People.NONE, Optional.empty()),
                desk,
                mode,
                keys,
                background,
                new Around(),
                texts);
        word = texts.get("shell.journal");
        changes = background.relay(any -> tellJournal());
        journal.watch(() -> changes.send(true));
        ticking = now.subscribe(this::age);
        journal.follow(marks::follow);
        journal.follow(acknowledgements::follow);
        journal.follow(gone::follow);
        // Until the people are read, nobody is known.
        desk.count(new People(List.of(), true));
        model.stateProperty().map(s -> s.environment()).subscribe(e -> desk.at(e.place()));
        mode.onChange(on -> tell());
        tell();
    }

    /** Reads the people and opens the journal, both on a worker. */
    void open() {
        readPeople();
        background.run(
                "Opening the journal",
                progress -> journal.open(),
                opened -> tellJournal(),
                problem -> model.tell(new Notice(JOURNAL, problem)));
    }

    /** The age of its last answer goes on. */
    private void age(Instant at) {
        if (at.getEpochSecond() % AGEING_SECONDS == 0) {
            model.journal(journal.report(word));
        }
    }

    private void tellJournal() {
        model.journal(journal.report(word));
        Optional<Problem> problem = stopped();
        if (problem.equals(told)) {
            return;
        }
        told = problem;
        problem.ifPresentOrElse(why -> model.tell(new Notice(JOURNAL, why)), () -> model.dismiss(JOURNAL));
    }

    /** Why the journal takes nothing until it is reopened. */
    private Optional<Problem> stopped() {
        return journal.journal().flatMap(its -> its.state().stopped());
    }

    /** Opens a stopped journal anew and checks everything. */
    void reopen() {
        journal.journal()
                .ifPresent(its -> background.run(
                        "Reopening the journal",
                        progress -> its.reopen(progress),
                        found -> tellJournal(),
                        problem -> tellJournal()));
    }

    /** Whether there is a journal that takes nothing until it is reopened. */
    boolean isStopped() {
        return stopped().isPresent();
    }

    /** The journal, opened where it is not yet; blocks. */
    Journal journal() throws IOException {
        return journal.open();
    }

    /** Reads {@code people.yaml} again. */
    void readPeople() {
        background.run(
                "Reading the people",
                progress -> PeopleFolder.read(peopleFile),
                read -> {
                    desk.count(read.people());
                    people.show(read);
                    read.problem()
                            .ifPresentOrElse(
                                    problem -> model.tell(new Notice(PERSON, problem)), () -> model.dismiss(PERSON));
                    tell();
                },
                problem -> model.tell(new Notice(PERSON, problem)));
    }

    /** Another person is at the desk. */
    void sits(String name) {
        desk.sits(name);
        store.change(s -> s.withPanel(PERSON, name));
        tell();
    }

    private void tell() {
        model.desk(desk.person(), mode.isReadOnly());
    }

    /** The target that is open, or none. */
    void target(Optional<LabelCheck.Target> now) {
        target = now;
    }

    /** Keeps an event for an approved action; on a worker. */
    void keep(String actor, String environment, String kind, Payload payload) throws Exception {
        Journal open = journal.journal()
                .orElseThrow(() -> new Action.NotDone(Problem.of("The journal is not open yet.", "", "", "")));
        open.append(Draft.of(actor, environment, kind, payload));
    }

    /** An environment was opened: said in the journal where it can be, and never in the way of looking. */
    void opened(Environment environment) {
        String person = desk.person().name();
        Background.Work<Boolean> work = progress -> {
            journal.open().append(Draft.of(person, environment.name(), Kinds.ENVIRONMENT_OPENED, Payload.empty()));
            return true;
        };
        background.run(
                "Noting " + environment.name(),
                work,
                done -> {},
                problem -> LOG.warn("the opening of {} is not in the journal: {}", environment.name(), problem.what()));
    }

    GuardRoom room() {
        return room;
    }

    /** For the settings page. */
    PeopleSettings people() {
        return people;
    }

    private final class Around implements PeopleDesk.Around {
        @Override
        public void sits(String name) {
            Safeguards.this.sits(name);
        }

        @Override
        public void readAgain() {
            readPeople();
        }

        @Override
        public void ask(Action action) {
            room.ask(action);
        }
    }

    /** Where people say something of the items of a list. */
    PersonDesk saying(String environment, String list, Clock clock) {
        return new PersonDesk(guard, desk, keys, this::journal, environment, list, clock);
    }

    /** Who sits where. */
    GuardDesk desk() {
        return desk;
    }

    Guard guard() {
        return guard;
    }

    /** What is acknowledged, in every environment. */
    Acknowledgements acknowledgements() {
        return acknowledgements;
    }

    /** Series that were accepted as gone, in every environment. */
    GoneSeries gone() {
        return gone;
    }

    /** When the release began in each environment. */
    ReleaseMarks marks() {
        return marks;
    }

    @Override
    public void close() {
        ticking.unsubscribe();
        changes.close();
        journal.close();
    }
}
