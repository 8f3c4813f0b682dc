package dev.tars.console.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the screens are made on the FX thread, before each test
class PagesTest {

    private final Pages pages = new Pages();
    private PlainScreen live;
    private PlainScreen settings;
    private List<Page> both;

    @Start
    void start(Stage stage) {
        live = new PlainScreen("live");
        settings = new PlainScreen("settings");
        both = List.of(live.page(), settings.page());
    }

    @Test
    void theShownPageIsOpenAndTheOtherIsClosed() {
        pages.set(both);
        assertThat(live.isOpen()).isTrue();
        pages.show("settings");
        assertThat(live.isOpen()).isFalse();
        assertThat(settings.isOpen()).isTrue();
        pages.show("no such page");
        assertThat(settings.isOpen()).isTrue();
    }

    @Test
    void otherPagesOfTheSameNameTakeTheOldOnesPlace() {
        pages.set(both);
        PlainScreen anew = new PlainScreen("live");
        pages.set(List.of(anew.page(), settings.page()));
        assertThat(live.isOpen()).isFalse();
        assertThat(anew.isOpen()).isTrue();
    }

    @Test
    void aPersonStaysOnThePageTheyAreOn() {
        pages.set(both);
        pages.show("settings");
        PlainScreen anew = new PlainScreen("live");
        pages.set(List.of(anew.page(), settings.page()));
        assertThat(anew.isOpen()).isFalse();
        assertThat(settings.opened()).isEqualTo(1);
    }

    @Test
    void closingClosesTheOpenPage() {
        pages.set(both);
        pages.close();
        assertThat(live.isOpen()).isFalse();
    }
}
