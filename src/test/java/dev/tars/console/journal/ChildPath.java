package dev.tars.console.journal;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The class path of a child that needs few things: the less there is on it, the sooner it runs. */
final class ChildPath {

    private ChildPath() {}

    static String of(Class<?>... of) throws URISyntaxException {
        List<String> places = new ArrayList<>();
        for (Class<?> type : of) {
            places.add(Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString());
        }
        return String.join(File.pathSeparator, places);
    }
}
