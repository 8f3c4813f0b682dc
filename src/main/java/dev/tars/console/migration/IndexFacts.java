package dev.tars.console.migration;

/**
 * An index as the catalogue has it.
 *
 * @param oid which tells two indexes apart that had one name after the other
 * @param table the name of its table, in the same schema
 * @param definition what {@code pg_get_indexdef(oid)} says, one line
 * @param isValid {@code indisvalid}: queries may use it. Also false while it is still being built
 * @param isReady {@code indisready}: writes maintain it
 * @param isPartitioned on a partitioned table; such an index is invalid until every partition has its own attached
 * @param isConstraint a primary key, unique or exclusion constraint stands on it
 */
public record IndexFacts(
        long oid,
        String schema,
        String name,
        String table,
        String definition,
        boolean isValid,
        boolean isReady,
        boolean isPartitioned,
        boolean isConstraint,
        long bytes) {

    /** With its schema, for people. */
    public String shown() {
        return schema + "." + name;
    }
}
