package dev.tars.console.app.shell;

import dev.tars.console.app.environments.Environment;
import dev.tars.console.base.ConnectionReport;
import dev.tars.console.checklist.GoNoGo;
import dev.tars.console.release.Person;
import dev.tars.console.ui.background.StallWatchdog.Stalls;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/** What the shell shows. All methods belong to the FX thread. */
public final class ShellViewModel {

    private final ReadOnlyObjectWrapper<ShellState> state;
    private final ReadOnlyObjectWrapper<DeskState> desk = new ReadOnlyObjectWrapper<>(new DeskState("", "", false));
    private final ReadOnlyObjectWrapper<Optional<VerdictState>> verdict = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableValue<Instant> now;
    private final ObservableValue<ZoneId> zone;

    /** @param now renewed every second; @param zone times are written in */
    public ShellViewModel(Environment first, ObservableValue<Instant> now, ObservableValue<ZoneId> zone) {
        this.state = new ReadOnlyObjectWrapper<>(ShellState.of(first));
        this.now = now;
        this.zone = zone;
    }

    public ReadOnlyObjectProperty<ShellState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ShellState getState() {
        return state.get();
    }

    public ObservableValue<Instant> nowProperty() {
        return now;
    }

    public ObservableValue<ZoneId> zoneProperty() {
        return zone;
    }

    /** Who is at the desk, and whether anything can be changed. */
    public record DeskState(String person, String role, boolean readOnly) {}

    public ReadOnlyObjectProperty<DeskState> deskProperty() {
        return desk.getReadOnlyProperty();
    }

    public void desk(Person person, boolean readOnly) {
        desk.set(new DeskState(person.name(), person.role().name().toLowerCase(Locale.ROOT), readOnly));
    }

    /**
     * Go or no-go, as the band says it.
     *
     * @param open how many items stand between here and go
     */
    public record VerdictState(boolean isGo, int open) {}

    /** Empty until a list is judged. */
    public ReadOnlyObjectProperty<Optional<VerdictState>> verdictProperty() {
        return verdict.getReadOnlyProperty();
    }

    public void verdict(GoNoGo now) {
        verdict.set(Optional.of(new VerdictState(now.isGo(), now.open())));
    }

    /** Another environment is active: whatever the shell knew of the old one is gone. */
    public void environment(Environment environment) {
        verdict.set(Optional.empty());
        change(s -> s.with(environment));
    }

    public void release(ReleaseInForce release) {
        change(s -> s.with(release));
    }

    public void drill(Optional<String> words) {
        change(s -> s.withDrill(words));
    }

    public void connections(List<ConnectionReport> reports) {
        change(s -> s.withConnections(reports));
    }

    /** How the journal stands. */
    public void journal(ConnectionReport report) {
        change(s -> s.withJournal(report));
    }

    public void poll(PollStatus status) {
        change(s -> s.with(status));
    }

    public void stalls(Stalls seen) {
        change(s -> s.with(seen));
    }

    /** Tells a person; a notice of the same cause takes the old one's place. */
    public void tell(Notice notice) {
        change(s -> s.with(notice));
    }

    /** A person has read a notice, or its cause is gone. */
    public void dismiss(String cause) {
        change(s -> s.withoutNotice(cause));
    }

    private void change(UnaryOperator<ShellState> change) {
        ShellState next = change.apply(state.get());
        if (!next.equals(state.get())) {
            state.set(next);
        }
    }
}
