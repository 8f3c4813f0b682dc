package dev.tars.console.app.shell;

import dev.tars.console.release.Release;
import dev.tars.console.release.ReleaseFile;
import java.util.List;

/** The release the console stands on. @param origin the directory of its files, or "built in" */
public record ReleaseInForce(Release release, String origin, List<ReleaseFile> files) {
    public static final ReleaseInForce NONE = new ReleaseInForce(Release.UNNAMED, "", List.of());

    public ReleaseInForce {
        files = List.copyOf(files);
    }
}
