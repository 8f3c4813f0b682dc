package dev.tars.console;

import dev.tars.console.app.ConsoleApp;
import dev.tars.console.app.Logging;
import dev.tars.console.app.Options;
import dev.tars.console.app.Wiring;
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
            return;
        }
        if (reader.isVersionHelpRequested()) {
            reader.printVersionHelp(reader.getOut());
            return;
        }
        Wiring wiring = Wiring.ofMachine(options);
        Logging.start(wiring.folders().log());
        Platform.startup(() -> new ConsoleApp(wiring, new Stage()).show());
    }
}
