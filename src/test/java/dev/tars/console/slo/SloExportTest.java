package dev.tars.console.slo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tars.console.base.Evidence;
import dev.tars.console.base.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SloExportTest {

    private static final Instant AT = Instant.parse("2026-08-18T14:32:15Z");

    private static List<String> rows(Slo slo, Batches batches, String environment) {
        HandMovedTime time = new HandMovedTime(AT);
        ScriptedSloSource source = new ScriptedSloSource();
        source.answers(batches);
        try (SloMonitor monitor = new SloMonitor(
                List.of(slo), source, time.clock(), time, time, SloMonitor.INTERVAL, ZoneOffset.UTC, Optional::empty)) {
            monitor.open();
            time.runDue();
            String csv = SloExport.csv(monitor.board(), environment);
            assertThat(csv).endsWith("\r\n");
            return List.of(csv.split("\r\n", -1));
        }
    }

    @Test
    void aRowHasMachineFiguresAndIsoTimes() {
        List<String> rows = rows(Slos.of(Slos.LATENCY), Batches.of("latency", 0.1, 0.187, 1e-7), "practice");
        assertThat(rows.get(0)).startsWith("environment,board_at,objective,").endsWith(",sentence,query");
        assertThat(rows.get(1))
                .startsWith(
                        "practice,2026-08-18T14:32:15Z,latency,API latency p95,,VIOLATED,,WARNING,"
                                + "2026-08-18T14:32:15Z,0.1,0.187,0.00000010,seconds,< 150ms,2026-08-18T14:32:15Z,false,false,,,,,,,,\"")
                .endsWith("\",latency:5m");
    }

    @Test
    void whatIsNoNumberIsWrittenAsPrometheusWritesIt() {
        String row = rows(
                        Slos.of(Slos.LATENCY),
                        Batches.of("latency", Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY),
                        "x")
                .get(1);
        assertThat(row).contains(",NaN,+Inf,-Inf,");
    }

    @Test
    void nothingIsWrittenWhereThereIsNoSample() {
        String row = rows(Slos.of(Slos.LATENCY), Batches.answers().nothing("latency:5m"), "x")
                .get(1);
        assertThat(row).contains(",NO_DATA,EMPTY,,").contains(",,,,seconds,").contains(",true,");
    }

    @Test
    void aTextThatWouldRunAsAFormulaIsLedByAnApostrophe() {
        Slo slo = Slos.of(Slos.LATENCY.replace("title: API latency p95", "title: \"=cmd|'/c calc'!A1\""));
        String row = rows(slo, Batches.of("latency", -1, -1, -1), "@home").get(1);
        assertThat(row).startsWith("'@home,").contains(",'=cmd|'/c calc'!A1,").contains(",-1.0,-1.0,-1.0,");
    }

    @Test
    void theBudgetIsLeftBurningAndGoneInFigures() {
        Slo slo = Slos.of(Slos.ERRORS, "events: {bad: bad, total: total}");
        BudgetPlan plan = slo.budget().orElseThrow();
        Batches batch = Batches.of("errors", 0.002, 0.002, 0.002).value(plan.badShare(plan.period()), 0.001);
        assertThat(rows(slo, batch, "x").get(1)).contains(",90,23328.000,0.2,11664000.000,,,,");
    }

    @Test
    void quotesAndCommasAreQuoted() {
        Slo slo = Slos.of(Slos.LATENCY.replace("title: API latency p95", "title: 'say \"p95\", loud'"));
        assertThat(rows(slo, Batches.of("latency", 0, 0, 0), "x").get(1)).contains(",\"say \"\"p95\"\", loud\",");
    }

    /** Field case JFX-04. */
    @Test
    void noLocaleChangesAnExport() {
        Locale before = Locale.getDefault();
        List<String> plain = rows(Slos.of(Slos.LATENCY), Batches.of("latency", 0.1, 0.187, 12345.678), "x");
        try {
            for (String tag : List.of("de-DE", "ar-EG", "tr-TR")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertThat(rows(Slos.of(Slos.LATENCY), Batches.of("latency", 0.1, 0.187, 12345.678), "x"))
                        .isEqualTo(plain);
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void evidenceReadsAsText() {
        Evidence evidence = new Evidence(
                "latency:5m",
                "Prometheus at http://p",
                AT,
                Duration.ofMillis(38),
                "{\"status\":\"success\"}\n",
                "< 150ms",
                new Verdict.Missed("Too slow."),
                Map.of("rules", "abc"));
        assertThat(EvidenceText.of("API latency p95", "PRACTICE", evidence)).isEqualTo("""
                        API latency p95
                        environment: PRACTICE
                        verdict:     missed. Too slow.
                        asked:       latency:5m
                        of:          Prometheus at http://p
                        at:          2026-08-18T14:32:15Z
                        took:        38 ms
                        held to:     < 150ms
                        rules: abc
                        answer:      {"status":"success"}
                        """);
    }

    @Test
    void everyVerdictReadsAsWhatItIs() {
        assertThat(text(new Verdict.Met("Fine.", false))).contains("met. Fine.");
        assertThat(text(new Verdict.Met("Fine.", true))).contains("met, with a warning. Fine.");
        assertThat(text(new Verdict.Unknown("stale", "Old."))).contains("unknown, stale. Old.");
        assertThat(text(new Verdict.Waived("Ann", "known", AT)))
                .contains("waived by Ann until 2026-08-18T14:32:15Z: known");
        assertThat(text(new Verdict.Met("Fine.", false))).contains("answer:      none");
    }

    private static String text(Verdict verdict) {
        return EvidenceText.of("t", "e", new Evidence("q", "of", AT, Duration.ZERO, " ", "< 1", verdict, Map.of()));
    }
}
