package dev.tars.console.app.environments;

import dev.tars.console.base.Problem;
import dev.tars.console.document.DocumentException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The environments a person can choose from.
 *
 * @param file where they are read from
 * @param all practice first, then those of the file; practice alone where the file is refused or not there
 * @param problem why the file is refused
 */
public record EnvironmentBook(Path file, List<Environment> all, Optional<Problem> problem) {

    public EnvironmentBook {
        all = List.copyOf(all);
    }

    /**
     * Reads the file a person named, or else the one in the configuration folder, which need not be there.
     *
     * @param practiceWhere what the band says of practice
     */
    public static EnvironmentBook open(
            Optional<Path> named, Path usual, Map<String, String> variables, String practiceWhere) {
        Environment practice = Environment.practice(practiceWhere);
        Path file = named.orElse(usual);
        if (named.isEmpty() && Files.notExists(file)) {
            return new EnvironmentBook(file, List.of(practice), Optional.empty());
        }
        List<Environment> all = new ArrayList<>(List.of(practice));
        try {
            all.addAll(new EnvironmentsFile(variables).read(file));
            return new EnvironmentBook(file, all, Optional.empty());
        } catch (DocumentException e) {
            return new EnvironmentBook(file, List.of(practice), Optional.of(refused(e)));
        }
    }

    private static Problem refused(DocumentException fault) {
        return Problem.of(
                "The environments are refused: " + fault.reason() + ".",
                fault.file() + ":" + fault.line(),
                "Practice is the only one to choose.",
                "To mend it: " + fault.mend() + ".");
    }

    public Environment practice() {
        return all.get(0);
    }

    public Optional<Environment> find(String name) {
        return all.stream().filter(e -> e.name().equals(name)).findFirst();
    }
}
