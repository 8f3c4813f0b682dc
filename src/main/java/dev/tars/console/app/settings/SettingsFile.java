package dev.tars.console.app.settings;

import dev.tars.console.base.Problem;
import dev.tars.console.document.DocumentException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** {@code settings.yaml} on disk. */
public final class SettingsFile {

    /** What was read, and what was wrong with the file. */
    public record Loaded(Settings settings, Optional<Problem> problem) {}

    private final Path file;
    private volatile boolean unreadable;

    public SettingsFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    /** Reads the file; one that does not parse is moved aside and the defaults hold. */
    public Loaded load() {
        try {
            return new Loaded(SettingsText.read(Files.readString(file), file.toString()), Optional.empty());
        } catch (NoSuchFileException e) {
            return new Loaded(Settings.DEFAULT, Optional.empty());
        } catch (DocumentException e) {
            return new Loaded(Settings.DEFAULT, Optional.of(keptAside(e)));
        } catch (CharacterCodingException e) {
            return new Loaded(
                    Settings.DEFAULT,
                    Optional.of(keptAside(new DocumentException(
                            file.toString(), 1, 1, "the file is not UTF-8 text", "save it as UTF-8"))));
        } catch (IOException e) {
            unreadable = true;
            return new Loaded(
                    Settings.DEFAULT,
                    Optional.of(new Problem(
                            "The settings cannot be read.",
                            file.toString(),
                            "The console starts with its own and keeps no change, so that the file stays as it is.",
                            "Check the file's permissions.",
                            String.valueOf(e.getMessage()))));
        }
    }

    private Problem keptAside(DocumentException fault) {
        String what = "The settings file is broken: " + fault.reason() + ".";
        String where = fault.file() + ":" + fault.line();
        try {
            Path aside = freeName();
            Files.move(file, aside);
            return new Problem(
                    what,
                    where,
                    "The console starts with its own settings.",
                    "The file is kept as " + aside.getFileName() + "; to mend it: " + fault.mend() + ".",
                    "");
        } catch (IOException e) {
            return new Problem(
                    what,
                    where,
                    "The console starts with its own settings.",
                    "To mend it: " + fault.mend() + ".",
                    "It could not be kept aside: " + e.getMessage());
        }
    }

    private Path freeName() {
        for (int n = 1; ; n++) {
            Path candidate = file.resolveSibling(file.getFileName() + ".broken-" + n);
            if (Files.notExists(candidate)) {
                return candidate;
            }
        }
    }

    /** Replaces the file as a whole. One that is there and could not be read is not replaced. */
    public void save(Settings settings) throws IOException {
        if (unreadable) {
            throw new IOException(file + " could not be read, so it is not replaced");
        }
        Path folder = file.getParent();
        if (folder == null) {
            throw new IOException(file + " has no folder");
        }
        Files.createDirectories(folder);
        Path fresh = Files.createTempFile(folder, "settings", ".new");
        try {
            Files.writeString(fresh, SettingsText.write(settings));
            move(fresh);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private void move(Path fresh) throws IOException {
        try {
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
