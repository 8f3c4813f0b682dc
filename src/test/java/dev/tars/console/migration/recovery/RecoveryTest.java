package dev.tars.console.migration.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tars.console.migration.BuildFacts;
import dev.tars.console.migration.DatabaseFacts;
import dev.tars.console.migration.IndexFacts;
import dev.tars.console.migration.Migration;
import dev.tars.console.migration.MigrationText;
import dev.tars.console.migration.Reading;
import dev.tars.console.migration.SampleFacts;
import dev.tars.console.migration.StatementState;
import dev.tars.console.migration.recovery.Remainder.Step;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RecoveryTest {
    private static final Migration MIGRATION = MigrationText.of(
            "CREATE INDEX CONCURRENTLY i ON public.t (a); ANALYZE public.t;"
                    + " DO $$ BEGIN END $$; CREATE INDEX p ON ONLY public.t (b); SET x = 1; CREATE INDEX ON public.t (c)",
            "DROP INDEX CONCURRENTLY IF EXISTS public.i;");

    private static final String SAME = "CREATE INDEX i ON public.t USING btree (a)";
    private static final String OTHER = "CREATE INDEX i ON public.t USING btree (b)";
    private static final long OURS = 40;

    /** What the catalogue has under the name. */
    private enum There {
        NOTHING,
        VALID,
        INVALID,
        INVALID_OF_OTHER_OID,
        OTHER_VALID,
        OTHER_INVALID;

        IndexFacts[] indexes() {
            return switch (this) {
                case NOTHING -> new IndexFacts[0];
                case VALID -> one(OURS, SAME, true);
                case INVALID -> one(OURS, SAME, false);
                case INVALID_OF_OTHER_OID -> one(OURS + 1, SAME, false);
                case OTHER_VALID -> one(OURS, OTHER, true);
                case OTHER_INVALID -> one(OURS, OTHER, false);
            };
        }

        private static IndexFacts[] one(long oid, String definition, boolean valid) {
            return new IndexFacts[] {SampleFacts.index(oid, "i", definition, valid)};
        }
    }

    /** Who is building: nobody, the session of the journal, another one, or nobody can tell. */
    private enum Busy {
        NOBODY,
        OURS,
        OTHER,
        UNKNOWN;

        Reading<List<BuildFacts>> builds() {
            return switch (this) {
                case NOBODY -> Reading.of(List.of());
                case OURS -> Reading.of(List.of(SampleFacts.build(11, "public.t", "i")));
                case OTHER -> Reading.of(List.of(SampleFacts.build(12, "public.t", "i")));
                case UNKNOWN -> Reading.unknown("no right");
            };
        }
    }

    private static DatabaseFacts facts(There there, Busy busy) {
        return SampleFacts.withBuilds(busy.builds(), there.indexes());
    }

    private static LastWord word(StatementState state) {
        return state == StatementState.PENDING
                ? LastWord.NOTHING
                : new LastWord(state, OptionalInt.of(11), OptionalLong.of(OURS));
    }

    private static Remainder build(StatementState state, There there, Busy busy) {
        return Recovery.remainders(MIGRATION, false, Map.of(1, word(state)), facts(there, busy))
                .get(0);
    }

    @ParameterizedTest
    @CsvSource({
        // never sent
        "PENDING, NOTHING,              NOBODY,  RUN",
        "PENDING, NOTHING,              UNKNOWN, RUN",
        "PENDING, VALID,                NOBODY,  ALREADY_THERE",
        "PENDING, INVALID,              NOBODY,  ASK",
        "PENDING, INVALID,              OTHER,   WAIT",
        "PENDING, INVALID,              UNKNOWN, UNKNOWN",
        "PENDING, OTHER_VALID,          NOBODY,  REFUSE",
        "PENDING, OTHER_INVALID,        NOBODY,  REFUSE",
        // sent, and no word of its end
        "RUNNING, NOTHING,              NOBODY,  RUN",
        "RUNNING, NOTHING,              OURS,    WAIT",
        "RUNNING, NOTHING,              OTHER,   RUN",
        "RUNNING, NOTHING,              UNKNOWN, UNKNOWN",
        "RUNNING, VALID,                NOBODY,  DONE",
        "RUNNING, INVALID,              NOBODY,  DROP_THEN_RUN",
        "RUNNING, INVALID,              OURS,    WAIT",
        "RUNNING, INVALID,              OTHER,   WAIT",
        "RUNNING, INVALID,              UNKNOWN, UNKNOWN",
        "RUNNING, INVALID_OF_OTHER_OID, NOBODY,  ASK",
        "RUNNING, OTHER_VALID,          NOBODY,  REFUSE",
        "RUNNING, OTHER_INVALID,        NOBODY,  REFUSE",
        "UNKNOWN, INVALID,              NOBODY,  DROP_THEN_RUN",
        "WAITING, INVALID,              OURS,    WAIT",
        // ended badly
        "INVALID_LEFT, INVALID,         NOBODY,  DROP_THEN_RUN",
        "INVALID_LEFT, NOTHING,         NOBODY,  RUN",
        "FAILED,  NOTHING,              NOBODY,  RUN",
        "FAILED,  INVALID,              NOBODY,  DROP_THEN_RUN",
        "CANCELLED, NOTHING,            NOBODY,  RUN",
        // done, and somebody changed it since
        "DONE,    VALID,                NOBODY,  DONE",
        "DONE,    NOTHING,              NOBODY,  ASK",
        "DONE,    OTHER_VALID,          NOBODY,  REFUSE",
        "ALREADY_THERE, VALID,          NOBODY,  ALREADY_THERE",
        "ALREADY_THERE, INVALID,        NOBODY,  ASK",
    })
    void journalAndCatalogueTogetherDecide(StatementState state, There there, Busy busy, Step step) {
        Remainder remainder = build(state, there, busy);
        assertThat(remainder.step()).as(remainder.words()).isEqualTo(step);
        assertThat(remainder.words()).isNotBlank();
        assertThat(remainder.pid().isPresent()).isEqualTo(step == Step.WAIT);
    }

    /** Every combination: what must never happen does not. */
    @ParameterizedTest
    @EnumSource(StatementState.class)
    void nothingForeignIsDroppedAndNoBuildIsBegunTwice(StatementState state) {
        for (There there : There.values()) {
            for (Busy busy : Busy.values()) {
                Step step = build(state, there, busy).step();
                String at = state + " " + there + " " + busy;
                if (step == Step.DROP_THEN_RUN) {
                    assertThat(there).as(at).isEqualTo(There.INVALID);
                    assertThat(busy).as(at).isEqualTo(Busy.NOBODY);
                    assertThat(word(state).wasSent()).as(at).isTrue();
                }
                if (step == Step.RUN) {
                    assertThat(there).as(at).isEqualTo(There.NOTHING);
                }
                if (step == Step.DONE || step == Step.ALREADY_THERE) {
                    assertThat(there).as(at).isEqualTo(There.VALID);
                }
                if (there == There.OTHER_VALID || there == There.OTHER_INVALID) {
                    assertThat(step).as(at).isEqualTo(Step.REFUSE);
                }
            }
        }
    }

    @Test
    void anOidThatTheJournalNeverSawProvesNothingAgainstUs() {
        LastWord sent = new LastWord(StatementState.RUNNING, OptionalInt.of(11), OptionalLong.empty());
        assertThat(Recovery.remainders(
                                MIGRATION, false, Map.of(1, sent), facts(There.INVALID_OF_OTHER_OID, Busy.NOBODY))
                        .get(0)
                        .step())
                .isEqualTo(Step.DROP_THEN_RUN);
    }

    /** IDX-05: between the parent and its partitions INVALID is normal. */
    @Test
    void anIndexOfAPartitionedTableIsInvalidAndStaysUntouched() {
        IndexFacts parent = new IndexFacts(
                5, "public", "p", "t", "CREATE INDEX p ON ONLY public.t USING btree (b)", false, true, true, false, 0);
        Remainder remainder = Recovery.remainders(
                        MIGRATION, false, Map.of(4, word(StatementState.RUNNING)), SampleFacts.withIndexes(parent))
                .get(3);
        assertThat(remainder.step()).isEqualTo(Step.DONE);
        assertThat(remainder.words()).contains("until each partition's is attached");
        IndexFacts whole = new IndexFacts(
                5, "public", "i", "t", "CREATE INDEX i ON ONLY public.t USING btree (a)", false, true, true, false, 0);
        assertThat(Recovery.remainders(
                                MIGRATION,
                                false,
                                Map.of(1, word(StatementState.RUNNING)),
                                SampleFacts.withIndexes(whole))
                        .get(0)
                        .step())
                .isEqualTo(Step.REFUSE);
    }

    @ParameterizedTest
    @CsvSource({
        "2, PENDING, RUN",
        "2, RUNNING, RUN",
        "2, DONE,    DONE",
        "3, PENDING, RUN",
        "3, RUNNING, ASK",
        "3, UNKNOWN, ASK",
        "3, FAILED,  RUN",
        "3, DONE,    DONE",
        "5, PENDING, REFUSE",
        "6, PENDING, REFUSE",
    })
    void otherStatementsAreSentAgainOnlyWhereItDoesNoHarm(int number, StatementState state, Step step) {
        assertThat(Recovery.remainders(MIGRATION, false, Map.of(number, word(state)), SampleFacts.well())
                        .get(number - 1)
                        .step())
                .isEqualTo(step);
    }

    @ParameterizedTest
    @CsvSource({
        "PENDING, NOTHING,       NOBODY, ALREADY_THERE",
        "RUNNING, NOTHING,       NOBODY, DONE",
        "DONE,    NOTHING,       NOBODY, DONE",
        "PENDING, VALID,         NOBODY, RUN",
        "PENDING, INVALID,       NOBODY, RUN",
        "RUNNING, INVALID,       NOBODY, RUN",
        "PENDING, INVALID,       OTHER,  WAIT",
        "PENDING, OTHER_VALID,   NOBODY, REFUSE",
        "PENDING, OTHER_INVALID, NOBODY, REFUSE",
        "DONE,    VALID,         NOBODY, RUN",
    })
    void aDropTakesOnlyWhatTheMigrationBuilds(StatementState state, There there, Busy busy, Step step) {
        assertThat(Recovery.remainders(MIGRATION, true, Map.of(1, word(state)), facts(there, busy))
                        .get(0)
                        .step())
                .isEqualTo(step);
    }

    @Test
    void anIndexUnderAConstraintIsNeverDropped() {
        IndexFacts key = new IndexFacts(5, "public", "i", "t", SAME, true, true, false, true, 0);
        assertThat(Recovery.remainders(MIGRATION, true, Map.of(), SampleFacts.withIndexes(key))
                        .get(0)
                        .step())
                .isEqualTo(Step.REFUSE);
    }
}
