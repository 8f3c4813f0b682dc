package dev.tars.console.app;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.tars.console.app.settings.Density;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.application.Application;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/**
 * Fonts, colours, scale and density of every window and dialog. A theme is AtlantaFX Primer plus a file of roles, a
 * scale is one number; popups take the sheets of the window they belong to.
 */
public final class Theme {

    /** Scales there is a sheet for, in percent. */
    public static final List<Integer> SCALES = List.of(100, 110, 125, 150, 175, 200);

    private static final String ROBOTO = "/com/formdev/flatlaf/fonts/roboto/Roboto-";
    private static final String MONO = "/com/formdev/flatlaf/fonts/jetbrains_mono/JetBrainsMono-";
    private static final double FONT_SIZE = 13;

    private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyIntegerWrapper scale = new ReadOnlyIntegerWrapper(100);
    private Density density = Density.STANDARD;
    private final List<Scene> scenes = new ArrayList<>();
    private boolean shown;

    public Theme() {
        for (String font : List.of(ROBOTO + "Regular", ROBOTO + "Medium", ROBOTO + "Bold", MONO + "Regular")) {
            load(font + ".ttf");
        }
    }

    private static void load(String path) {
        try (InputStream font = Objects.requireNonNull(Theme.class.getResourceAsStream(path), path)) {
            Objects.requireNonNull(Font.loadFont(font, FONT_SIZE), path);
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    /** Puts a look in force, in every window at once. @param percent one of {@link #SCALES}, or the nearest is taken */
    public void use(boolean useDark, int percent, Density rows) {
        int nearest = nearestScale(percent);
        // Every change of sheets styles every node anew, some hundred milliseconds at the start.
        if (shown && useDark == dark.get() && nearest == scale.get() && rows == density) {
            return;
        }
        if (!shown || useDark != dark.get()) {
            Application.setUserAgentStylesheet(
                    useDark
                            ? new PrimerDark().getUserAgentStylesheetBSS()
                            : new PrimerLight().getUserAgentStylesheetBSS());
            shown = true;
        }
        density = rows;
        scenes.forEach(scene -> scene.getStylesheets().setAll(sheets(useDark, nearest)));
        dark.set(useDark);
        scale.set(nearest);
    }

    /** Gives a scene the look in force, and every later one until {@link #release}. */
    public void dress(Scene scene) {
        if (!scenes.contains(scene)) {
            scenes.add(scene);
        }
        scene.getStylesheets().setAll(sheets(dark.get(), scale.get()));
    }

    /** Forgets a scene whose window is gone. */
    public void release(Scene scene) {
        scenes.remove(scene);
    }

    /** Whether the dark look is in force; charts, which know no style sheets, follow it. */
    public ReadOnlyBooleanProperty darkProperty() {
        return dark.getReadOnlyProperty();
    }

    /** The scale in percent. */
    public ReadOnlyIntegerProperty scaleProperty() {
        return scale.getReadOnlyProperty();
    }

    /** The nearest scale there is a sheet for. */
    public static int nearestScale(int percent) {
        int best = SCALES.get(0);
        for (int candidate : SCALES) {
            if (Math.abs(candidate - percent) < Math.abs(best - percent)) {
                best = candidate;
            }
        }
        return best;
    }

    private List<String> sheets(boolean useDark, int percent) {
        return List.of(
                sheet(useDark ? "tokens-dark" : "tokens-light"),
                sheet("console"),
                sheet("scale-" + percent),
                sheet("density-" + density.name().toLowerCase(Locale.ROOT)));
    }

    private static String sheet(String name) {
        URL place = Objects.requireNonNull(Theme.class.getResource("/styles/" + name + ".css"), name);
        return place.toExternalForm();
    }
}
