package dev.tars.console.migration;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Plans, profiles and measurements for tests. */
public final class Samples {

    public static final Instant AT = Instant.parse("2026-08-18T13:27:06Z");

    public static final ApiQuery OF_AGENT = new ApiQuery(
            "evaluations-of-agent",
            "Evaluations of one agent, newest 50",
            "SELECT id, status, created_at FROM evaluations WHERE agent_id = ? AND deleted_at IS NULL"
                    + " ORDER BY created_at DESC LIMIT 50",
            "SELECT DISTINCT agent_id FROM evaluations WHERE agent_id IS NOT NULL LIMIT 40",
            "idx_evaluations_agent_created",
            Duration.ofMillis(100));

    public static final ApiQuery BY_REGION = new ApiQuery(
            "evaluations-by-region",
            "Evaluations by region and status",
            "SELECT id, agent_id, created_at FROM evaluations WHERE region = ? AND status = ? AND deleted_at IS NULL"
                    + " ORDER BY created_at DESC LIMIT 50",
            "SELECT r, s FROM unnest(ARRAY['us-east-1', 'eu-west-1']) r, unnest(ARRAY['failed', 'error']) s",
            "idx_evaluations_region_status",
            Duration.ofMillis(100));

    private Samples() {}

    static PlanNode node(String type, String relation, String index, long rows, long removed, long blocks) {
        return new PlanNode(
                type,
                Optional.of(relation).filter(name -> !name.isEmpty()),
                Optional.of(index).filter(name -> !name.isEmpty()),
                rows,
                removed,
                blocks,
                Duration.ofMillis(1),
                List.of());
    }

    static PlanNode over(String type, PlanNode child) {
        return new PlanNode(
                type,
                Optional.empty(),
                Optional.empty(),
                child.rows(),
                0,
                child.blocks(),
                child.took(),
                List.of(child));
    }

    static QueryPlan plan(PlanNode root) {
        return new QueryPlan(root, Duration.ofMillis(1), root.took());
    }

    public static QueryPlan slowPlan() {
        return plan(over("Limit", over("Sort", node("Seq Scan", "evaluations", "", 4_900, 195_100, 2_345))));
    }

    public static QueryPlan fastPlan(String index) {
        return plan(over("Limit", node("Index Scan", "evaluations", index, 50, 0, 6)));
    }

    public static LatencyProfile profile(long p95Millis, int runs) {
        return profile(Duration.ofMillis(p95Millis), runs, 8);
    }

    public static LatencyProfile profile(Duration p95, int runs, int concurrency) {
        return new LatencyProfile(
                runs,
                concurrency,
                p95.dividedBy(2),
                p95,
                p95.multipliedBy(11).dividedBy(10),
                p95.multipliedBy(2),
                p95.multipliedBy(9).dividedBy(10),
                p95.multipliedBy(12).dividedBy(10));
    }

    public static Measurement before(ApiQuery query, LatencyProfile latency) {
        return new Measurement(
                query.id(),
                Measurement.Side.BEFORE,
                AT,
                Optional.of(slowPlan()),
                Optional.of(latency),
                OptionalLong.empty(),
                "");
    }

    public static Measurement after(ApiQuery query, LatencyProfile latency) {
        return new Measurement(
                query.id(),
                Measurement.Side.AFTER,
                AT.plusSeconds(300),
                Optional.of(fastPlan(query.index())),
                Optional.of(latency),
                OptionalLong.of(11_900_000),
                "");
    }

    /** The migration of the release, as far as a proof needs it. */
    public static Migration migration(ApiQuery... queries) {
        return new Migration(
                "V1.0.1__add_indexes",
                new Script(
                        "V1.0.1__add_indexes.sql",
                        "c41d08ee".repeat(8),
                        List.of(
                                build(1, "idx_evaluations_agent_created", "agent_id, created_at DESC, status"),
                                build(2, "idx_evaluations_region_status", "region, status, created_at DESC"))),
                new Script("V1.0.1__add_indexes.rollback.sql", "0".repeat(64), List.of()),
                List.of(queries));
    }

    public static Statement build(int number, String name, String keys) {
        return new Statement(
                number,
                "CREATE INDEX CONCURRENTLY " + name + " ON evaluations (" + keys + ") WHERE deleted_at IS NULL",
                10 + number,
                1,
                StatementKind.BUILD_CONCURRENTLY,
                name,
                Optional.of(new IndexDefinition(
                        Optional.empty(),
                        Optional.of(name),
                        "evaluations",
                        "btree",
                        List.of(keys.split(", ")),
                        List.of(),
                        Optional.of("deleted_at IS NULL"),
                        false,
                        true,
                        false)));
    }
}
