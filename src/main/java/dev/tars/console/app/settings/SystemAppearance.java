package dev.tars.console.app.settings;

import dev.tars.console.base.ChildProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Whether the desktop is dark. JavaFX 21 does not tell, so the desktop's own tool is asked; it may take a moment. */
public final class SystemAppearance {

    private static final long SECONDS = 2;

    private final String system;
    private final Map<String, String> variables;

    /** @param system {@code os.name}; @param variables the process's environment variables */
    public SystemAppearance(String system, Map<String, String> variables) {
        this.system = system.toLowerCase(Locale.ROOT);
        this.variables = variables;
    }

    /** Asks; light where nothing answers within two seconds. */
    public boolean isDark() throws InterruptedException {
        String gtk = variables.getOrDefault("GTK_THEME", "").toLowerCase(Locale.ROOT);
        if (!gtk.isEmpty()) {
            return gtk.endsWith("dark");
        }
        String answer = ask(question()).orElse("").toLowerCase(Locale.ROOT);
        // Windows writes "AppsUseLightTheme    REG_DWORD    0x0" where the desktop is dark.
        return system.startsWith("windows") ? answer.strip().endsWith("0x0") : answer.contains("dark");
    }

    private List<String> question() {
        if (system.startsWith("windows")) {
            String key = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize";
            return List.of("reg", "query", key, "/v", "AppsUseLightTheme");
        }
        return system.startsWith("mac")
                ? List.of("defaults", "read", "-g", "AppleInterfaceStyle")
                : List.of("gsettings", "get", "org.gnome.desktop.interface", "color-scheme");
    }

    private static Optional<String> ask(List<String> command) throws InterruptedException {
        try {
            Process process = ChildProcess.of(command).redirectErrorStream(true).start();
            try {
                process.getOutputStream().close();
                return process.waitFor(SECONDS, TimeUnit.SECONDS)
                        ? Optional.of(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                        : Optional.empty();
            } finally {
                process.destroy();
            }
        } catch (IOException e) {
            // There is no such tool here: the desktop says nothing.
            return Optional.empty();
        }
    }
}
