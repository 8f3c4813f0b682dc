package dev.tars.console.migration;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What was read from a database before a migration runs, and again after a crash. Plain values: the preflight and
 * the recovery judge them without a connection.
 *
 * @param readAt by the server's clock, which the ages of transactions are measured with
 * @param relations every relation that the migration builds on or analyses, and whatever else bears a name that it
 *     wants for an index, found as the server would find it: by schema, else along the search path
 * @param indexes every index of these tables, and every index that bears a name of the migration
 * @param sessions other sessions of this database that are in a transaction, or hidden from us
 * @param prepared prepared transactions of this database
 * @param slots every replication slot of the server
 * @param vacuums VACUUM and ANALYZE that run on these tables
 * @param builds index builds that run in this database, ours among them
 * @param standbys who streams from this server
 * @param freeBytes free space where the tables' files are; a server does not tell, so often unknown
 */
public record DatabaseFacts(
        Instant readAt,
        ServerFacts server,
        List<TableFacts> relations,
        List<IndexFacts> indexes,
        Reading<List<SessionFacts>> sessions,
        Reading<List<PreparedFacts>> prepared,
        Reading<List<SlotFacts>> slots,
        Reading<List<VacuumFacts>> vacuums,
        Reading<List<BuildFacts>> builds,
        Reading<List<StandbyFacts>> standbys,
        Reading<Long> freeBytes) {

    public DatabaseFacts {
        relations = List.copyOf(relations);
        indexes = List.copyOf(indexes);
    }

    /** The relation of that name; without a schema the first along the search path. */
    public Optional<TableFacts> relation(Optional<String> schema, String name) {
        return server.schemasFor(schema).stream()
                .flatMap(place -> relations.stream()
                        .filter(relation -> relation.schema().equals(place))
                        .filter(relation -> relation.name().equals(name)))
                .findFirst();
    }

    /** The index of that name; without a schema the first along the search path. */
    public Optional<IndexFacts> index(Optional<String> schema, String name) {
        return server.schemasFor(schema).stream()
                .flatMap(place -> indexes.stream()
                        .filter(index -> index.schema().equals(place))
                        .filter(index -> index.name().equals(name)))
                .findFirst();
    }

    /** The index that bears the name of a build, in the schema of the build's table. */
    public Optional<IndexFacts> index(IndexDefinition build) {
        Optional<String> schema = relation(build.schema(), build.table()).map(TableFacts::schema);
        return build.name().flatMap(name -> index(schema.or(build::schema), name));
    }
}
