package dev.tars.console.journal.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tars.console.app.Theme;
import dev.tars.console.app.settings.Density;
import dev.tars.console.base.Ticker;
import dev.tars.console.journal.Draft;
import dev.tars.console.journal.Event;
import dev.tars.console.journal.Journal;
import dev.tars.console.journal.Payload;
import dev.tars.console.journal.client.Journals;
import dev.tars.console.testing.CssLog;
import dev.tars.console.ui.Texts;
import dev.tars.console.ui.background.ManualBackground;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** The page over a real journal in a file; only the way to the FX thread is turned by hand. */
@ExtendWith(ApplicationExtension.class)
@Timeout(60)
@SuppressWarnings("NullAway.Init")
class AuditScreenTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-08-18T14:32:19Z"), ZoneOffset.UTC);
    private static final int EVENTS = 60;

    private final CssLog css = new CssLog();
    private final ManualBackground background = new ManualBackground();
    private final ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(1);
    private Path folder;
    private Path file;
    private Path exported;
    private Journal journal;
    private Theme theme;
    private AuditScreen screen;
    private Scene scene;

    @Start
    void start(Stage stage) throws Exception {
        folder = Files.createTempDirectory("audit");
        file = folder.resolve("journal.db");
        exported = folder.resolve("out.jsonl");
        journal = Journal.open(Journals.sqlite(file, Ticker.system()), CLOCK, scheduler);
        for (int i = 1; i <= EVENTS; i++) {
            append(i);
        }
        theme = new Theme();
        theme.use(Boolean.getBoolean("audit.dark"), 100, Density.STANDARD);
        screen = new AuditScreen(
                () -> journal,
                background,
                ZoneOffset.UTC,
                new Texts(),
                name -> Optional.<Ikon>of(name.equals("practice") ? Feather.REPEAT : Feather.GIT_BRANCH)
                        .filter(sign -> !name.equals("gone")),
                Optional.of((kind, name) -> Optional.of(exported)));
        scene = new Scene(screen.root(), 1102, 738);
        theme.dress(scene);
        stage.setScene(scene);
        stage.show();
        screen.open();
    }

    private void append(int number) throws Exception {
        journal.append(Draft.of(
                number % 3 == 0 ? "ben" : "anna",
                number % 2 == 0 ? "staging" : "practice",
                number == 7 ? "of.another.version" : "action.intent",
                number > 20 && number < 30
                        ? Payload.builder().run("roll-1").put("step", number).build()
                        : Payload.builder()
                                .put("title", "Mark the start of v1.0." + number)
                                .build()));
    }

    @Stop
    void stop() throws Exception {
        screen.close();
        background.crank();
        theme.release(scene);
        journal.close();
        scheduler.shutdownNow();
        try (var files = Files.walk(folder)) {
            for (Path each : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    @AfterEach
    void noLineOnJavafxCss() {
        css.close();
        assertThat(css.lines()).isEmpty();
    }

    /** Until everything that was appended so far has come to the page. */
    private void settle(FxRobot robot) throws Exception {
        robot.interact(background::crank);
        long last = journal.checkpoint().sequence();
        CountDownLatch there = new CountDownLatch(1);
        try (var delivered = journal.subscribe(last, event -> there.countDown())) {
            assertThat(there.await(5, TimeUnit.SECONDS)).isTrue();
        }
        crank(robot);
    }

    /** Until nothing is under way. */
    private void crank(FxRobot robot) {
        robot.interact(() -> {
            do {
                background.crank();
                background.crank();
            } while (background.pending() > 0);
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        });
    }

    private <T> T node(Class<T> type, String id) {
        return type.cast(scene.lookup("#" + id));
    }

    @SuppressWarnings("unchecked")
    private List<AuditRow> rows() {
        return ((ListView<AuditRow>) node(ListView.class, "audit-rows")).getItems();
    }

    private List<Event> listed() {
        return rows().stream().flatMap(row -> row.event().stream()).toList();
    }

    private String verdict() {
        return node(Label.class, "audit-verdict").getText();
    }

    @Test
    void itIsCheckedAtOnceAndSaysFirstWhetherItIsWhole(FxRobot robot) throws Exception {
        assertThat(verdict()).isEqualTo("Opening the journal");
        settle(robot);
        assertThat(verdict())
                .isEqualTo("Whole: 60 events, checked 14:32:19 UTC, last checkpoint at event 60, 18 Aug, 14:32:19 UTC");
        assertThat(listed()).hasSize(EVENTS);
        assertThat(listed().get(0).sequence()).isEqualTo(EVENTS);
        assertThat(listed()).extracting(Event::kind).contains("of.another.version");
    }

    @Test
    void eventsOfARunStandUnderOneHeading(FxRobot robot) throws Exception {
        settle(robot);
        List<AuditRow> headings =
                rows().stream().filter(row -> row.event().isEmpty()).toList();
        assertThat(headings)
                .extracting(AuditRow::run)
                .containsExactly(Optional.empty(), Optional.of("roll-1"), Optional.empty());
        assertThat(headings).extracting(AuditRow::size).containsExactly(31, 9, 20);
    }

    @Test
    void filtersNarrowWhatIsListedAndSayHowMuch(FxRobot robot) throws Exception {
        settle(robot);
        robot.interact(() -> node(TextField.class, "audit-text").setText("V1.0.5"));
        assertThat(listed()).as("rows are made off the FX thread").hasSize(EVENTS);
        crank(robot);
        assertThat(listed())
                .extracting(Event::sequence)
                .containsExactly(59L, 58L, 57L, 56L, 55L, 54L, 53L, 52L, 51L, 50L, 5L);
        robot.interact(
                () -> node(ComboBox.class, "audit-person").getSelectionModel().select(2));
        crank(robot);
        assertThat(listed()).extracting(Event::actor).containsOnly("ben");
        assertThat(node(Label.class, "audit-count").getText()).isEqualTo("3 of 60 events");
        robot.interact(() -> node(TextField.class, "audit-text").setText("nothing like it"));
        crank(robot);
        assertThat(rows()).isEmpty();
    }

    @Test
    void oneRunCanBeChosen(FxRobot robot) throws Exception {
        settle(robot);
        robot.interact(
                () -> node(ComboBox.class, "audit-run").getSelectionModel().select(1));
        crank(robot);
        assertThat(listed()).hasSize(9).allMatch(event -> event.payload().run().equals(Optional.of("roll-1")));
    }

    /** Of two filters that follow one another quickly, the rows of the first are never shown under the second. */
    @Test
    void rowsThatAreOutOfDateAreNotShown(FxRobot robot) throws Exception {
        settle(robot);
        robot.interact(() -> {
            node(TextField.class, "audit-text").setText("ben");
            background.work();
            node(TextField.class, "audit-text").setText("anna");
            background.deliver();
        });
        assertThat(listed()).as("still the rows before both").hasSize(EVENTS);
        crank(robot);
        assertThat(listed()).extracting(Event::actor).containsOnly("anna");
    }

    @Test
    void anEventIsShownWordForWord(FxRobot robot) throws Exception {
        settle(robot);
        robot.interact(
                () -> node(ListView.class, "audit-rows").getSelectionModel().select(1));
        Event last = listed().get(0);
        assertThat(node(TextArea.class, "audit-details").getText())
                .contains(last.hash())
                .contains(last.prev())
                .contains("title: Mark the start of v1.0.60");
    }

    @Test
    void newEventsDoNotMoveTheReader(FxRobot robot) throws Exception {
        settle(robot);
        append(61);
        settle(robot);
        assertThat(listed().get(0).sequence()).as("at the top they come in").isEqualTo(61);
        robot.interact(() -> node(ListView.class, "audit-rows").scrollTo(30));
        robot.interact(() -> {});
        double before = bar().getValue();
        assertThat(before).isPositive();
        append(62);
        append(63);
        settle(robot);
        assertThat(node(Button.class, "audit-fresh").isVisible()).isTrue();
        assertThat(node(Button.class, "audit-fresh").getText()).isEqualTo("2 new");
        assertThat(listed().get(0).sequence()).isEqualTo(61);
        assertThat(bar().getValue()).isEqualTo(before);
        robot.interact(() -> node(Button.class, "audit-fresh").fire());
        crank(robot);
        assertThat(listed().get(0).sequence()).isEqualTo(63);
        assertThat(node(Button.class, "audit-fresh").isVisible()).isFalse();
    }

    private ScrollBar bar() {
        return scene.lookup("#audit-rows").lookupAll(".scroll-bar").stream()
                .map(ScrollBar.class::cast)
                .filter(b -> b.getOrientation() == javafx.geometry.Orientation.VERTICAL)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatWasTamperedWithIsToldWithItsPlace(FxRobot robot) throws Exception {
        settle(robot);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TRIGGER journal_event_no_update");
            statement.execute("UPDATE journal_event SET actor = 'ben' WHERE seq = 7");
        }
        robot.interact(() -> node(Button.class, "audit-verify").fire());
        settle(robot);
        assertThat(verdict()).isEqualTo("Broken: 60 events, 1 not as written, checked 14:32:19 UTC");
        assertThat(node(Label.class, "audit-more").getText())
                .isEqualTo("Event 7 was changed: its content does not have its hash.");
    }

    @Test
    void anExportSaysWhatItWrote(FxRobot robot) throws Exception {
        settle(robot);
        robot.interact(() -> screen.actions().stream()
                .filter(action -> action.id().equals("audit.jsonl"))
                .forEach(action -> action.run().run()));
        settle(robot);
        assertThat(Files.readAllLines(exported)).hasSize(EVENTS);
        assertThat(node(Label.class, "audit-more").getText()).isEqualTo("60 events written to " + exported);
        assertThat(folder.resolve("verify_journal.py")).exists();
    }

    @Test
    void aClosedPageShowsAtOnceWhatItHadAndThenTheRest(FxRobot robot) throws Exception {
        settle(robot);
        robot.interact(screen::close);
        settle(robot);
        append(61);
        assertThat(listed()).hasSize(EVENTS);
        robot.interact(screen::open);
        settle(robot);
        assertThat(listed()).hasSize(EVENTS + 1);
    }
}
