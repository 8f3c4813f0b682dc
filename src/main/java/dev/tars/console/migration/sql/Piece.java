package dev.tars.console.migration.sql;

import java.util.List;

/**
 * A stretch of a file: a statement, or blanks, comments and semicolons between two. Pieces lie side by side.
 *
 * @param tokens those of a statement that are not blank or comment; empty between statements
 */
record Piece(int start, int end, List<Token> tokens) {
    Piece {
        tokens = List.copyOf(tokens);
    }

    boolean isStatement() {
        return !tokens.isEmpty();
    }
}
