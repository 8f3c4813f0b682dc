package dev.tars.console.migration;

import static dev.tars.console.migration.Samples.OF_AGENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tars.console.base.Verdict;
import dev.tars.console.journal.Event;
import dev.tars.console.journal.Payload;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProofRecordTest {

    private static final Migration MIGRATION = Samples.migration(OF_AGENT);
    private static final String DATABASE = "7291440601830001/tars";

    private static Event event(String kind, Payload payload) {
        return new Event(1, "id", Samples.AT, "ops", "practice", kind, payload, "", "");
    }

    private static ProofSheet fold(ProofSheet sheet, Measurement one, String database) {
        Payload payload = ProofRecord.payload(MIGRATION.name(), database, one);
        // As it comes out of the store: text.
        return ProofRecord.fold(
                sheet, event(ProofRecord.MEASURED, Payload.stored(payload.text())), MIGRATION, DATABASE);
    }

    @Test
    void whatWasMeasuredIsTheSameAfterARestart() {
        Measurement before = Samples.before(OF_AGENT, Samples.profile(512, 200));
        Measurement after = Samples.after(OF_AGENT, Samples.profile(38, 200));
        ProofSheet sheet = fold(fold(ProofSheet.EMPTY, before, DATABASE), after, DATABASE);
        Proof proof = sheet.proofs(List.of(OF_AGENT)).get(0);
        assertThat(proof.before()).contains(before);
        assertThat(proof.after()).contains(after);
        assertThat(proof.verdict()).isInstanceOf(Verdict.Met.class);
    }

    @Test
    void anotherDatabaseProvesNothingHere() {
        Measurement before = Samples.before(OF_AGENT, Samples.profile(512, 200));
        ProofSheet sheet = fold(ProofSheet.EMPTY, before, "1/tars");
        assertThat(sheet.proofs(List.of(OF_AGENT)).get(0).before()).isEmpty();
    }

    @Test
    void anEventThatIsNotWholeProvesNothing() {
        Payload torn = Payload.builder()
                .put("migration", MIGRATION.name())
                .put("database", DATABASE)
                .put("query", OF_AGENT.id())
                .put("side", "AFTER")
                .put("at", "yesterday")
                .put("why", "")
                .build();
        ProofSheet sheet = ProofRecord.fold(ProofSheet.EMPTY, event(ProofRecord.MEASURED, torn), MIGRATION, DATABASE);
        assertThat(sheet.proofs(List.of(OF_AGENT)).get(0).after()).isEmpty();
    }

    @Test
    void theCostOfAnInsertIsKeptToo() {
        WriteCost before = new WriteCost(
                "evaluations", 0, Samples.AT, Optional.of(Samples.profile(Duration.ofNanos(181_000), 200, 1)), "");
        WriteCost half = new WriteCost("evaluations", 1, Samples.AT, before.latency(), "");
        ProofSheet sheet = ProofSheet.EMPTY;
        for (WriteCost one : List.of(before, half)) {
            sheet = ProofRecord.fold(
                    sheet,
                    event(ProofRecord.WRITE_MEASURED, ProofRecord.payload(MIGRATION.name(), DATABASE, one)),
                    MIGRATION,
                    DATABASE);
        }
        assertThat(sheet.writes()).singleElement().satisfies(proof -> {
            assertThat(proof.before()).contains(before);
            assertThat(proof.after()).as("half of the indexes are neither side").isEmpty();
        });
    }
}
