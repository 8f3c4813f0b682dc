package dev.tars.console.app.cli;

import dev.tars.console.app.Wiring;
import dev.tars.console.base.Problem;
import dev.tars.console.journal.Journal;
import dev.tars.console.journal.JournalUnavailable;
import dev.tars.console.ui.background.Workers;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which journal a command is about. */
final class JournalPlace {

    @Option(
            names = "--journal",
            paramLabel = "FILE|URL",
            description =
                    "a file, jdbc:sqlite:FILE or jdbc:postgresql://HOST/DATABASE?user=NAME&password=env:NAME; else what"
                            + " the variable TARS_CONSOLE_JOURNAL says; else the console's own")
    private @Nullable String place;

    /** What is done with the journal. */
    interface Use {
        int of(Journal journal) throws Exception;
    }

    /** Opens the journal and does it; a journal that is not there is not made. */
    int with(Wiring wiring, PrintWriter err, Use use) throws Exception {
        String where = of(wiring);
        try {
            if (!where.startsWith("jdbc:") && !Files.exists(Path.of(where))) {
                throw new IllegalArgumentException("there is no journal at " + where);
            }
            try (Workers workers = new Workers("audit", 1);
                    Journal journal = Journal.open(wiring.journal(where), wiring.clock(), workers.scheduler())) {
                return use.of(journal);
            }
        } catch (JournalUnavailable e) {
            say(err, e.problem());
        } catch (InvalidPathException e) {
            err.println("--journal is no file: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
        }
        return Cli.CANNOT_TELL;
    }

    /** File or URL. */
    String of(Wiring wiring) {
        return Optional.ofNullable(place).orElseGet(wiring::journalPlace);
    }

    static void say(PrintWriter err, Problem problem) {
        err.println(problem.where() + ": " + problem.what());
        err.println(problem.mend());
        if (!problem.details().isEmpty()) {
            err.println(problem.details());
        }
    }
}
