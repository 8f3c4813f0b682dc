package dev.tars.console.migration;

import java.util.List;

/**
 * A SQL file, split.
 *
 * @param file its name, for errors
 * @param sha256 of its bytes, 64 hexadecimal digits
 */
public record Script(String file, String sha256, List<Statement> statements) {
    public Script {
        statements = List.copyOf(statements);
    }
}
