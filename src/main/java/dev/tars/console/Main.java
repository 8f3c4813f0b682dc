package dev.tars.console;

import dev.tars.console.app.Beginning;
import dev.tars.console.app.ConsoleApp;
import dev.tars.console.app.Logging;
import dev.tars.console.app.Options;
import dev.tars.console.app.Wiring;
import dev.tars.console.app.cli.Cli;
import javafx.application.Platform;
import javafx.stage.Stage;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * Starts the console. Not an {@code Application}: on the class path Java refuses to start one whose class is the main
 * class.
 */
public final class Main {

    private static final int BAD_OPTION = 2;

    private Main() {}

    /** @param args see {@code --help}; a bad option ends the process with code 2 and a sentence */
    public static void main(String[] args) {
        Options options = new Options();
        if (Cli.isCommand(args)) {
            System.exit(Cli.run(args, Wiring.ofMachine(options)));
        }
        // Reading a command line costs a tenth of a second, so it is left out where there is none.
        if (args.length > 0 && !read(options, args)) {
            return;
        }
        Wiring wiring = Wiring.ofMachine(options);
        Logging.start(wiring.folders().log());
        Beginning beginning = Beginning.read(wiring);
        Platform.startup(() -> new ConsoleApp(wiring, beginning, new Stage()).show());
    }

    /** True where the console is to open; help and version are answered here. */
    private static boolean read(Options options, String[] args) {
        CommandLine reader = Options.reader(options);
        try {
            reader.parseArgs(args);
        } catch (ParameterException e) {
            reader.getErr().println(e.getMessage());
            e.getCommandLine().usage(reader.getErr());
            System.exit(BAD_OPTION);
        }
        if (reader.isUsageHelpRequested()) {
            reader.usage(reader.getOut());
            return false;
        }
        if (reader.isVersionHelpRequested()) {
            reader.printVersionHelp(reader.getOut());
            return false;
        }
        return true;
    }
}
