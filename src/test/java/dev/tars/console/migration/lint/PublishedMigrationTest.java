package dev.tars.console.migration.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tars.console.migration.Finding;
import dev.tars.console.migration.Migration;
import dev.tars.console.migration.MigrationText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The migration that T.A.R.S. v1.0.1 was published with is refused for exactly its faults. */
class PublishedMigrationTest {
    private static final String FILE = "tars-v1.0.1-as-published.sql";

    private static String text() throws IOException {
        try (InputStream in = PublishedMigrationTest.class.getResourceAsStream("/migration/" + FILE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Migration migration() throws IOException {
        return new Migration(
                "published",
                MigrationText.script(FILE, text()),
                MigrationText.script("published.rollback.sql", "-- in comments of the file only"),
                List.of(MigrationText.query(
                        "SELECT * FROM evaluations WHERE agent_id = ? AND region = ?"
                                + " AND created_at > now() - interval '1 hour' ORDER BY created_at DESC LIMIT 100",
                        "idx_evaluations_agent_region_time")));
    }

    private static String brief(Finding finding) {
        return finding.weight() + " " + finding.rule() + " " + finding.where().replace(FILE + ":", "");
    }

    @Test
    void itIsRefusedForExactlyItsFaults() throws IOException {
        List<Finding> findings = Lint.findings(migration());
        assertThat(findings)
                .extracting(PublishedMigrationTest::brief)
                .containsExactly(
                        "BLOCKS concurrently-in-transaction 7",
                        "BLOCKS transaction-statement 4",
                        "BLOCKS transaction-statement 88",
                        "WARNS missing-schema 7",
                        "WARNS if-not-exists 7",
                        "BLOCKS not-immutable 69",
                        "WARNS covered-in-file 7",
                        "WARNS unusable-predicate 7",
                        "BLOCKS rollback-incomplete published.rollback.sql");
    }

    @Test
    void eachFaultNamesWhatItIsAbout() throws IOException {
        assertThat(Lint.findings(migration()))
                .extracting(Finding::sentence)
                .anyMatch(words -> words.contains("line 4 opens, in line 7, 14, 21, 28, 34, 41, 48, 55, 62, 69, 76"))
                .anyMatch(words -> words.startsWith("NOW() in the predicate of idx_api_keys_hash_active"))
                .anyMatch(words -> words.startsWith("idx_evaluations_agent_region_time begins the keys of"
                        + " idx_evaluations_agent_region_created of line 21"))
                .anyMatch(words -> words.contains("holds only rows with (status<>'deleted'), and the query q"));
    }
}
