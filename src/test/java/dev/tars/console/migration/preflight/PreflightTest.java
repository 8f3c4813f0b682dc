package dev.tars.console.migration.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tars.console.migration.Blocker;
import dev.tars.console.migration.DatabaseFacts;
import dev.tars.console.migration.Finding;
import dev.tars.console.migration.Finding.Weight;
import dev.tars.console.migration.IndexFacts;
import dev.tars.console.migration.Migration;
import dev.tars.console.migration.MigrationText;
import dev.tars.console.migration.PreparedFacts;
import dev.tars.console.migration.Reading;
import dev.tars.console.migration.SampleFacts;
import dev.tars.console.migration.ServerFacts;
import dev.tars.console.migration.SessionFacts;
import dev.tars.console.migration.SlotFacts;
import dev.tars.console.migration.StandbyFacts;
import dev.tars.console.migration.TableFacts;
import dev.tars.console.migration.VacuumFacts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreflightTest {
    private static final Migration MIGRATION = MigrationText.of(
            "CREATE INDEX CONCURRENTLY i ON public.t (a, at DESC) WHERE b = 1; ANALYZE public.t;",
            "DROP INDEX CONCURRENTLY IF EXISTS public.i;");

    private static List<Finding> findings(DatabaseFacts facts) {
        return Preflight.findings(MIGRATION, false, facts);
    }

    private static List<Finding> findings(String forward, DatabaseFacts facts) {
        return Preflight.findings(MigrationText.of(forward, ""), false, facts);
    }

    /** The one that is not fine. */
    private static Finding fault(List<Finding> findings) {
        List<Finding> faults = findings.stream()
                .filter(finding -> finding.weight() != Weight.FINE)
                .toList();
        assertThat(faults).hasSize(1);
        return faults.get(0);
    }

    private static void assertFault(DatabaseFacts facts, String rule, Weight weight, String words) {
        Finding fault = fault(findings(facts));
        assertThat(fault.rule()).isEqualTo(rule);
        assertThat(fault.weight()).isEqualTo(weight);
        // Figures keep their unit on the line.
        assertThat(fault.sentence().replace('\u00A0', ' ')).contains(words);
        assertThat(fault.where()).isNotBlank();
    }

    @Test
    void whereAllIsWellEveryRuleSaysThatItLooked() {
        List<Finding> findings = findings(SampleFacts.well());
        assertThat(findings).extracting(Finding::weight).containsOnly(Weight.FINE);
        assertThat(findings).hasSize(21).extracting(Finding::rule).doesNotHaveDuplicates();
        assertThat(Preflight.mayRun(findings)).isTrue();
        assertThat(Preflight.findings(MIGRATION, true, SampleFacts.well()))
                .extracting(Finding::weight)
                .containsOnly(Weight.FINE);
    }

    private static ServerFacts server(int number, String version, boolean standby, boolean readOnly, String pooler) {
        ServerFacts well = SampleFacts.server();
        return new ServerFacts(
                number,
                version,
                well.systemIdentifier(),
                well.database(),
                well.user(),
                well.searchPath(),
                standby,
                readOnly,
                true,
                pooler,
                well.settings());
    }

    @ParameterizedTest
    @CsvSource({
        "110022, 11.22, BLOCKS",
        "140003, 14.3, BLOCKS",
        "140004, 14.4, WARNS",
        "120000, 12.0, WARNS",
        "150000, 15.0, FINE",
        "180004, 18.4, FINE"
    })
    void aServerThatBuildsBrokenOrSilentlyIsRefused(int number, String version, Weight weight) {
        List<Finding> findings = findings(SampleFacts.withServer(well -> server(number, version, false, false, "")));
        assertThat(findings.get(0).weight()).isEqualTo(weight);
        assertThat(findings.get(0).sentence()).contains(version);
        assertThat(Preflight.mayRun(findings)).isEqualTo(weight != Weight.BLOCKS);
    }

    @Test
    void aStandbyAndAReadOnlyUserAreRefused() {
        assertFault(
                SampleFacts.withServer(well -> server(150_019, "15.19", true, true, "")),
                "writable",
                Weight.BLOCKS,
                "standby");
        assertFault(
                SampleFacts.withServer(well -> server(150_019, "15.19", false, true, "")),
                "writable",
                Weight.BLOCKS,
                "read-only");
    }

    @Test
    void aPoolerIsWarnedOf() {
        assertFault(
                SampleFacts.withServer(well -> server(150_019, "15.19", false, false, "the pid changed")),
                "pooler",
                Weight.WARNS,
                "the pid changed");
    }

    @Test
    void anIdentityThatIsNotToldIsUnknown() {
        assertFault(
                SampleFacts.withServer(well -> new ServerFacts(
                        150_019,
                        "15.19",
                        Reading.unknown("permission denied"),
                        "tars",
                        "tars_admin",
                        List.of("public"),
                        false,
                        false,
                        true,
                        "",
                        well.settings())),
                "server-identity",
                Weight.UNKNOWN,
                "permission denied");
    }

    @Test
    void aTableThatIsNotThereIsNamedWithWhereItWasLookedFor() {
        List<Finding> named =
                findings(SampleFacts.withRelations(SampleFacts.table("u", TableFacts.Kind.TABLE, "a text")));
        assertThat(Preflight.mayRun(named)).isFalse();
        assertThat(named)
                .filteredOn(finding -> finding.weight() != Weight.FINE)
                .extracting(Finding::rule)
                .containsExactly("tables", "disk-space");
        List<Finding> bare = findings(
                "CREATE INDEX CONCURRENTLY i ON u (a)",
                SampleFacts.withRelations(SampleFacts.table("t", TableFacts.Kind.TABLE, "a text")));
        assertThat(bare)
                .extracting(Finding::sentence)
                .anyMatch(words -> words.contains("along the search path public"));
    }

    @Test
    void aViewIsNoTable() {
        List<Finding> findings = findings(
                "ANALYZE t", SampleFacts.withRelations(SampleFacts.table("t", TableFacts.Kind.VIEW, "a text")));
        assertThat(fault(findings).sentence()).isEqualTo("public.t is view, no table.");
    }

    /** IDX-05. */
    @Test
    void aPartitionedTableIsRefusedAndThePlanOffered() {
        DatabaseFacts facts =
                SampleFacts.withRelations(SampleFacts.table("pe", TableFacts.Kind.PARTITIONED, "id uuid", "b integer"));
        Finding fault = fault(findings("CREATE INDEX CONCURRENTLY idx_pe ON public.pe (id) WHERE b > 0", facts));
        assertThat(fault.rule()).isEqualTo("partitioned");
        assertThat(fault.weight()).isEqualTo(Weight.BLOCKS);
        assertThat(fault.mend())
                .isEqualTo("Write instead: CREATE INDEX idx_pe ON ONLY public.pe (id) WHERE b > 0;"
                        + " CREATE INDEX CONCURRENTLY idx_pe_p1 ON public.pe1 (id) WHERE b > 0;"
                        + " ALTER INDEX public.idx_pe ATTACH PARTITION public.idx_pe_p1;"
                        + " CREATE INDEX CONCURRENTLY idx_pe_p2 ON public.pe2 (id) WHERE b > 0;"
                        + " ALTER INDEX public.idx_pe ATTACH PARTITION public.idx_pe_p2;");
        assertThat(findings("CREATE INDEX idx_pe ON ONLY public.pe (id)", facts))
                .extracting(Finding::weight)
                .containsOnly(Weight.FINE);
    }

    @Test
    void aColumnThatIsNotThereIsNamedWithThoseThatAre() {
        List<Finding> findings = findings(
                "CREATE INDEX CONCURRENTLY i ON public.t (a, \"A\" DESC, lower(c)) INCLUDE (b)", SampleFacts.well());
        assertThat(fault(findings).sentence()).contains("no column A, which i names");
        assertThat(fault(findings).mend()).startsWith("It has id, a, b");
    }

    @Test
    void onlyTheOwnerWithRightsOnTheSchemaMayRunIt() {
        TableFacts table = SampleFacts.well().relations().get(0);
        assertFault(
                SampleFacts.withRelations(new TableFacts(
                        "public", "t", table.kind(), table.columns(), table.rows(), 1, List.of(), false, true)),
                "privileges",
                Weight.BLOCKS,
                "does not own public.t");
        DatabaseFacts closed = SampleFacts.withRelations(
                new TableFacts("public", "t", table.kind(), table.columns(), table.rows(), 1, List.of(), true, false));
        assertFault(closed, "privileges", Weight.BLOCKS, "may not create anything in schema public");
        assertThat(Preflight.findings(MIGRATION, true, closed))
                .extracting(Finding::weight)
                .containsOnly(Weight.FINE);
    }

    @Test
    void aNameThatATableHasIsTaken() {
        assertFault(
                SampleFacts.withRelations(
                        SampleFacts.well().relations().get(0),
                        SampleFacts.table("i", TableFacts.Kind.SEQUENCE, "a text")),
                "name-taken",
                Weight.BLOCKS,
                "no index");
    }

    private static final String SAME = "CREATE INDEX i ON public.t USING btree (a, at DESC) WHERE (b = 1)";

    @Test
    void anIndexOfTheNameIsJudgedByWhatItIs() {
        assertFault(
                SampleFacts.withIndexes(SampleFacts.index(9, "i", SAME, true)),
                "existing-index",
                Weight.INFORMS,
                "its build will be left out");
        assertFault(
                SampleFacts.withIndexes(SampleFacts.index(9, "i", SAME, false)),
                "existing-index",
                Weight.WARNS,
                "INVALID: a build of it ended badly. No query uses it, and every write pays for it.");
        assertFault(
                SampleFacts.withIndexes(SampleFacts.index(9, "i", "CREATE INDEX i ON public.t USING btree (a)", true)),
                "existing-index",
                Weight.BLOCKS,
                "is another index");
        assertFault(
                SampleFacts.withIndexes(new IndexFacts(9, "public", "i", "t", SAME, false, false, true, false, 0)),
                "existing-index",
                Weight.INFORMS,
                "until each partition's index is attached");
    }

    @Test
    void anInvalidIndexThatIsBeingBuiltIsNoLeftover() {
        IndexFacts index = SampleFacts.index(9, "i", SAME, false);
        List<Finding> findings =
                findings(SampleFacts.withBuilds(Reading.of(List.of(SampleFacts.build(77, "public.t", "i"))), index));
        assertThat(findings)
                .filteredOn(finding -> finding.rule().equals("existing-index"))
                .extracting(Finding::sentence)
                .containsExactly("public.i is being built now by session 77 of ops.");
        assertThat(findings(SampleFacts.withBuilds(Reading.unknown("no right"), index)))
                .filteredOn(finding -> finding.rule().equals("existing-index"))
                .extracting(Finding::weight)
                .containsExactly(Weight.UNKNOWN);
    }

    @Test
    void anotherIndexThatDoesTheSameIsNamed() {
        assertFault(
                SampleFacts.withIndexes(SampleFacts.index(9, "old", SAME.replace("INDEX i", "INDEX old"), true)),
                "covering-index",
                Weight.WARNS,
                "is the same index as i");
        assertFault(
                SampleFacts.withIndexes(SampleFacts.index(
                        9, "wide", "CREATE INDEX wide ON public.t USING btree (a, at DESC, b)", true)),
                "covering-index",
                Weight.WARNS,
                "begins with the keys of i");
    }

    @Test
    void anInvalidIndexOfOthersIsToldAndNotTouched() {
        assertFault(
                SampleFacts.withIndexes(SampleFacts.index(9, "theirs", SAME.replace("INDEX i", "INDEX theirs"), false)),
                "foreign-invalid",
                Weight.INFORMS,
                "never touches it");
    }

    @Test
    void aUniqueBuildIsToldHowToLookForDuplicates() {
        Finding fault =
                fault(findings("CREATE UNIQUE INDEX CONCURRENTLY u ON public.t (a) WHERE b = 1", SampleFacts.well()));
        assertThat(fault.rule()).isEqualTo("unique-build");
        assertThat(fault.mend())
                .isEqualTo("Look for them first: SELECT a, count(*) FROM public.t WHERE b = 1 GROUP BY a HAVING"
                        + " count(*) > 1.");
    }

    @Test
    void documentsInAnIndexAreWarnedOf() {
        Finding fault =
                fault(findings("CREATE INDEX CONCURRENTLY i ON public.t (a) INCLUDE (doc, b)", SampleFacts.well()));
        assertThat(fault.rule()).isEqualTo("wide-columns");
        assertThat(fault.sentence()).contains("doc (jsonb) in INCLUDE").contains("2704");
        assertThat(findings("CREATE INDEX CONCURRENTLY i ON public.t USING gin (doc, tags)", SampleFacts.well()))
                .extracting(Finding::weight)
                .containsOnly(Weight.FINE);
    }

    private static SessionFacts session(Duration age, boolean snapshot, boolean hidden, String... locked) {
        return new SessionFacts(
                new Blocker(
                        4711,
                        "report",
                        "grafana",
                        "idle in transaction",
                        Optional.of(SampleFacts.NOW.minus(age)),
                        "SELECT  1\n"),
                snapshot,
                hidden,
                false,
                List.of(locked));
    }

    @Test
    void aLongTransactionIsNamedBeforeItHoldsTheBuild() {
        assertFault(
                SampleFacts.withSessions(Reading.of(List.of(
                        session(Duration.ofMinutes(12), true, false), session(Duration.ofSeconds(4), true, false)))),
                "long-transactions",
                Weight.WARNS,
                "Session 4711 of report (grafana, idle in transaction) has a transaction open for 12 min");
        assertFault(
                SampleFacts.withSessions(Reading.of(List.of(session(Duration.ofHours(1), false, false, "public.t")))),
                "long-transactions",
                Weight.WARNS,
                "SELECT 1");
        assertThat(findings(SampleFacts.withSessions(Reading.of(List.of(session(Duration.ofHours(1), false, false))))))
                .extracting(Finding::weight)
                .containsOnly(Weight.FINE);
    }

    @Test
    void aSessionThatIsHiddenIsUnknownAndNeverFine() {
        assertFault(
                SampleFacts.withSessions(Reading.of(List.of(session(Duration.ofHours(1), false, true)))),
                "long-transactions",
                Weight.UNKNOWN,
                "hides what 1 sessions do");
        assertFault(
                SampleFacts.withSessions(Reading.unknown("time-out")), "long-transactions", Weight.UNKNOWN, "time-out");
    }

    @Test
    void aBuildOnTheSameTableOrOneThatOursWaitsForIsWarnedOf() {
        assertFault(
                SampleFacts.withBuilds(Reading.of(List.of(SampleFacts.build(7, "public.t", "other")))),
                "running-builds",
                Weight.WARNS,
                "only one build a table");
        assertFault(
                SampleFacts.withBuilds(Reading.of(List.of(SampleFacts.build(7, "public.u", "other")))),
                "running-builds",
                Weight.WARNS,
                "a predicate or an expression");
        assertThat(fault(findings(
                                "CREATE INDEX CONCURRENTLY i ON public.t (a)",
                                SampleFacts.withBuilds(Reading.of(List.of(SampleFacts.build(7, "public.u", "o"))))))
                        .weight())
                .isEqualTo(Weight.INFORMS);
        assertFault(SampleFacts.withBuilds(Reading.unknown("no right")), "running-builds", Weight.UNKNOWN, "no right");
    }

    private static DatabaseFacts rest(
            List<PreparedFacts> prepared,
            List<SlotFacts> slots,
            List<VacuumFacts> vacuums,
            List<StandbyFacts> standbys,
            long free) {
        return SampleFacts.withRest(
                Reading.of(prepared), Reading.of(slots), Reading.of(vacuums), Reading.of(standbys), Reading.of(free));
    }

    private static final long PLENTY = 50L << 30;

    @Test
    void aPreparedTransactionOnTheTableBlocks() {
        PreparedFacts holding = new PreparedFacts("x1", "app", SampleFacts.NOW.minusSeconds(90), List.of("public.t"));
        assertFault(
                rest(List.of(holding), List.of(), List.of(), List.of(), PLENTY),
                "prepared-transactions",
                Weight.BLOCKS,
                "'x1' of app is prepared since 1 min 30 s and holds public.t");
        assertFault(
                rest(
                        List.of(new PreparedFacts("x1", "app", SampleFacts.NOW, List.of())),
                        List.of(),
                        List.of(),
                        List.of(),
                        PLENTY),
                "prepared-transactions",
                Weight.INFORMS,
                "holds no table");
    }

    @Test
    void aSlotThatNobodyReadsIsWarnedOf() {
        assertFault(
                rest(
                        List.of(),
                        List.of(
                                new SlotFacts("read", true, OptionalLong.of(1)),
                                new SlotFacts("left", false, OptionalLong.of(3L << 30))),
                        List.of(),
                        List.of(),
                        PLENTY),
                "replication-slots",
                Weight.WARNS,
                "left");
    }

    @ParameterizedTest
    @CsvSource({"true, false, INFORMS", "true, true, WARNS", "false, false, WARNS"})
    void aVacuumThatDoesNotGiveWayIsWarnedOf(boolean automatic, boolean wraparound, Weight weight) {
        assertFault(
                rest(
                        List.of(),
                        List.of(),
                        List.of(new VacuumFacts(5, "public.t", "VACUUM", automatic, wraparound, "scanning heap")),
                        List.of(),
                        PLENTY),
                "vacuums",
                weight,
                "ACUUM of public.t runs in session 5");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "streaming, 1000,      0,  FINE",
                "streaming, 1000,      10, WARNS",
                "streaming, 300000000, 0,  WARNS",
                "catchup,   0,         0,  WARNS",
                "streaming, -,         -,  UNKNOWN",
            })
    void aStandbyThatIsBehindIsWarnedOf(String state, Long bytes, Long seconds, Weight weight) {
        StandbyFacts standby = new StandbyFacts(
                "replica",
                state,
                false,
                bytes == null ? OptionalLong.empty() : OptionalLong.of(bytes),
                Optional.ofNullable(seconds).map(Duration::ofSeconds));
        List<Finding> findings = findings(rest(List.of(), List.of(), List.of(), List.of(standby), PLENTY));
        assertThat(findings)
                .filteredOn(finding -> finding.rule().equals("replication-lag"))
                .extracting(Finding::weight)
                .containsExactly(weight);
    }

    /** One million entries of 4 + 8 + 40 bytes at 90 % are 57.8 MB; twice and once more. */
    @ParameterizedTest
    @CsvSource({"173000000, BLOCKS", "174000000, WARNS", "346000000, WARNS", "347000000, FINE"})
    void roomIsComparedWithWhatTheBuildsNeed(long free, Weight weight) {
        List<Finding> findings = findings(rest(List.of(), List.of(), List.of(), List.of(), free));
        assertThat(findings)
                .filteredOn(finding -> finding.rule().equals("disk-space"))
                .extracting(Finding::weight)
                .containsExactly(weight);
    }

    @Test
    void roomThatIsNotKnownOrATableThatWasNeverAnalysedIsUnknown() {
        assertFault(
                SampleFacts.withRest(
                        Reading.of(List.of()),
                        Reading.of(List.of()),
                        Reading.of(List.of()),
                        Reading.of(List.of()),
                        Reading.unknown("A server does not tell its free space.")),
                "disk-space",
                Weight.UNKNOWN,
                "does not tell its free space. The builds need up to about");
        TableFacts table = SampleFacts.well().relations().get(0);
        assertFault(
                SampleFacts.withRelations(new TableFacts(
                        "public", "t", table.kind(), table.columns(), OptionalLong.empty(), 1, List.of(), true, true)),
                "disk-space",
                Weight.UNKNOWN,
                "never analysed");
    }

    @Test
    void whatCouldNotBeReadIsUnknownRuleByRule() {
        List<Finding> findings = findings(SampleFacts.withRest(
                Reading.unknown("a"),
                Reading.unknown("b"),
                Reading.unknown("c"),
                Reading.unknown("d"),
                Reading.unknown("e")));
        assertThat(findings)
                .filteredOn(finding -> finding.weight() == Weight.UNKNOWN)
                .extracting(Finding::rule)
                .containsExactly(
                        "prepared-transactions", "vacuums", "replication-slots", "replication-lag", "disk-space");
        assertThat(Preflight.mayRun(findings)).isTrue();
    }
}
