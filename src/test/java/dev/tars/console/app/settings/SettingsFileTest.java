package dev.tars.console.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tars.console.ui.background.ManualBackground;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway.Init") // JUnit gives the folder
class SettingsFileTest {

    @TempDir
    Path folder;

    private final Settings arranged = Settings.DEFAULT
            .withAppearance(Appearance.DARK)
            .withScale(150)
            .withDensity(Density.COMFORTABLE)
            .withZone(ZoneId.of("Europe/Berlin"))
            .withEnvironment("prod-eu")
            .withWindow(new WindowPlace(-1200, 40, 1280, 800, true))
            .withPanel("slo.\"columns\"", "a\\b\n1,2");

    private Path file() {
        return folder.resolve("deep/settings.yaml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-US", "de-DE", "ar-EG", "tr-TR"})
    void whatIsWrittenIsReadBackInAnyLocale(String tag) throws IOException {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(tag));
            SettingsFile settings = new SettingsFile(file());
            settings.save(arranged);
            assertThat(settings.load().settings()).isEqualTo(arranged);
            assertThat(settings.load().problem()).isEmpty();
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void withoutAFileTheDefaultsHoldAndNothingIsWrong() {
        SettingsFile.Loaded loaded = new SettingsFile(file()).load();
        assertThat(loaded.settings()).isEqualTo(Settings.DEFAULT);
        assertThat(loaded.problem()).isEmpty();
    }

    @Test
    void aFileThatIsNoTextIsKeptAsideToo() throws IOException {
        Files.createDirectories(file().getParent());
        byte[] latin1 = {'#', ' ', (byte) 0xfc, '\n'};
        Files.write(file(), latin1);
        SettingsFile.Loaded loaded = new SettingsFile(file()).load();
        assertThat(loaded.problem().orElseThrow().what()).contains("not UTF-8");
        assertThat(file().resolveSibling("settings.yaml.broken-1")).hasBinaryContent(latin1);
    }

    @Test
    void aBrokenFileIsKeptAsideUnderAFreeNameAndReported() throws IOException {
        Files.createDirectories(file().getParent());
        String broken = "version: 1\nscale: 900\n";
        SettingsFile settings = new SettingsFile(file());
        for (int n = 1; n <= 2; n++) {
            Files.writeString(file(), broken);
            SettingsFile.Loaded loaded = settings.load();
            assertThat(loaded.settings()).isEqualTo(Settings.DEFAULT);
            assertThat(loaded.problem().orElseThrow().what()).contains("scale is 900");
            assertThat(loaded.problem().orElseThrow().where()).endsWith("settings.yaml:2");
            assertThat(loaded.problem().orElseThrow().mend()).contains("settings.yaml.broken-" + n);
            assertThat(file().resolveSibling("settings.yaml.broken-" + n)).hasContent(broken);
            assertThat(file()).doesNotExist();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "version: 1\nzone: Mars/Olympus\n",
                "version: 1\nwindow: {x: 1}\n",
                "version: 1\nwindow: {x: 1, y: 1, width: 5, height: 5, maximised: true}\n",
                "version: 1\ndensity: dense\n",
                "version: 1\npanels: [a]\n",
                "version: 1\ncolour: red\n"
            })
    void nonsenseIsRefusedNotGuessed(String text) throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), text);
        assertThat(new SettingsFile(file()).load().problem()).isPresent();
    }

    @Test
    void savingLeavesNoOtherFileBehind() throws IOException {
        SettingsFile settings = new SettingsFile(file());
        settings.save(arranged);
        settings.save(Settings.DEFAULT);
        try (Stream<Path> files = Files.list(file().getParent())) {
            assertThat(files).containsExactly(file());
        }
    }

    @Test
    void manyChangesAreWrittenOnceWithTheNextSecond() throws IOException {
        ManualBackground background = new ManualBackground();
        SimpleObjectProperty<Instant> second = new SimpleObjectProperty<>(Instant.EPOCH);
        SettingsFile settings = new SettingsFile(file());
        try (SettingsStore store = new SettingsStore(settings, Settings.DEFAULT, background, second)) {
            store.change(s -> s.withScale(110));
            store.change(s -> s.withScale(125));
            assertThat(background.pending()).isZero();
            second.set(Instant.ofEpochSecond(1));
            second.set(Instant.ofEpochSecond(2));
            assertThat(background.pending()).isEqualTo(1);
            background.crank();
            assertThat(settings.load().settings().scale()).isEqualTo(125);
            store.change(s -> s.withPanel("a", "b").withPanel("c", "d").withPanel("a", ""));
        }
        assertThat(settings.load().settings().panels()).containsExactly(Map.entry("c", "d"));
    }

    @Test
    void aFileThatCannotBeReadIsNotReplaced() throws IOException {
        // A folder in the file's place: unreadable even for an administrator.
        Files.createDirectories(file());
        SettingsFile settings = new SettingsFile(file());
        assertThat(settings.load().problem().orElseThrow().consequence()).contains("stays as it is");
        assertThatThrownBy(() -> settings.save(arranged))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not replaced");
    }

    @Test
    void aWriteThatFailsIsTriedAgainHalfAMinuteLater() throws IOException {
        ManualBackground background = new ManualBackground();
        SimpleObjectProperty<Instant> second = new SimpleObjectProperty<>(Instant.EPOCH);
        Path inTheWay = Files.writeString(folder.resolve("deep"), "no folder");
        SettingsFile settings = new SettingsFile(file());
        try (SettingsStore store = new SettingsStore(settings, Settings.DEFAULT, background, second)) {
            store.change(s -> s.withScale(110));
            second.set(Instant.ofEpochSecond(1));
            background.crank();
            second.set(Instant.ofEpochSecond(30));
            assertThat(background.pending()).isZero();
            Files.delete(inTheWay);
            second.set(Instant.ofEpochSecond(31));
            background.crank();
            assertThat(settings.load().settings().scale()).isEqualTo(110);
        }
    }

    @Test
    void foldersFollowTheCustomOfTheSystem() {
        Path home = Path.of("/home/ops");
        assertThat(UserFolders.of("Linux", Map.of(), home).settings())
                .isEqualTo(Path.of("/home/ops/.config/tars-console/settings.yaml"));
        assertThat(UserFolders.of("Linux", Map.of("XDG_CONFIG_HOME", "/x", "XDG_STATE_HOME", "rel"), home))
                .isEqualTo(new UserFolders(Path.of("/x/tars-console"), Path.of("/home/ops/.local/state/tars-console")));
        assertThat(UserFolders.of("Mac OS X", Map.of(), home).environments().toString())
                .contains("Library/Application Support");
        assertThat(UserFolders.of("Windows 11", Map.of("APPDATA", "/roaming"), home)
                        .config())
                .isEqualTo(Path.of("/roaming/tars-console"));
    }

    @Test
    void theDesktopIsDarkWhereGtkSaysSo() throws InterruptedException {
        assertThat(new SystemAppearance("Linux", Map.of("GTK_THEME", "Adwaita:dark")).isDark())
                .isTrue();
        assertThat(new SystemAppearance("Linux", Map.of("GTK_THEME", "Adwaita")).isDark())
                .isFalse();
    }
}
