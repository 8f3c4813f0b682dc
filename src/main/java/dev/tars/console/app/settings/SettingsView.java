package dev.tars.console.app.settings;

import dev.tars.console.app.environments.Environment;
import dev.tars.console.app.environments.EnvironmentBook;
import dev.tars.console.app.shell.ReleaseInForce;
import dev.tars.console.base.Figures;
import dev.tars.console.base.Unit;
import dev.tars.console.connect.http.HttpEndpoint;
import dev.tars.console.release.ReleaseFile;
import dev.tars.console.ui.Texts;
import dev.tars.console.ui.controls.Look;
import dev.tars.console.ui.controls.ProblemPane;
import dev.tars.console.ui.controls.StatusPill;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.util.StringConverter;

/** The settings page: look, zone, environments, release. A change holds at once. */
public final class SettingsView {

    private final SettingsStore store;
    private final ObservableValue<SettingsFacts> facts;
    private final List<Integer> scales;
    private final Consumer<Environment> activate;
    private final Runnable again;
    private final Texts texts;

    @FXML
    private ToggleGroup appearances;

    @FXML
    private ToggleGroup densities;

    @FXML
    private ToggleButton system;

    @FXML
    private ToggleButton light;

    @FXML
    private ToggleButton dark;

    @FXML
    private ToggleButton compact;

    @FXML
    private ToggleButton standard;

    @FXML
    private ToggleButton comfortable;

    @FXML
    private ComboBox<Integer> scale;

    @FXML
    private ComboBox<String> zone;

    @FXML
    private Button readAgain;

    @FXML
    private TextField environmentsFile;

    @FXML
    private Label environmentsNone;

    @FXML
    private ProblemPane environmentsProblem;

    @FXML
    private GridPane environments;

    @FXML
    private TextField releaseOrigin;

    @FXML
    private GridPane releaseFiles;

    @SuppressWarnings("NullAway.Init")
    SettingsView(
            SettingsStore store,
            ObservableValue<SettingsFacts> facts,
            List<Integer> scales,
            Consumer<Environment> activate,
            Runnable again,
            Texts texts) {
        this.store = store;
        this.facts = facts;
        this.scales = scales;
        this.activate = activate;
        this.again = again;
        this.texts = texts;
    }

    @FXML
    void initialize() {
        choice(
                appearances,
                Map.of(system, Appearance.SYSTEM, light, Appearance.LIGHT, dark, Appearance.DARK),
                value -> store.change(s -> s.withAppearance(value)));
        choice(
                densities,
                Map.of(compact, Density.COMPACT, standard, Density.STANDARD, comfortable, Density.COMFORTABLE),
                value -> store.change(s -> s.withDensity(value)));
        scale.getItems().setAll(scales);
        scale.setConverter(new Percent());
        scale.setOnAction(e ->
                Optional.ofNullable(scale.getValue()).ifPresent(percent -> store.change(s -> s.withScale(percent))));
        zone.getItems().setAll(zones());
        zone.setOnAction(e ->
                Optional.ofNullable(zone.getValue()).ifPresent(id -> store.change(s -> s.withZone(ZoneId.of(id)))));
        readAgain.setOnAction(e -> again.run());
        store.settingsProperty().subscribe(this::paintSettings);
        facts.subscribe(this::paintFacts);
    }

    /** A segment that is chosen cannot be left with none chosen. */
    private static <T> void choice(ToggleGroup group, Map<ToggleButton, T> values, Consumer<T> change) {
        values.forEach((button, value) -> button.setUserData(value));
        group.selectedToggleProperty().addListener((observable, before, now) -> {
            if (now == null) {
                group.selectToggle(before);
            } else {
                values.entrySet().stream()
                        .filter(e -> e.getKey().equals(now))
                        .findFirst()
                        .ifPresent(e -> change.accept(e.getValue()));
            }
        });
    }

    private static List<String> zones() {
        TreeSet<String> all = new TreeSet<>(ZoneId.getAvailableZoneIds());
        all.removeIf(id -> id.startsWith("SystemV/") || !id.contains("/"));
        List<String> first = List.of("UTC", ZoneId.systemDefault().getId());
        return java.util.stream.Stream.concat(first.stream(), all.stream())
                .distinct()
                .toList();
    }

    private void paintSettings(Settings settings) {
        select(appearances, settings.appearance());
        select(densities, settings.density());
        scale.setValue(settings.scale());
        zone.setValue(settings.zone().getId());
    }

    private static void select(ToggleGroup group, Object value) {
        group.getToggles().stream()
                .filter(toggle -> value.equals(toggle.getUserData()))
                .findFirst()
                .ifPresent(group::selectToggle);
    }

    private void paintFacts(SettingsFacts now) {
        paintBook(now.book(), now.active());
        paintRelease(now.release());
    }

    private void paintBook(EnvironmentBook book, String active) {
        environmentsFile.setText(book.file().toString());
        visible(environmentsNone, book.problem().isEmpty() && book.all().size() == 1);
        visible(environmentsProblem, book.problem().isPresent());
        book.problem().ifPresent(problem -> environmentsProblem.show(problem, Optional.empty()));
        environments.getChildren().clear();
        for (Environment each : book.all()) {
            Label name = new Label(each.shownName());
            name.getStyleClass().addAll("env-chip", "env-name");
            javafx.scene.layout.HBox band = new javafx.scene.layout.HBox(name);
            band.getStyleClass().addAll("settings-band", each.colour().styleClass());
            Label where = new Label(each.where());
            where.setWrapText(true);
            Label address =
                    new Label(each.prometheus().map(HttpEndpoint::address).orElse(""));
            address.getStyleClass().addAll("mono", "muted");
            environments.addRow(environments.getRowCount(), band, openButton(each, active), where, address);
        }
    }

    private Node openButton(Environment environment, String active) {
        if (environment.name().equals(active)) {
            return new StatusPill(Look.RUNNING, texts.get("settings.environments.active"));
        }
        Button open = new Button(texts.get("settings.environments.open", environment.name()));
        open.setId("open-" + environment.name());
        open.getStyleClass().add("small");
        open.setOnAction(e -> activate.accept(environment));
        return open;
    }

    private void paintRelease(ReleaseInForce release) {
        releaseOrigin.setText(
                release.release().words().isEmpty()
                        ? release.origin()
                        : texts.get("settings.release.origin", release.release().words(), release.origin()));
        releaseFiles.getChildren().clear();
        for (ReleaseFile file : release.files()) {
            Label size = new Label(Figures.of(file.size(), Unit.BYTES));
            size.getStyleClass().add("muted");
            TextField hash = new TextField(file.sha256());
            hash.setEditable(false);
            hash.setPrefColumnCount(66);
            hash.getStyleClass().addAll("evidence-text", "mono");
            releaseFiles.addRow(releaseFiles.getRowCount(), new Label(file.name()), size, hash);
        }
    }

    private static void visible(Node node, boolean on) {
        node.setVisible(on);
        node.setManaged(on);
    }

    Node first() {
        return Optional.ofNullable((Node) appearances.getSelectedToggle()).orElse(scale);
    }

    private static final class Percent extends StringConverter<Integer> {
        @Override
        public String toString(Integer percent) {
            return percent + "\u00a0%";
        }

        @Override
        public Integer fromString(String text) {
            return Integer.valueOf(text.replaceAll("[^0-9]", ""));
        }
    }
}
