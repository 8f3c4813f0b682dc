package dev.tars.console.app.cli;

import dev.tars.console.app.Wiring;
import dev.tars.console.journal.Checkpoint;
import dev.tars.console.journal.JournalExport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tars-console audit export}. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Writes all events, to a file with its checkpoint and verifier, or to standard output.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:everything is written", "2:it is not, or the command line is wrong"},
        sortOptions = false)
final class AuditExport implements Callable<Integer> {

    private final Wiring wiring;

    @Mixin
    private final JournalPlace place = new JournalPlace();

    @Option(names = "--format", paramLabel = "FORMAT", description = "jsonl (the default) or markdown")
    private JournalExport.Format format = JournalExport.Format.JSONL;

    @Option(names = "--to", paramLabel = "FILE", description = "the file to write")
    private @Nullable Path file;

    @Spec
    private @Nullable CommandSpec spec;

    AuditExport(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        return place.with(wiring, err, journal -> {
            try {
                if (file == null) {
                    var unused = JournalExport.write(journal, format, out);
                    out.flush();
                    return out.checkError() ? Cli.CANNOT_TELL : Cli.GOOD;
                }
                Checkpoint end = JournalExport.write(journal, format, file);
                out.println(end.sequence() + " events in " + file);
                return Cli.GOOD;
            } catch (IOException e) {
                err.println("the export cannot be written: " + e);
                return Cli.CANNOT_TELL;
            }
        });
    }
}
