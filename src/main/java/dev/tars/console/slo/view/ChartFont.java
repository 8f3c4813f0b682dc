package dev.tars.console.slo.view;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Roboto for AWT: JFreeChart measures text with AWT fonts, so AWT must know the font that JavaFX draws with. */
final class ChartFont {

    private static final String PATH = "/com/formdev/flatlaf/fonts/roboto/Roboto-Regular.ttf";
    private static final Font ROBOTO = load();

    private ChartFont() {}

    static Font roboto(float size) {
        return ROBOTO.deriveFont(size);
    }

    private static Font load() {
        try (InputStream file = Objects.requireNonNull(ChartFont.class.getResourceAsStream(PATH), PATH)) {
            Font font = Font.createFont(Font.TRUETYPE_FONT, file);
            GraphicsEnvironment.getLocalGraphicsEnvironment().registerFont(font);
            return font;
        } catch (IOException e) {
            throw new UncheckedIOException(PATH, e);
        } catch (FontFormatException e) {
            throw new IllegalStateException(PATH + " is no font that AWT reads", e);
        }
    }
}
