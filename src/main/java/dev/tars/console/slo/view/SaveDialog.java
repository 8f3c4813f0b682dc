package dev.tars.console.slo.view;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.stage.FileChooser;

/** The system's own file dialog. */
final class SaveDialog implements SavePlace {

    private final Node owner;
    private Optional<File> folder = Optional.empty();

    SaveDialog(Node owner) {
        this.owner = owner;
    }

    @Override
    public Optional<Path> ask(String kind, String suggested) {
        String extension = suggested.substring(suggested.lastIndexOf('.'));
        FileChooser chooser = new FileChooser();
        chooser.setTitle(kind);
        chooser.setInitialFileName(suggested);
        folder.filter(File::isDirectory).ifPresent(chooser::setInitialDirectory);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind, "*" + extension));
        File chosen = chooser.showSaveDialog(owner.getScene().getWindow());
        folder = Optional.ofNullable(chosen).map(File::getParentFile).or(() -> folder);
        return Optional.ofNullable(chosen).map(File::toPath);
    }
}
