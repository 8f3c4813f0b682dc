package dev.tars.console.migration.sql;

import java.util.Optional;

/**
 * A name as the server keeps it, folded and without quotes.
 *
 * @param schema empty where the search path decides
 */
public record QualifiedName(Optional<String> schema, String name) {

    /** As it would be written in a statement. */
    @Override
    public String toString() {
        return schema.map(place -> Names.quoted(place) + ".").orElse("") + Names.quoted(name);
    }
}
