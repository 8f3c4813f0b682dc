package dev.tars.console.app.guard;

import dev.tars.console.app.settings.PeopleSettings;
import dev.tars.console.base.Background;
import dev.tars.console.base.Problem;
import dev.tars.console.release.Action;
import dev.tars.console.release.ApprovalText;
import dev.tars.console.release.GuardDesk;
import dev.tars.console.release.Harm;
import dev.tars.console.release.Mode;
import dev.tars.console.release.Outcome;
import dev.tars.console.release.People;
import dev.tars.console.release.Person;
import dev.tars.console.release.PersonKey;
import dev.tars.console.release.client.KeyRing;
import dev.tars.console.ui.Texts;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/** The people of the settings page, from file, key ring and desk. */
public final class PeopleDesk implements PeopleSettings {

    /** What it asks of the console around it. */
    public interface Around {
        void sits(String name);

        /** Reads the people file again, then calls {@link PeopleDesk#show}. */
        void readAgain();

        void ask(Action action);
    }

    private final GuardDesk desk;
    private final Mode mode;
    private final KeyRing keys;
    private final Background background;
    private final Around around;
    private final Texts texts;
    private final ReadOnlyObjectWrapper<State> state;
    private PeopleFolder.Read read;
    private List<String> keyNames = List.of();

    public PeopleDesk(
            PeopleFolder.Read first,
            GuardDesk desk,
            Mode mode,
            KeyRing keys,
            Background background,
            Around around,
            Texts texts) {
        this.read = first;
        this.desk = desk;
        this.mode = mode;
        this.keys = keys;
        this.background = background;
        this.around = around;
        this.texts = texts;
        this.state = new ReadOnlyObjectWrapper<>(now());
    }

    private State now() {
        return new State(
                read.file(),
                read.people().all(),
                read.problem(),
                desk.person(),
                keyNames,
                mode.isReadOnly(),
                mode.isForced());
    }

    /** The people file was read. */
    public void show(PeopleFolder.Read now) {
        read = now;
        refresh();
        background.run(
                "Reading the keys",
                progress -> keys.names(),
                names -> {
                    keyNames = names;
                    refresh();
                },
                problem -> refresh());
    }

    /** Something of it changed elsewhere. */
    public void refresh() {
        state.set(now());
    }

    @Override
    public ObservableValue<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    @Override
    public void sits(String name) {
        around.sits(name);
        refresh();
    }

    @Override
    public void readOnly(boolean on) {
        mode.readOnly(on);
        refresh();
    }

    @Override
    public void readAgain() {
        around.readAgain();
    }

    @Override
    public void createKey(String name, char[] passphrase, Consumer<PersonKey> made, Consumer<Problem> failed) {
        background.run(
                "Making the key of " + name,
                progress -> keys.create(name, passphrase),
                key -> {
                    made.accept(key);
                    show(read);
                },
                failed);
    }

    @Override
    public void add(Person person) {
        People now = read.people();
        String entry = PeopleFolder.entry(person);
        around.ask(new Action(
                "people.add",
                texts.get("settings.people.add.action", person.name()),
                Harm.REVERSIBLE,
                texts.get("settings.people.add.back"),
                Action.Reach.CONSOLE,
                desk.place().environment(),
                () -> List.of(texts.get("settings.people.add.step", read.file()), entry.stripTrailing()),
                approval -> {
                    PeopleFolder.add(read.file(), now, person);
                    around.readAgain();
                    return Outcome.done(texts.get("settings.people.added", person.name()));
                }));
    }

    @Override
    public void sign(
            String request, String name, char[] passphrase, Consumer<String> signed, Consumer<Problem> failed) {
        Background.Work<String> work = progress -> {
            var asked = ApprovalText.readRequest(request);
            return ApprovalText.write(keys.open(name, passphrase).sign(asked), asked);
        };
        background.run("Signing", work, signed, failed);
    }
}
