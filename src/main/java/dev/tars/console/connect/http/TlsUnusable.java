package dev.tars.console.connect.http;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A certificate or key file that cannot be used; the message says why, without any of its content. */
final class TlsUnusable extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Path file;
    private final String mend;

    TlsUnusable(Path file, String why, String mend, @Nullable Throwable cause) {
        super(why, cause);
        this.file = file;
        this.mend = mend;
    }

    Path file() {
        return file;
    }

    String mend() {
        return mend;
    }
}
