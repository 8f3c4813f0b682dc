package dev.tars.console.release.view;

import dev.tars.console.release.Arming;
import dev.tars.console.release.Consent;
import dev.tars.console.release.view.GuardState.Phase;
import dev.tars.console.ui.Texts;
import dev.tars.console.ui.controls.Look;
import dev.tars.console.ui.controls.StatusPill;
import java.util.Map;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.FlowPane;

/** Who has signed, and the two ways to sign: with a key here, or at another desk. */
public final class GuardSignaturesView {

    private final GuardViewModel model;
    private final Texts texts;

    @FXML
    private Label needed;

    @FXML
    private FlowPane signed;

    @FXML
    private ComboBox<String> signer;

    @FXML
    private PasswordField passphrase;

    @FXML
    private Button sign;

    @FXML
    private Button copyRequest;

    @FXML
    private Button pasteAnswer;

    @SuppressWarnings("NullAway.Init")
    GuardSignaturesView(GuardViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    @FXML
    void initialize() {
        sign.setOnAction(e -> sign());
        passphrase.setOnAction(e -> sign());
        copyRequest.setOnAction(e -> model.requestText()
                .ifPresent(text -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text))));
        pasteAnswer.setOnAction(e ->
                Optional.ofNullable(Clipboard.getSystemClipboard().getString()).ifPresent(model::paste));
    }

    private void sign() {
        Optional<String> who = Optional.ofNullable(signer.getValue());
        if (who.isPresent()) {
            // The toolkit's own text cannot be wiped; the array that goes on can.
            char[] secret = passphrase.getText().toCharArray();
            passphrase.clear();
            model.sign(who.get(), secret);
        }
    }

    void show(GuardState state, Arming arming) {
        String requester = arming.request().requester();
        needed.setText(texts.get("guard.signatures", requester, arming.needs().seconds()));
        signed.getChildren().clear();
        for (Consent consent : state.given().consents()) {
            signed.getChildren().add(new StatusPill(Look.SIGNED, texts.get("guard.signed", consent.signer())));
        }
        if (!signer.getItems().equals(state.keys())) {
            signer.getItems().setAll(state.keys());
            signer.setValue(state.keys().contains(requester) ? requester : null);
        }
        boolean idle = state.phase() == Phase.ARMED;
        sign.setDisable(!idle || state.keys().isEmpty());
        pasteAnswer.setDisable(!idle);
    }
}
