package dev.tars.console.app.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where a person's files are, by the custom of the system: XDG base directories, {@code APPDATA}, {@code ~/Library}.
 *
 * @param config settings and {@code environments.yaml}
 * @param state logs, and the programs that practice unpacks
 */
public record UserFolders(Path config, Path state) {

    private static final String NAME = "tars-console";

    /** @param system {@code os.name}; @param home {@code user.home} */
    public static UserFolders of(String system, Map<String, String> variables, Path home) {
        String os = system.toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            return new UserFolders(
                    folder(variables, "APPDATA", home.resolve("AppData/Roaming"))
                            .resolve(NAME),
                    folder(variables, "LOCALAPPDATA", home.resolve("AppData/Local"))
                            .resolve(NAME));
        }
        if (os.startsWith("mac")) {
            return new UserFolders(
                    home.resolve("Library/Application Support").resolve(NAME),
                    home.resolve("Library/Logs").resolve(NAME));
        }
        return new UserFolders(
                folder(variables, "XDG_CONFIG_HOME", home.resolve(".config")).resolve(NAME),
                folder(variables, "XDG_STATE_HOME", home.resolve(".local/state"))
                        .resolve(NAME));
    }

    private static Path folder(Map<String, String> variables, String name, Path otherwise) {
        // The XDG specification: a relative path is invalid and ignored.
        return Optional.ofNullable(variables.get(name))
                .filter(value -> !value.isBlank())
                .map(Path::of)
                .filter(Path::isAbsolute)
                .orElse(otherwise);
    }

    public Path settings() {
        return config.resolve("settings.yaml");
    }

    public Path environments() {
        return config.resolve("environments.yaml");
    }

    /** Programs that are unpacked once and kept. */
    public Path programs() {
        return state.resolve("programs");
    }

    /** Who counts; holds no secret. */
    public Path people() {
        return config.resolve("people.yaml");
    }

    /** The keys of the people of this machine, each closed by a passphrase. */
    public Path keys() {
        return config.resolve("keys");
    }

    /** The journal, where no other is named. */
    public Path journal() {
        return state.resolve("journal.db");
    }

    /** The newest log is {@code console-0.log}; {@code %g} stands for the number. */
    public Path log() {
        return state.resolve("console-%g.log");
    }
}
