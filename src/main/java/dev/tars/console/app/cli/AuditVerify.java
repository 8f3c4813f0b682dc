package dev.tars.console.app.cli;

import dev.tars.console.app.Wiring;
import dev.tars.console.base.Progress;
import dev.tars.console.journal.Checkpoint;
import dev.tars.console.journal.Fault;
import dev.tars.console.journal.Journal;
import dev.tars.console.journal.Payload;
import dev.tars.console.journal.Verification;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tars-console audit verify}. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Checks every event against its hash, its place, the one before, and checkpoints.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:the journal is whole", "1:it is not", "2:it cannot be told, or the command line is wrong"},
        sortOptions = false)
final class AuditVerify implements Callable<Integer> {

    private final Wiring wiring;

    @Mixin
    private final JournalPlace place = new JournalPlace();

    @Option(
            names = "--checkpoint",
            paramLabel = "FILE",
            description = "checkpoints that were kept elsewhere, one a line; they find a missing end")
    private @Nullable Path checkpoint;

    @Option(names = "--json", description = "the answer as one line of JSON")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    AuditVerify(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = java.util.Objects.requireNonNull(spec).commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Optional<List<Checkpoint>> kept = checkpoints(err);
        if (kept.isEmpty()) {
            return Cli.CANNOT_TELL;
        }
        return place.with(wiring, err, journal -> verify(journal, kept.get(), out));
    }

    private int verify(Journal journal, List<Checkpoint> kept, PrintWriter out) throws Exception {
        Verification found = journal.verify(kept, Progress.ignored());
        if (json) {
            out.println(json(journal, found));
        } else {
            found.faults().forEach(fault -> out.println(fault.sentence()));
            out.println(sentence(found));
        }
        return found.isWhole() ? Cli.GOOD : Cli.BAD;
    }

    private static String sentence(Verification found) {
        String against = found.proven()
                .map(c -> "compared with the checkpoint of " + c.at() + " at event " + c.sequence())
                .orElse("without a checkpoint a missing end cannot be seen");
        return (found.isWhole() ? "Whole: " : "Broken: ") + found.events() + " events, " + against + ".";
    }

    private static String json(Journal journal, Verification found) {
        List<Object> faults = new ArrayList<>();
        for (Fault fault : found.faults()) {
            faults.add(Payload.builder()
                    .put("seq", fault.sequence())
                    .put("kind", fault.kind().name().toLowerCase(Locale.ROOT))
                    .put("sentence", fault.sentence())
                    .build()
                    .members());
        }
        return Payload.builder()
                .put("journal", journal.place())
                .put("verdict", found.isWhole() ? "whole" : "broken")
                .put("events", found.events())
                .put("hash", found.end().hash())
                .put("checkpoint", found.proven().map(Checkpoint::sequence))
                .put("faults", faults)
                .build()
                .text();
    }

    /** Empty where the file cannot be used: a checkpoint that is not read must not pass for one that fits. */
    private Optional<List<Checkpoint>> checkpoints(PrintWriter err) {
        if (checkpoint == null) {
            return Optional.of(List.of());
        }
        List<Checkpoint> all = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(checkpoint)) {
                Optional<Checkpoint> read = Checkpoint.read(line);
                if (read.isEmpty() && !line.isBlank()) {
                    err.println(checkpoint + ": this line is no checkpoint: " + line);
                    return Optional.empty();
                }
                read.ifPresent(all::add);
            }
        } catch (IOException e) {
            err.println(checkpoint + " cannot be read: " + e.getMessage());
            return Optional.empty();
        }
        return Optional.of(all);
    }
}
