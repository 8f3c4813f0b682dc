package dev.tars.console.migration.lint;

import dev.tars.console.migration.Finding;
import dev.tars.console.migration.Finding.Weight;
import dev.tars.console.migration.IndexDefinition;
import dev.tars.console.migration.Script;
import dev.tars.console.migration.Statement;
import dev.tars.console.migration.sql.SqlReader;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A function in a predicate or key whose result changes without its arguments changing: the server refuses it (42P17).
 * Only functions that are never IMMUTABLE whatever their arguments ({@code pg_proc.provolatile} of PostgreSQL 15).
 */
final class NotImmutable extends StatementRule {
    private static final Set<String> WORDS = Set.of(
            "current_timestamp",
            "current_date",
            "current_time",
            "localtimestamp",
            "localtime",
            "current_user",
            "session_user",
            "current_role",
            "current_schema",
            "current_catalog");

    private static final Set<String> FUNCTIONS = Set.of(
            "now",
            "clock_timestamp",
            "statement_timestamp",
            "transaction_timestamp",
            "timeofday",
            "random",
            "gen_random_uuid",
            "uuid_generate_v4",
            "nextval",
            "currval",
            "lastval",
            "setval",
            "current_setting",
            "pg_backend_pid",
            "txid_current",
            "pg_sleep",
            "to_char",
            "to_date",
            "to_number",
            "concat",
            "concat_ws",
            "format",
            "quote_nullable",
            "json_build_object",
            "jsonb_build_object",
            "to_json",
            "to_jsonb");

    @Override
    Optional<Finding> finding(Script script, Statement statement) {
        return statement
                .index()
                .flatMap(index -> culprit(index).map(culprit -> {
                    boolean isPredicate =
                            index.predicate().flatMap(NotImmutable::culprit).isPresent();
                    String name = index.name().orElse(index.table());
                    return new Finding(
                            Weight.BLOCKS,
                            "not-immutable",
                            where(script, statement),
                            culprit + " in the " + (isPredicate ? "predicate" : "keys") + " of " + name
                                    + ": what an index holds must not depend on when or by whom it is asked; the server refuses"
                                    + " it (42P17).",
                            "Take the condition out of the index and leave it in the query.");
                }));
    }

    private static Optional<String> culprit(IndexDefinition index) {
        return Stream.concat(index.predicate().stream(), index.keys().stream())
                .flatMap(text -> culprit(text).stream())
                .findFirst();
    }

    private static Optional<String> culprit(String text) {
        List<String> calls = SqlReader.calls(text);
        return Stream.concat(
                        calls.stream().filter(FUNCTIONS::contains).map(name -> name.toUpperCase(Locale.ROOT) + "()"),
                        SqlReader.words(text).stream()
                                .filter(WORDS::contains)
                                .map(name -> name.toUpperCase(Locale.ROOT)))
                .findFirst();
    }
}
