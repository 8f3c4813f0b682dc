package dev.tars.console.journal.client;

import dev.tars.console.base.Problem;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/** What SQLite's failures mean for whoever has to act on them. */
final class SqliteProblems {

    private static final String CONSEQUENCE =
            "Nothing that must be recorded can be done; what was recorded before is kept.";

    private SqliteProblems() {}

    /** @param code the primary result code */
    static Problem of(int code, SQLException failure, String file) {
        return new Problem(what(code), file, CONSEQUENCE, mend(code), String.valueOf(failure.getMessage()));
    }

    private static String what(int code) {
        return switch (known(code)) {
            case SQLITE_FULL -> "The disk of the journal is full.";
            case SQLITE_READONLY -> "The journal can be read but not written.";
            case SQLITE_IOERR -> "The disk did not take what was written to the journal.";
            case SQLITE_BUSY, SQLITE_LOCKED -> "Another program holds the journal and did not let go of it within 5 s.";
            case SQLITE_CORRUPT, SQLITE_NOTADB -> "The file of the journal is damaged.";
            case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH -> "The file of the journal cannot be opened.";
            default -> "The journal cannot be used.";
        };
    }

    private static String mend(int code) {
        return switch (known(code)) {
            case SQLITE_FULL -> "Free some room on that disk, then reopen the journal.";
            case SQLITE_READONLY -> "Make file and folder writable, then reopen the journal.";
            case SQLITE_IOERR ->
                "Look at the disk and at the system's log. What was written last is looked up when the journal is reopened.";
            case SQLITE_BUSY, SQLITE_LOCKED -> "End the program that holds it, then reopen the journal.";
            case SQLITE_CORRUPT, SQLITE_NOTADB ->
                "Keep the file as it is, bring back a copy that is whole, then reopen the journal.";
            default -> "Look at the folder's rights, then reopen the journal.";
        };
    }

    private static SQLiteErrorCode known(int code) {
        return SQLiteErrorCode.getErrorCode(code);
    }
}
