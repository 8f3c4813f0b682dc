package dev.tars.console.migration.client;

import dev.tars.console.migration.IndexDefinition;
import dev.tars.console.migration.Migration;
import dev.tars.console.migration.Script;
import dev.tars.console.migration.Statement;
import dev.tars.console.migration.StatementKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Migrations made by hand. */
final class Scripts {

    static final String AGENT = "idx_evaluations_agent_created";
    static final String REGION = "idx_evaluations_region_status";
    static final String TYPE = "idx_agents_type_active";

    private Scripts() {}

    /** The three indexes of TARS-1004 with a comment and statistics, and their rollback. */
    static Migration tars1004() {
        List<Statement> forward = List.of(
                build(1, AGENT, "evaluations", List.of("agent_id", "created_at DESC", "status"), "deleted_at IS NULL"),
                build(2, REGION, "evaluations", List.of("region", "status", "created_at DESC"), "deleted_at IS NULL"),
                build(3, TYPE, "agents", List.of("agent_type", "is_active", "last_updated DESC"), ""),
                plain(4, StatementKind.COMMENT, "COMMENT ON INDEX " + AGENT + " IS 'TARS-1004'", AGENT),
                plain(5, StatementKind.ANALYZE, "ANALYZE evaluations", "evaluations"),
                plain(6, StatementKind.ANALYZE, "ANALYZE agents", "agents"));
        return of(forward);
    }

    /** A migration of these statements; its rollback drops its builds, last first. */
    static Migration of(List<Statement> forward) {
        List<Statement> back = new ArrayList<>();
        for (int i = forward.size() - 1; i >= 0; i--) {
            Statement statement = forward.get(i);
            if (statement.kind() == StatementKind.BUILD_CONCURRENTLY) {
                back.add(plain(
                        back.size() + 1,
                        StatementKind.DROP_CONCURRENTLY,
                        "DROP INDEX CONCURRENTLY IF EXISTS " + statement.object(),
                        statement.object()));
            }
        }
        return new Migration("V1.0.1__test", script("forward.sql", forward), script("back.sql", back), List.of());
    }

    private static Script script(String file, List<Statement> statements) {
        return new Script(file, "0".repeat(63) + statements.size(), statements);
    }

    static Statement build(int number, String name, String table, List<String> keys, String predicate) {
        return build(number, name, table, keys, predicate, false);
    }

    static Statement build(
            int number, String name, String table, List<String> keys, String predicate, boolean isUnique) {
        IndexDefinition definition = new IndexDefinition(
                Optional.empty(),
                Optional.of(name),
                table,
                "btree",
                keys,
                List.of(),
                predicate.isEmpty() ? Optional.empty() : Optional.of(predicate),
                isUnique,
                true,
                false);
        String text = "CREATE " + (isUnique ? "UNIQUE " : "") + "INDEX CONCURRENTLY " + name + " ON " + table + " ("
                + String.join(", ", keys) + ")" + (predicate.isEmpty() ? "" : " WHERE " + predicate);
        return new Statement(number, text, number, 1, StatementKind.BUILD_CONCURRENTLY, name, Optional.of(definition));
    }

    static Statement plain(int number, StatementKind kind, String text, String object) {
        return new Statement(number, text, number, 1, kind, object, Optional.empty());
    }
}
