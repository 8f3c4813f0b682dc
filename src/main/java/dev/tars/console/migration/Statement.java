package dev.tars.console.migration;

import java.util.Optional;

/**
 * One statement of a script.
 *
 * @param number its place in the script, from 1
 * @param text its own bytes as they stand in the file, without the closing semicolon and the comments around it
 * @param line where it begins, from 1
 * @param column where it begins, from 1
 * @param object what it is about: the index of a build or a drop, the table of an ANALYZE; empty for the rest
 * @param index the definition, for a build
 */
public record Statement(
        int number,
        String text,
        int line,
        int column,
        StatementKind kind,
        String object,
        Optional<IndexDefinition> index) {

    public Statement {
        if (number < 1 || line < 1 || column < 1) {
            throw new IllegalArgumentException(
                    "number, line and column count from 1: " + number + ", " + line + ", " + column);
        }
    }
}
