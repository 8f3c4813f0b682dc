package dev.tars.console.app.settings;

import dev.tars.console.app.settings.PeopleSettings.State;
import dev.tars.console.base.Problem;
import dev.tars.console.release.ApprovalRequest;
import dev.tars.console.release.ApprovalText;
import dev.tars.console.release.Person;
import dev.tars.console.release.PersonKey;
import dev.tars.console.release.Role;
import dev.tars.console.ui.Texts;
import dev.tars.console.ui.controls.ProblemPane;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.GridPane;
import javafx.util.StringConverter;

/** People on the settings page: who sits here, who counts, whose keys are here, signing for another desk. */
public final class PeopleView {

    private final PeopleSettings people;
    private final Texts texts;

    @FXML
    private CheckBox readOnly;

    @FXML
    private Label readOnlyForced;

    @FXML
    private ComboBox<String> desk;

    @FXML
    private Label deskRole;

    @FXML
    private TextField file;

    @FXML
    private Label none;

    @FXML
    private ProblemPane problem;

    @FXML
    private GridPane rows;

    @FXML
    private Button again;

    @FXML
    private TextField keyName;

    @FXML
    private PasswordField keyPassphrase;

    @FXML
    private PasswordField keyPassphraseAgain;

    @FXML
    private Button createKey;

    @FXML
    private TextField addName;

    @FXML
    private ComboBox<Role> addRole;

    @FXML
    private TextField addKey;

    @FXML
    private Button add;

    @FXML
    private Button pasteRequest;

    @FXML
    private TextArea request;

    @FXML
    private ComboBox<String> signer;

    @FXML
    private PasswordField signPassphrase;

    @FXML
    private Button sign;

    @FXML
    private Label said;

    private Optional<String> requestText = Optional.empty();
    private boolean painting;

    @SuppressWarnings("NullAway.Init")
    PeopleView(PeopleSettings people, Texts texts) {
        this.people = people;
        this.texts = texts;
    }

    @FXML
    void initialize() {
        readOnly.setOnAction(e -> people.readOnly(readOnly.isSelected()));
        desk.setOnAction(e -> {
            if (!painting) {
                Optional.ofNullable(desk.getValue()).ifPresent(people::sits);
            }
        });
        again.setOnAction(e -> people.readAgain());
        createKey.setOnAction(e -> createKey());
        addRole.getItems().setAll(PeopleSettings.roles());
        addRole.setValue(Role.OPERATOR);
        addRole.setConverter(new RoleWords());
        add.setOnAction(e -> add());
        pasteRequest.setOnAction(e -> pasteRequest());
        sign.setOnAction(e -> sign());
        visible(request, false);
        visible(said, false);
        visible(problem, false);
        people.stateProperty().subscribe(this::paint);
    }

    private void paint(State state) {
        painting = true;
        readOnly.setSelected(state.readOnly());
        readOnly.setDisable(state.forced());
        visible(readOnlyForced, state.forced());
        List<String> names =
                new ArrayList<>(state.people().stream().map(Person::name).toList());
        if (!names.contains(state.desk().name())) {
            names.add(state.desk().name());
        }
        desk.getItems().setAll(names);
        desk.setValue(state.desk().name());
        deskRole.setText(word(state.desk().role()));
        file.setText(state.file().toString());
        visible(none, state.people().isEmpty() && state.problem().isEmpty());
        state.problem().ifPresent(this::fail);
        rows.getChildren().clear();
        for (Person each : state.people()) {
            Label key = new Label(each.key().map(PersonKey::text).orElse(""));
            key.getStyleClass().addAll("mono", "muted");
            Label here = new Label(state.keys().contains(each.name()) ? texts.get("settings.people.here") : "");
            here.getStyleClass().add("muted");
            rows.addRow(rows.getRowCount(), new Label(each.name()), new Label(word(each.role())), here, key);
        }
        signer.getItems().setAll(state.keys());
        if (state.keys().contains(state.desk().name())) {
            signer.setValue(state.desk().name());
        }
        painting = false;
    }

    private void createKey() {
        String name = keyName.getText().strip();
        char[] first = keyPassphrase.getText().toCharArray();
        char[] second = keyPassphraseAgain.getText().toCharArray();
        boolean same = Arrays.equals(first, second);
        Arrays.fill(second, '\0');
        if (!same || !Person.isName(name)) {
            Arrays.fill(first, '\0');
            fail(Problem.of(
                    texts.get(same ? "settings.people.noname" : "settings.people.twopassphrases"),
                    "",
                    texts.get("settings.people.nokey"),
                    ""));
            return;
        }
        keyPassphrase.clear();
        keyPassphraseAgain.clear();
        people.createKey(
                name,
                first,
                key -> {
                    addName.setText(name);
                    addKey.setText(key.text());
                    say(texts.get("settings.people.made", name));
                },
                this::fail);
    }

    private void add() {
        try {
            people.add(new Person(
                    addName.getText().strip(),
                    addRole.getValue(),
                    Optional.of(new PersonKey(addKey.getText().strip()))));
        } catch (IllegalArgumentException e) {
            fail(Problem.of(
                    texts.get("settings.people.notadded", String.valueOf(e.getMessage())),
                    "",
                    texts.get("settings.people.unchanged"),
                    ""));
        }
    }

    /** What would be signed is shown before it can be. */
    private void pasteRequest() {
        String text =
                Optional.ofNullable(Clipboard.getSystemClipboard().getString()).orElse("");
        try {
            ApprovalRequest read = ApprovalText.readRequest(text);
            requestText = Optional.of(text);
            request.setText(texts.get(
                    "settings.people.request",
                    read.requester(),
                    read.plan().title(),
                    read.plan().environment(),
                    read.plan().harm().name().toLowerCase(Locale.ROOT),
                    read.expires(),
                    read.plan().shortHash(),
                    String.join("\n", read.plan().steps())));
            visible(request, true);
            visible(problem, false);
        } catch (ApprovalText.Unreadable e) {
            requestText = Optional.empty();
            visible(request, false);
            fail(e.problem());
        }
    }

    private void sign() {
        Optional<String> who = Optional.ofNullable(signer.getValue());
        if (requestText.isEmpty() || who.isEmpty()) {
            fail(Problem.of(texts.get("settings.people.nothing"), "", texts.get("settings.people.unsigned"), ""));
            return;
        }
        char[] passphrase = signPassphrase.getText().toCharArray();
        signPassphrase.clear();
        people.sign(
                requestText.get(),
                who.get(),
                passphrase,
                answer -> {
                    Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, answer));
                    say(texts.get("settings.people.signed"));
                },
                this::fail);
    }

    private void say(String words) {
        said.setText(words);
        visible(said, true);
        visible(problem, false);
    }

    private void fail(Problem why) {
        problem.show(why, Optional.empty());
        visible(problem, true);
        visible(said, false);
    }

    private String word(Role role) {
        return texts.get("settings.people.role." + role.name().toLowerCase(Locale.ROOT));
    }

    private static void visible(Node node, boolean on) {
        node.setVisible(on);
        node.setManaged(on);
    }

    private final class RoleWords extends StringConverter<Role> {
        @Override
        public String toString(Role role) {
            return word(role);
        }

        @Override
        public Role fromString(String words) {
            throw new UnsupportedOperationException("the list is not typed into");
        }
    }
}
