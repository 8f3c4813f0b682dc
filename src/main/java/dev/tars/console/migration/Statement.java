package dev.tars.console.migration;

import java.util.Optional;

/**
 * One statement of a script.
 *
 * @param number its place in the script, from 1
 * @param text its own bytes as they stand in the file, without the closing semicolon and the comments around it
 * @param line where it begins, from 1
 * @param column where it begins, from 1
 * @param object what it is about, without its schema: the index of a build, a drop or a reindex, the table of an ANALYZE,
 *     the first where it names several; empty for the rest
 * @param index the definition, for a build
 * @param schema of the object; empty where the search path decides
 */
public record Statement(
        int number,
        String text,
        int line,
        int column,
        StatementKind kind,
        String object,
        Optional<IndexDefinition> index,
        Optional<String> schema) {

    public Statement {
        if (number < 1 || line < 1 || column < 1) {
            throw new IllegalArgumentException(
                    "number, line and column count from 1: " + number + ", " + line + ", " + column);
        }
    }

    /** One whose object is found by the search path. */
    public Statement(
            int number,
            String text,
            int line,
            int column,
            StatementKind kind,
            String object,
            Optional<IndexDefinition> index) {
        this(number, text, line, column, kind, object, index, Optional.empty());
    }
}
