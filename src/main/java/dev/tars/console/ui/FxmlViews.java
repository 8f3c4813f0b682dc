package dev.tars.console.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/** Loads the screens' FXML with controllers that get their arguments by constructor. */
public final class FxmlViews {

    /** A loaded FXML and its controller. */
    public record Loaded<C>(Parent root, C controller) {}

    private final Texts texts;

    public FxmlViews(Texts texts) {
        this.texts = texts;
    }

    /**
     * Loads {@code /fxml/NAME.fxml}.
     *
     * @param controllers one supplier for each controller class the FXML (with its includes) names
     * @throws IllegalStateException where the FXML names a controller nobody supplies: a fault of the build
     */
    public <C> Loaded<C> load(String name, Class<C> controller, Map<Class<?>, Supplier<?>> controllers) {
        URL place = Objects.requireNonNull(FxmlViews.class.getResource("/fxml/" + name + ".fxml"), name);
        FXMLLoader loader = new FXMLLoader(place, texts.bundle());
        loader.setControllerFactory(type -> {
            Supplier<?> supplier = controllers.get(type);
            if (supplier == null) {
                throw new IllegalStateException(name + ".fxml names " + type + ", which nobody supplies");
            }
            return supplier.get();
        });
        try {
            Parent root = loader.load();
            return new Loaded<>(root, controller.cast(loader.getController()));
        } catch (IOException e) {
            throw new UncheckedIOException(name + ".fxml cannot be loaded", e);
        }
    }
}
