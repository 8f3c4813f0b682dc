package dev.tars.console.app.shell;

import atlantafx.base.controls.Notification;
import dev.tars.console.base.Problem;
import dev.tars.console.ui.Texts;
import dev.tars.console.ui.controls.ProblemPane;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What needs a person, bottom right: at most three, then how many more. They stay until they are read. */
public final class NoticesView {

    private static final int MOST = 3;

    private final ShellViewModel model;
    private final Texts texts;
    private List<Notice> painted = List.of();
    private boolean all;
    private int room = MOST;

    @FXML
    private VBox root;

    @FXML
    private Button more;

    @FXML
    private VBox list;

    @SuppressWarnings("NullAway.Init")
    public NoticesView(ShellViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    @FXML
    void initialize() {
        root.setMaxHeight(Region.USE_PREF_SIZE);
        root.setMaxWidth(Region.USE_PREF_SIZE);
        more.setOnAction(e -> {
            all = !all;
            paint(model.getState().notices());
        });
        model.stateProperty().subscribe(state -> {
            if (!state.notices().equals(painted)) {
                paint(state.notices());
            }
        });
        paint(List.of());
    }

    private void paint(List<Notice> notices) {
        painted = notices;
        list.getChildren()
                .setAll(notices.stream()
                        .limit(all ? notices.size() : room)
                        .map(this::notification)
                        .toList());
        int hidden = Math.max(0, notices.size() - room);
        more.setVisible(hidden > 0);
        more.setManaged(hidden > 0);
        more.setText(all ? texts.get("shell.notices.fewer") : texts.get("shell.notices.more", hidden));
        root.setVisible(!notices.isEmpty());
    }

    private Notification notification(Notice notice) {
        Problem problem = notice.problem();
        String words = Stream.of(problem.what(), problem.where(), problem.consequence(), problem.mend())
                .filter(s -> !s.isEmpty())
                .collect(Collectors.joining("\n"));
        Notification notification = new Notification(words, new FontIcon(Feather.HELP_CIRCLE));
        notification.getStyleClass().add("notice");
        notification.setId("notice-" + notice.cause());
        Button copy = new Button(texts.get("ui.problem.copy"));
        copy.getStyleClass().addAll("flat", "small");
        copy.setOnAction(e ->
                Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, ProblemPane.text(problem))));
        copy.setMinWidth(Region.USE_PREF_SIZE);
        notification.setPrimaryActions(copy);
        notification.setOnClose(e -> model.dismiss(notice.cause()));
        return notification;
    }

    /** @param notices how many there is room for; one at least, three at most */
    void room(int notices) {
        int next = Math.max(1, Math.min(MOST, notices));
        if (next != room) {
            room = next;
            paint(painted);
        }
    }

    Region root() {
        return root;
    }
}
