package dev.tars.console.runbook;

import dev.tars.console.document.DocumentException;
import java.util.Objects;

/**
 * Where something stands in a file.
 *
 * @param file the name for people
 * @param line 1 for the first
 * @param column 1 for the first character
 */
public record Position(String file, int line, int column) {
    public Position {
        Objects.requireNonNull(file, "file");
        if (line < 1 || column < 1) {
            throw new IllegalArgumentException("line and column start with 1, were " + line + " and " + column);
        }
    }

    /** The same line, some characters on. */
    public Position plus(int characters) {
        return new Position(file, line, column + characters);
    }

    /** An error here. */
    public DocumentException error(String cause, String mend) {
        return new DocumentException(file, line, column, cause, mend);
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
