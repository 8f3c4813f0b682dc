package dev.tars.console.practice.real;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Programs on the PATH. */
public final class Binaries {
    private final String path;

    /** @param path folders, separated as this system does it */
    public Binaries(String path) {
        this.path = path;
    }

    /** Those of the environment the console was started in. */
    public static Binaries ofEnvironment() {
        return new Binaries(Optional.ofNullable(System.getenv("PATH")).orElse(""));
    }

    public Optional<Path> find(String program) {
        for (String folder : path.split(File.pathSeparator)) {
            for (String name : new String[] {program, program + ".exe"}) {
                Optional<Path> found = executable(folder, name);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Path> executable(String folder, String name) {
        if (folder.isEmpty()) {
            return Optional.empty();
        }
        try {
            Path file = Path.of(folder, name);
            return Files.isRegularFile(file) && Files.isExecutable(file) ? Optional.of(file) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
