package dev.tars.console.app.guard;

import dev.tars.console.base.Problem;
import dev.tars.console.document.DocumentException;
import dev.tars.console.release.Action;
import dev.tars.console.release.People;
import dev.tars.console.release.PeopleFile;
import dev.tars.console.release.Person;
import dev.tars.console.release.PersonKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads {@code people.yaml}. A file that is there and is refused counts as one that names nobody: all only look. */
public final class PeopleFolder {

    /** @param problem why the file is refused */
    public record Read(Path file, People people, Optional<Problem> problem) {}

    private PeopleFolder() {}

    public static Read read(Path file) {
        try {
            return new Read(file, PeopleFile.parse(Files.readString(file), file.toString()), Optional.empty());
        } catch (NoSuchFileException e) {
            return new Read(file, People.NONE, Optional.empty());
        } catch (DocumentException e) {
            return refused(file, e.reason(), e.file() + ":" + e.line(), "To mend it: " + e.mend() + ".");
        } catch (IOException e) {
            return refused(
                    file, "it cannot be read", file.toString(), "Check its permissions, and that it is UTF-8 text.");
        }
    }

    /** How the file names a person. */
    static String entry(Person person) {
        return "  - name: \"" + person.name() + "\"\n    role: "
                + person.role().name().toLowerCase(Locale.ROOT) + "\n    key: "
                + person.key().map(PersonKey::text).orElse("") + "\n";
    }

    /** Writes one more person, beside and then in place; what stands in the file stays, comments too. */
    static void add(Path file, People now, Person person) throws IOException, Action.NotDone {
        String before = now.configured() ? Files.readString(file) : "version: 1\npeople:\n";
        String after = before + (before.endsWith("\n") ? "" : "\n") + entry(person);
        try {
            PeopleFile.parse(after, file.toString());
        } catch (DocumentException e) {
            throw new Action.NotDone(Problem.of(
                    "The person is not added: " + e.reason() + ".", e.file() + ":" + e.line(), "", e.mend() + "."));
        }
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path fresh = Files.createTempFile(folder, "people", ".new");
        try {
            Files.writeString(fresh, after);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static Read refused(Path file, String why, String where, String mend) {
        Problem problem = Problem.of(
                "The people file is refused: " + why + ".", where, "Nobody is known, so nothing can be changed.", mend);
        return new Read(file, new People(List.of(), true), Optional.of(problem));
    }
}
