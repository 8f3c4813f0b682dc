package dev.tars.console.migration;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/** A database in which all is well, and copies of it with one thing changed. */
public final class SampleFacts {
    public static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private SampleFacts() {}

    public static ServerFacts server() {
        return new ServerFacts(
                150_019,
                "15.19",
                Reading.of("7301234567890123456"),
                "tars",
                "tars_admin",
                List.of("public"),
                false,
                false,
                true,
                "",
                Map.of("maintenance_work_mem", "64MB"));
    }

    public static TableFacts table(String name, TableFacts.Kind kind, String... columns) {
        List<ColumnFacts> all = Arrays.stream(columns)
                .map(column -> column.split(" ", 2))
                .map(parts -> new ColumnFacts(parts[0], parts[1]))
                .toList();
        return new TableFacts(
                "public",
                name,
                kind,
                all,
                OptionalLong.of(1_000_000),
                150_000_000,
                kind == TableFacts.Kind.PARTITIONED
                        ? List.of("public." + name + "1", "public." + name + "2")
                        : List.of(),
                true,
                true);
    }

    /** {@code public.t} with columns a, b, at, doc and a primary key. */
    public static DatabaseFacts well() {
        return new DatabaseFacts(
                NOW,
                server(),
                List.of(table(
                        "t",
                        TableFacts.Kind.TABLE,
                        "id uuid",
                        "a text",
                        "b integer",
                        "at timestamp with time zone",
                        "doc jsonb",
                        "tags text[]")),
                List.of(index(1, "t_pkey", "CREATE UNIQUE INDEX t_pkey ON public.t USING btree (id)", true)),
                Reading.of(List.of()),
                Reading.of(List.of()),
                Reading.of(List.of()),
                Reading.of(List.of()),
                Reading.of(List.of()),
                Reading.of(List.of()),
                Reading.of(50L << 30));
    }

    public static IndexFacts index(long oid, String name, String definition, boolean isValid) {
        return new IndexFacts(oid, "public", name, "t", definition, isValid, true, false, false, 8192);
    }

    public static DatabaseFacts withServer(UnaryOperator<ServerFacts> change) {
        DatabaseFacts well = well();
        return new DatabaseFacts(
                well.readAt(),
                change.apply(well.server()),
                well.relations(),
                well.indexes(),
                well.sessions(),
                well.prepared(),
                well.slots(),
                well.vacuums(),
                well.builds(),
                well.standbys(),
                well.freeBytes());
    }

    public static DatabaseFacts withRelations(TableFacts... relations) {
        return with(List.of(relations), well().indexes(), well().sessions(), well().builds());
    }

    public static DatabaseFacts withIndexes(IndexFacts... indexes) {
        return with(well().relations(), List.of(indexes), well().sessions(), well().builds());
    }

    public static DatabaseFacts withSessions(Reading<List<SessionFacts>> sessions) {
        return with(well().relations(), well().indexes(), sessions, well().builds());
    }

    public static DatabaseFacts withBuilds(Reading<List<BuildFacts>> builds, IndexFacts... indexes) {
        return with(well().relations(), List.of(indexes), well().sessions(), builds);
    }

    private static DatabaseFacts with(
            List<TableFacts> relations,
            List<IndexFacts> indexes,
            Reading<List<SessionFacts>> sessions,
            Reading<List<BuildFacts>> builds) {
        DatabaseFacts well = well();
        return new DatabaseFacts(
                well.readAt(),
                well.server(),
                relations,
                indexes,
                sessions,
                well.prepared(),
                well.slots(),
                well.vacuums(),
                builds,
                well.standbys(),
                well.freeBytes());
    }

    /** With everything beside the tables and sessions changed. */
    public static DatabaseFacts withRest(
            Reading<List<PreparedFacts>> prepared,
            Reading<List<SlotFacts>> slots,
            Reading<List<VacuumFacts>> vacuums,
            Reading<List<StandbyFacts>> standbys,
            Reading<Long> freeBytes) {
        DatabaseFacts well = well();
        return new DatabaseFacts(
                well.readAt(),
                well.server(),
                well.relations(),
                well.indexes(),
                well.sessions(),
                prepared,
                slots,
                vacuums,
                well.builds(),
                standbys,
                freeBytes);
    }

    public static BuildFacts build(int pid, String table, String index) {
        return new BuildFacts(
                pid, "ops", "psql", table, index, "CREATE INDEX CONCURRENTLY", "building index: scanning table");
    }
}
