package dev.tars.console.app;

import dev.tars.console.app.settings.Appearance;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What a person says at the start. */
@Command(
        name = "tars-console",
        mixinStandardHelpOptions = true,
        versionProvider = Options.Version.class,
        description = "Opens the T.A.R.S. Release Console.",
        footer = "Without a window: tars-console audit --help",
        sortOptions = false)
public final class Options {

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--environments",
            paramLabel = "FILE",
            description = "environments.yaml to use instead of the one in the configuration folder")
    private @Nullable Path environments;

    @Option(names = "--environment", paramLabel = "NAME", description = "the environment to open on")
    private @Nullable String environment;

    @Option(names = "--practice", description = "open on practice, whatever was open last")
    private boolean practice;

    @Option(names = "--read-only", description = "change nothing, whatever is asked for")
    private boolean readOnly;

    @Option(
            names = "--journal",
            paramLabel = "FILE|URL",
            description =
                    "a file, jdbc:sqlite:FILE or jdbc:postgresql://HOST/DATABASE?user=NAME&password=env:NAME; else what"
                            + " the variable TARS_CONSOLE_JOURNAL says; else the console's own")
    private @Nullable String journal;

    @Option(
            names = "--release",
            paramLabel = "DIR",
            description = "folder with checklists, migrations and rules, instead of the built-in release")
    private @Nullable Path release;

    @Option(names = "--theme", paramLabel = "THEME", description = "light, dark or system")
    private @Nullable Appearance theme;

    private @Nullable Integer scale;

    @Option(names = "--scale", paramLabel = "PERCENT", description = "size of text and controls, 100 to 200")
    void setScale(int percent) {
        if (percent < 100 || percent > 200) {
            String cause = "--scale is " + percent + "; write a number from 100 to 200";
            throw spec == null
                    ? new IllegalArgumentException(cause)
                    : new ParameterException(spec.commandLine(), cause);
        }
        scale = percent;
    }

    /** The reader of a command line for these options. */
    public static CommandLine reader(Options into) {
        return new CommandLine(into).setCaseInsensitiveEnumValuesAllowed(true).setUnmatchedArgumentsAllowed(false);
    }

    public Optional<Path> environments() {
        return Optional.ofNullable(environments);
    }

    /** The environment to open on, where one is named. */
    public Optional<String> environment() {
        return practice
                ? Optional.of(dev.tars.console.app.environments.Environment.PRACTICE)
                : Optional.ofNullable(environment);
    }

    /** True where nothing may be changed in this session. */
    public boolean isReadOnly() {
        return readOnly;
    }

    /** Where the journal is, where it is named. */
    public Optional<String> journal() {
        return Optional.ofNullable(journal);
    }

    public Optional<Path> release() {
        return Optional.ofNullable(release);
    }

    public Optional<Appearance> theme() {
        return Optional.ofNullable(theme);
    }

    public Optional<Integer> scale() {
        return Optional.ofNullable(scale);
    }

    /** The version of the build, from the manifest of its jar. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Options.class.getPackage().getImplementationVersion();
            return new String[] {"T.A.R.S. Release Console " + (version == null ? "(not packaged)" : version)};
        }
    }
}
