package dev.tars.console.app;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Where log lines go: all to a file in the state folder, three of a megabyte; warnings to the terminal too. */
public final class Logging {

    private static final int BYTES = 1_000_000;
    private static final int FILES = 3;
    private static final String CONFIGURATION = """
            handlers = java.util.logging.ConsoleHandler
            .level = INFO
            java.util.logging.ConsoleHandler.level = WARNING
            java.util.logging.SimpleFormatter.format = %1$tF %1$tT.%1$tL %4$s %3$s: %5$s%6$s%n
            """;

    private Logging() {}

    /**
     * Starts logging; without the file where it cannot be written, which is itself a warning.
     *
     * @param file its name has {@code %g} for the number of the file, 0 for the newest
     */
    public static void start(Path file) {
        try {
            LogManager.getLogManager()
                    .readConfiguration(new ByteArrayInputStream(CONFIGURATION.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("from memory", e);
        }
        Logger root = Logger.getLogger("");
        try {
            Path folder = file.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            String pattern = String.valueOf(folder).replace("%", "%%") + "/" + file.getFileName();
            FileHandler handler = new FileHandler(pattern, BYTES, FILES, true);
            handler.setFormatter(new SimpleFormatter());
            handler.setEncoding(StandardCharsets.UTF_8.name());
            root.addHandler(handler);
        } catch (IOException e) {
            root.log(Level.WARNING, "The log cannot be written to " + file, e);
        }
    }
}
