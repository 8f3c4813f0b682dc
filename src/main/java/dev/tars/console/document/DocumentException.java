package dev.tars.console.document;

import dev.tars.console.base.Problem;

/** A file that is refused: where, why, and how to mend it. */
public final class DocumentException extends Exception implements Problem.Carrier {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final int line;
    private final int column;
    private final String cause;
    private final String mend;

    /** @param line 1 for the first line; @param column 1 for the first character */
    public DocumentException(String file, int line, int column, String cause, String mend) {
        super(file + ":" + line + ": " + cause + "; " + mend);
        this.file = file;
        this.line = line;
        this.column = column;
        this.cause = cause;
        this.mend = mend;
    }

    public String file() {
        return file;
    }

    public int line() {
        return line;
    }

    public int column() {
        return column;
    }

    /** What is wrong, without place and mend. */
    public String reason() {
        return cause;
    }

    public String mend() {
        return mend;
    }

    @Override
    public Problem problem() {
        return Problem.of(cause, file + ":" + line, "", mend);
    }
}
