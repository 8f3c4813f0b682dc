package dev.tars.console.app.cli;

import dev.tars.console.app.Wiring;
import java.io.PrintWriter;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What {@code tars-console} does without a window. */
public final class Cli {

    /** It is as it should be. */
    public static final int GOOD = 0;

    /** It is not. */
    public static final int BAD = 1;

    /** It cannot be told, or the command line is wrong. */
    public static final int CANNOT_TELL = 2;

    private static final Set<String> COMMANDS = Set.of("audit", "mark", "migrate");

    private Cli() {}

    /** Whether the first word asks for a command instead of the window. */
    public static boolean isCommand(String[] args) {
        return args.length > 0 && COMMANDS.contains(args[0]);
    }

    /** Runs a command to its end. @return the code the process ends with: 0 good, 1 bad, 2 cannot tell */
    public static int run(String[] args, Wiring wiring) {
        return reader(wiring).execute(args);
    }

    static int run(String[] args, Wiring wiring, PrintWriter out, PrintWriter err) {
        return reader(wiring).setOut(out).setErr(err).execute(args);
    }

    private static CommandLine reader(Wiring wiring) {
        CommandLine audit = new CommandLine(new AuditCommand());
        audit.addSubcommand(new AuditVerify(wiring)).addSubcommand(new AuditExport(wiring));
        return new CommandLine(new Program())
                .addSubcommand(audit)
                .addSubcommand(new ReleaseMark(wiring))
                .addSubcommand(new Migrate(wiring))
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    @Command(name = "tars-console", mixinStandardHelpOptions = true)
    private static final class Program {}

    @Command(
            name = "audit",
            mixinStandardHelpOptions = true,
            description = "Checks or exports the journal.",
            synopsisSubcommandLabel = "(verify | export)")
    private static final class AuditCommand {}
}
