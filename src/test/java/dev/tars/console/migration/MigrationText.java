package dev.tars.console.migration;

import dev.tars.console.document.DocumentException;
import dev.tars.console.migration.sql.SqlReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Migrations written down in a test. */
public final class MigrationText {
    private MigrationText() {}

    public static Script script(String file, String sql) {
        try {
            return SqlReader.read(sql.getBytes(StandardCharsets.UTF_8), file);
        } catch (DocumentException e) {
            throw new AssertionError(e);
        }
    }

    public static Migration of(String forward, String rollback, ApiQuery... queries) {
        return new Migration("m", script("m.sql", forward), script("m.rollback.sql", rollback), List.of(queries));
    }

    public static ApiQuery query(String sql, String index) {
        return new ApiQuery("q", "a query", sql, "SELECT 1", index, Duration.ofMillis(100));
    }
}
