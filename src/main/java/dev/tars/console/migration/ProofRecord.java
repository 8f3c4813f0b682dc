package dev.tars.console.migration;

import dev.tars.console.journal.Event;
import dev.tars.console.journal.Payload;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Measurements as events of the journal, so that what was before is known after a restart, and read back from them. An
 * event that is not whole is left out: what it would have proven is not known.
 */
public final class ProofRecord {

    /** A query was measured. Payload: {@code migration}, {@code database} and what {@link Measurement} has. */
    public static final String MEASURED = "migration.measured";

    /** An insert was measured. Payload: {@code migration}, {@code database} and what {@link WriteCost} has. */
    public static final String WRITE_MEASURED = "migration.write-measured";

    private ProofRecord() {}

    public static Payload payload(String migration, String database, Measurement one) {
        return Payload.builder()
                .put("migration", migration)
                .put("database", database)
                .put("query", one.query())
                .put("side", one.side().name())
                .put("at", one.at().toString())
                .put("plan", one.plan().map(PlanText::members))
                .put("latency", one.latency().map(ProofRecord::members))
                .put(
                        "indexBytes",
                        one.indexBytes().isPresent()
                                ? Optional.of(one.indexBytes().getAsLong())
                                : Optional.empty())
                .put("why", one.why())
                .build();
    }

    public static Payload payload(String migration, String database, WriteCost one) {
        return Payload.builder()
                .put("migration", migration)
                .put("database", database)
                .put("table", one.table())
                .put("indexes", (long) one.indexes())
                .put("at", one.at().toString())
                .put("latency", one.latency().map(ProofRecord::members))
                .put("why", one.why())
                .build();
    }

    /** The sheet with what the event tells, where it tells of this migration on this database. */
    public static ProofSheet fold(ProofSheet sheet, Event event, Migration migration, String database) {
        boolean isMeasured = event.kind().equals(MEASURED);
        if (!isMeasured && !event.kind().equals(WRITE_MEASURED)) {
            return sheet;
        }
        Map<String, Object> members = event.payload().members();
        if (!migration.name().equals(members.get("migration")) || !database.equals(members.get("database"))) {
            return sheet;
        }
        try {
            return isMeasured
                    ? sheet.with(measurement(members))
                    : sheet.with(cost(members), indexesOn(migration, text(members, "table")));
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            // What a later or a tampered journal says in other words proves nothing.
            return sheet;
        }
    }

    /** How many indexes the migration makes on a table. */
    public static int indexesOn(Migration migration, String table) {
        return (int) migration.forward().statements().stream()
                .filter(s -> s.index().filter(i -> i.table().equals(table)).isPresent())
                .count();
    }

    private static Measurement measurement(Map<String, Object> members) {
        Object bytes = members.get("indexBytes");
        return new Measurement(
                text(members, "query"),
                Measurement.Side.valueOf(text(members, "side")),
                Instant.parse(text(members, "at")),
                PlanText.map(members.get("plan")).map(PlanText::plan),
                PlanText.map(members.get("latency")).map(ProofRecord::profile),
                bytes instanceof BigDecimal number ? OptionalLong.of(number.longValue()) : OptionalLong.empty(),
                text(members, "why"));
    }

    private static WriteCost cost(Map<String, Object> members) {
        return new WriteCost(
                text(members, "table"),
                (int) number(members, "indexes"),
                Instant.parse(text(members, "at")),
                PlanText.map(members.get("latency")).map(ProofRecord::profile),
                text(members, "why"));
    }

    private static Map<String, Object> members(LatencyProfile profile) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("runs", (long) profile.runs());
        members.put("concurrency", (long) profile.concurrency());
        List.of(
                        Map.entry("p50", profile.p50()),
                        Map.entry("p95", profile.p95()),
                        Map.entry("p99", profile.p99()),
                        Map.entry("max", profile.max()),
                        Map.entry("p95Low", profile.p95Low()),
                        Map.entry("p95High", profile.p95High()))
                .forEach(entry ->
                        members.put(entry.getKey() + "Nanos", entry.getValue().toNanos()));
        return members;
    }

    private static LatencyProfile profile(Map<String, Object> members) {
        return new LatencyProfile(
                (int) number(members, "runs"),
                (int) number(members, "concurrency"),
                nanos(members, "p50Nanos"),
                nanos(members, "p95Nanos"),
                nanos(members, "p99Nanos"),
                nanos(members, "maxNanos"),
                nanos(members, "p95LowNanos"),
                nanos(members, "p95HighNanos"));
    }

    static Duration nanos(Map<String, Object> members, String name) {
        return Duration.ofNanos(number(members, name));
    }

    static long number(Map<String, Object> members, String name) {
        if (members.get(name) instanceof BigDecimal number) {
            return number.longValue();
        }
        throw new IllegalArgumentException("no number " + name);
    }

    static String text(Map<String, Object> members, String name) {
        if (members.get(name) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("no text " + name);
    }
}
