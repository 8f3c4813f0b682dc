package dev.tars.console.app;

import dev.tars.console.app.settings.SettingsStore;
import dev.tars.console.app.settings.WindowPlace;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Puts the window where it was, if that is still on a screen. */
final class WindowPlacing {

    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final double SMALLEST_WIDTH = 640;
    private static final double SMALLEST_HEIGHT = 400;

    /** As much of the window as must be on a screen for a person to find it. */
    private static final double VISIBLE = 80;

    private WindowPlacing() {}

    static void place(Stage stage, SettingsStore store) {
        stage.setMinWidth(SMALLEST_WIDTH);
        stage.setMinHeight(SMALLEST_HEIGHT);
        Rectangle2D primary = Screen.getPrimary().getVisualBounds();
        stage.setWidth(Math.min(WIDTH, primary.getWidth()));
        stage.setHeight(Math.min(HEIGHT, primary.getHeight()));
        Optional<WindowPlace> kept = store.get().window();
        kept.filter(WindowPlacing::isOnAScreen).ifPresent(place -> {
            stage.setX(place.x());
            stage.setY(place.y());
            stage.setWidth(place.width());
            stage.setHeight(place.height());
        });
        kept.ifPresent(place -> stage.setMaximized(place.maximised()));
    }

    private static boolean isOnAScreen(WindowPlace place) {
        List<Screen> screens =
                Screen.getScreensForRectangle(place.x(), place.y(), Math.max(VISIBLE, place.width()), VISIBLE);
        return screens.stream().anyMatch(screen -> {
            Rectangle2D bounds = screen.getVisualBounds();
            double left = Math.max(bounds.getMinX(), place.x());
            double right = Math.min(bounds.getMaxX(), place.x() + (double) place.width());
            return right - left >= VISIBLE
                    && place.y() >= bounds.getMinY() - 1
                    && place.y() <= bounds.getMaxY() - VISIBLE;
        });
    }

    /** Keeps the place for the next start; of a maximised window the place it had before. */
    static void remember(Stage stage, SettingsStore store) {
        if (stage.isFullScreen()) {
            return;
        }
        Optional<WindowPlace> before = store.get().window();
        if (stage.isMaximized()) {
            before.or(() -> Optional.of(new WindowPlace(0, 0, (int) WIDTH, (int) HEIGHT, true)))
                    .ifPresent(place -> store.change(s ->
                            s.withWindow(new WindowPlace(place.x(), place.y(), place.width(), place.height(), true))));
            return;
        }
        if (Double.isNaN(stage.getX()) || Double.isNaN(stage.getWidth())) {
            return;
        }
        store.change(s -> s.withWindow(new WindowPlace(
                (int) stage.getX(), (int) stage.getY(), (int) stage.getWidth(), (int) stage.getHeight(), false)));
    }
}
