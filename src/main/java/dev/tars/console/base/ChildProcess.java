package dev.tars.console.base;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How another program is started: with the variables of the system and of the desktop, and with none else of the
 * console's own. A token that stands in a variable of the console is nobody else's business.
 */
public final class ChildProcess {

    private static final Set<String> KEPT = Set.of(
            "PATH",
            "HOME",
            "USER",
            "LOGNAME",
            "SHELL",
            "LANG",
            "LANGUAGE",
            "TZ",
            "TMPDIR",
            "TEMP",
            "TMP",
            "DISPLAY",
            "WAYLAND_DISPLAY",
            "XAUTHORITY",
            "DBUS_SESSION_BUS_ADDRESS",
            "DESKTOP_SESSION",
            "LD_LIBRARY_PATH",
            "SYSTEMROOT",
            "SYSTEMDRIVE",
            "WINDIR",
            "COMSPEC",
            "PATHEXT",
            "USERPROFILE",
            "APPDATA",
            "LOCALAPPDATA",
            "PROGRAMDATA");

    private ChildProcess() {}

    /** @param command program and arguments; a secret stands in neither */
    public static ProcessBuilder of(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> !isKept(name.toUpperCase(Locale.ROOT)));
        return builder;
    }

    private static boolean isKept(String name) {
        return KEPT.contains(name) || name.startsWith("XDG_") || name.startsWith("LC_");
    }
}
