package dev.tars.console.checklist.view;

import dev.tars.console.base.Background;
import dev.tars.console.base.Problem;
import dev.tars.console.checklist.ChecklistBoard;
import dev.tars.console.checklist.ChecklistFeed;
import dev.tars.console.checklist.ChecklistSnapshot;
import dev.tars.console.checklist.GoNoGo;
import dev.tars.console.checklist.ItemStatus;
import dev.tars.console.checklist.PersonDesk;
import dev.tars.console.checklist.RunChoice;
import dev.tars.console.journal.Subscription;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What the page shows and does. All methods belong to the FX thread. Follows the list from its making to {@link #close}. */
public final class ChecklistViewModel implements AutoCloseable {

    private final ChecklistFeed feed;
    private final PersonDesk desk;
    private final Background background;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<ChecklistState> state;
    private final Background.Relay<Gates> relay;
    private final Subscription subscription;
    private Optional<Background.Handle> speaking = Optional.empty();

    public ChecklistViewModel(ChecklistFeed feed, PersonDesk desk, Background background, Clock clock) {
        this.feed = feed;
        this.desk = desk;
        this.background = background;
        this.clock = clock;
        this.state = new ReadOnlyObjectWrapper<>(ChecklistState.of(
                Gates.of(ChecklistSnapshot.notRead(feed.newest().file())),
                ChecklistChoice.FIRST,
                Optional.empty(),
                ""));
        this.relay = background.relay(this::show);
        // Counted on the feed's thread: five thousand items are not the FX thread's.
        this.subscription = feed.subscribe(snapshot -> relay.send(Gates.of(snapshot)));
    }

    public ReadOnlyObjectProperty<ChecklistState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    ChecklistState getState() {
        return state.get();
    }

    /** The verdict of the gate that is shown. */
    public GoNoGo verdict() {
        return state.get().verdict();
    }

    private void show(Gates gates) {
        put(gates, state.get().choice(), state.get().saying());
    }

    private void put(Gates gates, ChecklistChoice choice, Optional<Saying> saying) {
        String unavailable = desk.standing().map(Problem::what).orElse("");
        if (!getState().isOf(gates, choice, saying, unavailable)) {
            state.set(ChecklistState.of(gates, choice, saying, unavailable));
        }
    }

    private void choose(ChecklistChoice choice) {
        if (!choice.equals(state.get().choice())) {
            put(state.get().gates(), choice, state.get().saying());
        }
    }

    void gate(String name) {
        choose(state.get().choice().gate(name));
    }

    void filter(String words) {
        choose(state.get().choice().filter(words));
    }

    void show(ChecklistChoice.Show which) {
        choose(state.get().choice().show(which, desk.person().name()));
    }

    void clearFilter() {
        choose(state.get().choice().filter("").show(ChecklistChoice.Show.ALL, ""));
    }

    /** Another item is shown in the detail; what was about to be said of the one before is dropped. */
    void select(String id) {
        ChecklistState now = state.get();
        if (now.choice().selected().filter(id::equals).isEmpty()) {
            put(now.gates(), now.choice().select(Optional.of(id)), Optional.empty());
        }
    }

    void toggleWhyNot() {
        choose(state.get().choice().whyNot(!state.get().choice().whyNot()));
    }

    /** Esc: first what is about to be said, then the drawer, then the filter. @return whether anything was left */
    boolean leave() {
        ChecklistState now = state.get();
        if (now.saying().isPresent()) {
            endSaying();
        } else if (now.choice().whyNot()) {
            toggleWhyNot();
        } else if (now.choice().isFiltered()) {
            clearFilter();
        } else {
            return false;
        }
        return true;
    }

    void runAll() {
        board().ifPresent(board -> feed.run(RunChoice.all(board, state.get().gate())));
    }

    void runFailed() {
        board().ifPresent(board -> feed.run(RunChoice.failed(board, state.get().gate())));
    }

    void runSection(String section) {
        board().ifPresent(board -> feed.run(RunChoice.section(board, state.get().gate(), section)));
    }

    void runSelected() {
        state.get().selected().filter(ItemStatus::automatic).ifPresent(status -> feed.run(List.of(status.id())));
    }

    void cancelRun() {
        feed.cancel();
    }

    void readAgain() {
        feed.readAgain();
    }

    private Optional<ChecklistBoard> board() {
        return state.get().gates().snapshot().board();
    }

    /** Opens the place in the detail where something is said of the selected item. */
    void begin(Saying.Kind kind) {
        ChecklistState now = state.get();
        if (now.unavailable().isEmpty()) {
            now.selected()
                    .ifPresent(status -> put(now.gates(), now.choice(), Optional.of(Saying.of(kind, status.id()))));
        }
    }

    void endSaying() {
        speaking.ifPresent(Background.Handle::cancel);
        speaking = Optional.empty();
        put(state.get().gates(), state.get().choice(), Optional.empty());
    }

    /** Who may speak, the one at the desk first. */
    List<String> speakers() {
        return desk.speakers();
    }

    boolean asksForKey() {
        return desk.asksForKey();
    }

    /** Says it, with the words that were shown. @param lasting of a waiver; anything else has none */
    void say(String speaker, char[] passphrase, String words, Duration lasting) {
        ChecklistState now = state.get();
        Optional<ItemStatus> status = now.selected();
        if (now.saying().filter(s -> !s.busy()).isEmpty() || status.isEmpty()) {
            Arrays.fill(passphrase, '\0');
            return;
        }
        Saying saying = now.saying().get();
        put(now.gates(), now.choice(), Optional.of(saying.asBusy()));
        Map<String, String> prints = now.gates().snapshot().fingerprints();
        PersonDesk.Speaker who = new PersonDesk.Speaker(speaker, passphrase);
        Background.Work<Boolean> work = progress -> {
            try {
                speak(saying.kind(), status.get(), words, lasting, prints, who);
                return true;
            } finally {
                Arrays.fill(passphrase, '\0');
            }
        };
        speaking = Optional.of(background.run(
                "Keeping what was said of " + status.get().id(),
                work,
                done -> put(state.get().gates(), state.get().choice(), Optional.empty()),
                problem -> put(state.get().gates(), state.get().choice(), Optional.of(saying.failed(problem)))));
    }

    private void speak(
            Saying.Kind kind,
            ItemStatus status,
            String words,
            Duration lasting,
            Map<String, String> prints,
            PersonDesk.Speaker who)
            throws Exception {
        switch (kind) {
            case SIGN -> desk.sign(status, words, prints, who);
            case WAIVE -> desk.waive(status, words, clock.instant().plus(lasting), prints, who);
            case NOT_APPLICABLE -> desk.notApplicable(status, words, who);
            case NOTE -> desk.note(status, words);
            case RESET -> desk.reset(status, words);
        }
    }

    @Override
    public void close() {
        speaking.ifPresent(Background.Handle::cancel);
        subscription.close();
        relay.close();
    }
}
