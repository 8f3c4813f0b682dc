package dev.tars.console.migration.sql;

import dev.tars.console.document.DocumentException;

/** Statements that would make the rest of the file mean something else than it was read as. */
final class PsqlOnly {
    private PsqlOnly() {}

    static void refuse(Cursor cursor, String file, int line, int column) throws DocumentException {
        if (cursor.take("copy")) {
            while (!cursor.atEnd()) {
                if (cursor.isWord("from", "stdin")) {
                    throw new DocumentException(
                            file,
                            line,
                            column,
                            "COPY … FROM STDIN, whose rows follow in the file and are no SQL",
                            "write INSERT, or load the rows outside of the migration");
                }
                cursor.takeText();
            }
        } else if (cursor.take("set")) {
            if (!cursor.take("session")) {
                cursor.take("local");
            }
            if (cursor.isWord("standard_conforming_strings")) {
                throw new DocumentException(
                        file,
                        line,
                        column,
                        "SET standard_conforming_strings, which changes where a quote ends in the rest of the file",
                        "leave it out and write E'…' where a backslash escapes");
            }
        }
    }
}
