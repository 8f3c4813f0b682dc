package dev.tars.console.app;

import static dev.tars.console.app.GuardedWindow.eventually;
import static dev.tars.console.app.GuardedWindow.fx;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tars.console.release.SigningKey;
import dev.tars.console.ui.UiAction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;

/**
 * Every action there is that changes something, in a real window: by every entry it has, for every person, mode and
 * protection. What is not in the table is not there; an action that is new needs a row.
 */
@ExtendWith(ApplicationExtension.class)
@Timeout(240)
@SuppressWarnings("NullAway.Init") // the window is opened by each test
class EveryActionTest {

    private enum Entry {
        PALETTE,
        KEY,
        BUTTON,
        MENU
    }

    /** What the guard wants to be given. */
    private enum Least {
        NEVER,
        CLICK,
        NAME,
        SECOND
    }

    /** Id, the event it leaves between intent and outcome, entries. */
    private static final String ACTIONS = """
            release.mark     release.began     PALETTE
            release.unmark   release.cleared   PALETTE
            slo.acknowledge  slo.acknowledged  PALETTE KEY
            people.add       -                 BUTTON
            """;

    /** Place | viewer, stranger | operator, approver. In read-only nobody. All of it is reversible. */
    private static final String PLACES = """
            lab     NEVER  CLICK
            prod    NEVER  NAME
            strict  NEVER  SECOND
            """;

    /** Looks that go through the guard too; they leave no intent, and nobody is refused. */
    private static final List<String> LOOKS =
            List.of("environment.again", "environment.lab", "environment.prod", "environment.strict");

    private static final int ENTRIES = 5;

    private record Row(String id, String effect, List<Entry> entries) {}

    @TempDir
    Path folder;

    private StubPrometheus server;
    private GuardedWindow window;
    private int added;

    @BeforeEach
    void write() throws IOException {
        server = new StubPrometheus();
        String at = "    prometheus: {url: '" + server.url() + "'}\n";
        Files.writeString(
                folder.resolve("environments.yaml"),
                "version: 1\nenvironments:\n  - name: lab\n" + at + "  - name: prod\n    protection: protected\n" + at
                        + "  - name: strict\n    protection: protected\n    approvers: {count: 1, from: reversible}\n"
                        + at);
        Map<String, String> roles = new LinkedHashMap<>();
        roles.put("Vera", "viewer");
        roles.put("Otto", "operator");
        roles.put("Anna", "approver");
        roles.put("Ben", "approver");
        Files.writeString(
                folder.resolve("people.yaml"),
                "version: 1\npeople:\n"
                        + roles.entrySet().stream()
                                .map(each -> "  - {name: " + each.getKey() + ", role: " + each.getValue() + ", key: '"
                                        + SigningKey.create(each.getKey())
                                                .publicKey()
                                                .text() + "'}\n")
                                .collect(Collectors.joining()));
        window = new GuardedWindow(folder, Map.of("USER", "Sam"), "--environment", "lab");
    }

    @AfterEach
    void close() throws IOException {
        window.close();
        server.close();
    }

    private static List<Row> rows() {
        return ACTIONS.lines()
                .map(line -> line.split(" +"))
                .map(word -> new Row(
                        word[0],
                        word[1],
                        List.of(word).subList(2, word.length).stream()
                                .map(Entry::valueOf)
                                .toList()))
                .toList();
    }

    /** Every person and mode on one place; on the others what differs there. */
    @Test
    void everyEntryOfEveryActionEndsBeforeTheOneGuard() throws Exception {
        run(List.of("Vera", "Otto"), List.of("Otto"), false);
    }

    /** Every cell there is. */
    @Test
    @Tag("long")
    @Timeout(900)
    void everyCellGoesThroughTheOneGuard() throws Exception {
        List<String> all = List.of("Sam", "Vera", "Otto", "Anna");
        run(all, all, true);
    }

    private void run(List<String> first, List<String> elsewhere, boolean readOnlyEverywhere) throws Exception {
        eventually(
                "the journal is open",
                () -> window.app().model().getState().journal().isPresent()
                        && window.app()
                                .model()
                                .getState()
                                .journal()
                                .get()
                                .problem()
                                .isEmpty());
        int cells = 0;
        for (String line : PLACES.lines().toList()) {
            String[] place = line.split(" +");
            window.open(place[0]);
            List<String> people = place[0].equals("lab") ? first : elsewhere;
            for (String person : people) {
                window.sits(person);
                Least least = Least.valueOf(person.equals("Otto") || person.equals("Anna") ? place[2] : place[1]);
                cells += cells(place[0], least);
            }
            window.readOnly(true);
            for (String person : readOnlyEverywhere ? people : List.of("Otto")) {
                if (readOnlyEverywhere || place[0].equals("lab")) {
                    window.sits(person);
                    cells += cells(place[0], Least.NEVER);
                }
            }
            window.readOnly(false);
        }
        int readOnly = readOnlyEverywhere ? first.size() + 2 * elsewhere.size() : 1;
        assertThat(cells).isEqualTo((first.size() + 2 * elsewhere.size() + readOnly) * ENTRIES);
    }

