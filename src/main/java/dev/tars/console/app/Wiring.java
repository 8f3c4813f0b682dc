package dev.tars.console.app;

import dev.tars.console.app.environments.EnvironmentBook;
import dev.tars.console.app.environments.SecretReferences;
import dev.tars.console.app.settings.SettingsFile;
import dev.tars.console.app.settings.SystemAppearance;
import dev.tars.console.app.settings.UserFolders;
import dev.tars.console.base.Ticker;
import dev.tars.console.journal.EventStore;
import dev.tars.console.journal.client.Journals;
import dev.tars.console.release.Person;
import dev.tars.console.slo.SloMonitor;
import dev.tars.console.ui.Texts;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What the console takes from the machine: its clocks, folders and variables. The one place that reads them; a test
 * gives its own.
 *
 * @param variables the process's environment variables
 * @param polls time between polls of the objectives, 1 s or more
 */
public record Wiring(
        Options options,
        UserFolders folders,
        Map<String, String> variables,
        String system,
        Clock clock,
        Ticker ticker,
        Duration polls) {

    private static final String JOURNAL = "TARS_CONSOLE_JOURNAL";

    public Wiring {
        variables = Map.copyOf(variables);
    }

    /** Polls as often as the release asks for. */
    public Wiring(
            Options options,
            UserFolders folders,
            Map<String, String> variables,
            String system,
            Clock clock,
            Ticker ticker) {
        this(options, folders, variables, system, clock, ticker, SloMonitor.INTERVAL);
    }

    /** Of the machine this runs on. */
    public static Wiring ofMachine(Options options) {
        Map<String, String> variables = System.getenv();
        String system = System.getProperty("os.name", "");
        UserFolders folders = UserFolders.of(system, variables, Path.of(System.getProperty("user.home", ".")));
        return new Wiring(options, folders, variables, system, Clock.systemUTC(), Ticker.system());
    }

    /** Whoever runs the console, as the system calls them; "operator" where that is no name. */
    public String user() {
        String name = variables.getOrDefault("USER", variables.getOrDefault("USERNAME", ""));
        return Person.isName(name) ? name : "operator";
    }

    SettingsFile settingsFile() {
        return new SettingsFile(folders.settings());
    }

    /** The environments a person can choose from. */
    public EnvironmentBook environments(Texts texts) {
        return environments(texts, options.environments());
    }

    /** The same of another file; the person's own where none is named. */
    public EnvironmentBook environments(Texts texts, Optional<Path> file) {
        return EnvironmentBook.open(file, folders.environments(), variables, texts.get("shell.practice.where"));
    }

    /** Where the journal is: what the start says, else the variable, else the console's own file. */
    public String journalPlace() {
        return options.journal()
                .or(() -> Optional.ofNullable(variables.get(JOURNAL)).filter(place -> !place.isBlank()))
                .orElse(folders.journal().toString());
    }

    /**
     * The store of the journal that is in a place; nothing is opened.
     *
     * @throws IllegalArgumentException where the place is none, or has a password written down
     */
    public EventStore journal(String place) {
        SecretReferences references = new SecretReferences(variables, folders.config());
        return Journals.of(place, folders.state(), ticker, references::find);
    }

    SystemAppearance systemAppearance() {
        return new SystemAppearance(system, variables);
    }

    Optional<Path> release() {
        return options.release();
    }
}
