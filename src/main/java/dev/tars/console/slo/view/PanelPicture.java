package dev.tars.console.slo.view;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javax.imageio.ImageIO;

/** A part of the panel as a picture under a line that says where and when it was taken. */
final class PanelPicture {

    private PanelPicture() {}

    /**
     * Takes the picture; on the FX thread.
     *
     * @param what what the picture shows
     * @param where the environment, practice named as such
     * @param when the time it speaks for
     */
    static WritableImage of(Node node, String what, String where, String when, boolean isPractice) {
        Scene scene = node.getScene();
        SnapshotParameters plain = new SnapshotParameters();
        WritableImage shot = node.snapshot(plain, null);
        Label name = new Label(what);
        name.getStyleClass().add("strong");
        Label environment = new Label(where);
        environment.getStyleClass().addAll("picture-environment");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox line = new HBox(environment, name, space, new Label(when));
        line.getStyleClass().addAll("picture-line", isPractice ? "env-practice" : "env-plain");
        VBox frame = new VBox(line, new ImageView(shot));
        frame.getStyleClass().addAll("slo-view", "picture");
        dress(frame, node, scene);
        return frame.getScene().snapshot(null);
    }

    /** The same sheets as the page the node is on. */
    private static void dress(Parent frame, Node node, Scene scene) {
        Scene own = new Scene(frame);
        own.getStylesheets().setAll(scene.getStylesheets());
        for (Parent p = node.getParent(); p != null; p = p.getParent()) {
            frame.getStylesheets().addAll(p.getStylesheets());
        }
    }

    /** PNG bytes; on a worker. */
    static byte[] png(Image image) throws IOException {
        BufferedImage pixels = SwingFXUtils.fromFXImage(image, null);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (!ImageIO.write(pixels, "png", out)) {
            throw new IOException("this Java writes no PNG");
        }
        return out.toByteArray();
    }
}
