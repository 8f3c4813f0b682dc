package dev.tars.console.journal.view;

import java.nio.file.Path;
import java.util.Optional;

/** Asks a person where a file goes; on the FX thread. */
@FunctionalInterface
public interface SavePlace {

    /** @param kind what is written, for the title; the extension of {@code suggested} is the only one offered */
    Optional<Path> ask(String kind, String suggested);
}