    private int cells(String place, Least least) throws Exception {
        window.chooseObjective();
        List<String> harmful = window.actions().stream()
                .filter(action -> action.harm() != UiAction.Harm.READ)
                .map(UiAction::id)
                .toList();
        assertThat(harmful).containsExactlyInAnyOrder("release.mark", "release.unmark", "slo.acknowledge");
        for (String look : LOOKS) {
            assertThat(window.reason(look)).isIn("", "it is open");
        }
        return least == Least.NEVER ? shut() : open(place, least);
    }

    /** Every entry is shut and says why; and past the entry there is still the guard. */
    private int shut() throws Exception {
        int before = window.kinds(0).size();
        int cells = 0;
        for (Row row : rows()) {
            if (row.entries().contains(Entry.PALETTE)) {
                assertThat(window.reason(row.id())).as(row.id()).isNotBlank();
                window.palette(window.action(row.id()).orElseThrow().name());
            }
            if (row.entries().contains(Entry.KEY)) {
                window.hide();
                window.key(KeyCode.A);
            }
            assertThat(window.isCovered()).as(row.id()).isFalse();
            if (row.entries().contains(Entry.BUTTON)) {
                addPerson();
            } else {
                window.hide();
                UiAction action = window.action(row.id()).orElseThrow();
                fx(() -> action.run().run());
                window.giveReason("known, rolled back at noon");
            }
            eventually(row.id() + " is refused past its entry", window::isRefused);
            window.hide();
            cells += row.entries().size();
        }
        assertThat(window.kinds(before)).isEmpty();
        return cells;
    }

    private int open(String place, Least least) throws Exception {
        int cells = 0;
        for (Row row : rows()) {
            for (Entry entry : row.entries()) {
                if (row.id().equals("release.unmark")) {
                    mark(place, least);
                }
                cell(row, entry, place, least);
                window.hide();
                cells++;
            }
        }
        return cells;
    }

    /** So that there is a mark to take away; where two must sign there is none, and then that is the reason. */
    private void mark(String place, Least least) throws Exception {
        if (least != Least.SECOND && !window.reason("release.unmark").isEmpty()) {
            cell(rows().get(0), Entry.PALETTE, place, least);
            eventually(
                    "the mark has come back from the journal",
                    () -> window.reason("release.unmark").isEmpty());
        }
    }

    private void cell(Row row, Entry entry, String place, Least least) throws Exception {
        String cell = row.id() + " by " + entry + " on " + place + ": " + least;
        long before = window.kinds(0).size();
        enter(row, entry);
        if (row.id().equals("release.unmark") && least == Least.SECOND) {
            assertThat(window.isCovered()).as("there is no mark to take away").isFalse();
            return;
        }
        eventually(cell + ": armed", window::isArmed);
        assertThat(window.asksForName()).as(cell).isEqualTo(least != Least.CLICK);
        if (least != Least.CLICK) {
            assertThat(window.confirm().isDisabled()).as(cell).isTrue();
            window.type(place.toUpperCase(java.util.Locale.ROOT));
            assertThat(window.missing()).as(cell).endsWith("is not the name of this environment.");
            window.type(place);
        }
        if (least == Least.SECOND) {
            assertThat(window.confirm().isDisabled()).as(cell).isTrue();
            assertThat(window.missing()).as(cell).endsWith("has not signed the request yet.");
            assertThat(window.kinds(before)).as(cell).isEmpty();
            return;
        }
        assertThat(window.kinds(before)).as(cell).isEmpty();
        fx(() -> window.confirm().fire());
        eventually(cell + ": recorded", () -> window.kinds(before).contains("action.outcome"));
        assertThat(window.kinds(before))
                .as(cell)
                .isEqualTo(
                        row.effect().equals("-")
                                ? List.of("action.intent", "action.outcome")
                                : List.of("action.intent", row.effect(), "action.outcome"));
        eventually(cell + ": the dialog is gone", () -> !window.isCovered());
    }

    /** As a person comes to it. */
    private void enter(Row row, Entry entry) throws Exception {
        if (entry == Entry.BUTTON) {
            addPerson();
            return;
        }
        if (entry == Entry.KEY) {
            window.chooseObjective();
            window.key(KeyCode.A);
        } else {
            window.palette(window.action(row.id()).orElseThrow().name());
        }
        window.giveReason("known, rolled back at noon");
    }

    private void addPerson() throws Exception {
        window.show("settings");
        String name = "New" + ++added;
        TextField whose = window.there(TextField.class, "#addName");
        TextField key = window.there(TextField.class, "#addKey");
        fx(() -> {
            whose.setText(name);
            key.setText(SigningKey.create(name).publicKey().text());
        });
        window.fire("#add");
    }
}
