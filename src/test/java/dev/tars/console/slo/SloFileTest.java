package dev.tars.console.slo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tars.console.base.Limit;
import dev.tars.console.base.Unit;
import dev.tars.console.document.DocumentException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SloFileTest {

    private static final String WHOLE = """
            version: 1
            release: v1.0.1
            defaults: {judge: 1m, enter: 2, leave: 4, stale-after: 90s}
            objectives:
              - id: api-latency-p95
                title: API latency p95
                scope: all routes
                kind: threshold
                objective: "< 150ms"
                query: p95:$window + 0 * p95:$window
                target: up{job="tars"}
                freshness: timestamp(p95:5m)
                severity: warning
                steps: {error: "< 200ms", critical: "< 500ms"}
                why: Users feel it.
                mend: Roll back.
              - id: success
                title: Evaluation success
                kind: ratio
                objective: "> 99%"
                windows: {1m: a, 5m: b, 1h: c}
                severity: error
                judge: 1h
                enter: 1
                leave: 1
                stale-after: 10m
                why: Evaluations are the product.
                mend: Look at the agents.
            """;

    @Test
    void everyKeyIsRead() throws DocumentException {
        SloFile file = SloFile.parse(WHOLE, "slos.yaml", QueryCheck.none());
        assertThat(file.release()).isEqualTo("v1.0.1");
        Slo latency = file.objectives().get(0);
        assertThat(latency.id()).isEqualTo("api-latency-p95");
        assertThat(latency.title()).isEqualTo("API latency p95");
        assertThat(latency.scope()).isEqualTo("all routes");
        assertThat(latency.kind()).isEqualTo(Slo.Kind.THRESHOLD);
        assertThat(latency.unit()).isEqualTo(Unit.SECONDS);
        assertThat(latency.queries())
                .isEqualTo(Map.of(
                        Window.ONE_MINUTE, "p95:1m + 0 * p95:1m",
                        Window.FIVE_MINUTES, "p95:5m + 0 * p95:5m",
                        Window.ONE_HOUR, "p95:1h + 0 * p95:1h"));
        assertThat(latency.target()).contains("up{job=\"tars\"}");
        assertThat(latency.freshness()).contains("timestamp(p95:5m)");
        assertThat(latency.steps())
                .isEqualTo(Map.of(
                        Severity.ERROR, Limit.parse("< 200ms").orElseThrow(),
                        Severity.CRITICAL, Limit.parse("< 500ms").orElseThrow()));
        assertThat(latency.judgedOn()).isEqualTo(Window.ONE_MINUTE);
        assertThat(latency.hysteresis()).isEqualTo(new Slo.Hysteresis(2, 4));
        assertThat(latency.staleAfter()).isEqualTo(Duration.ofSeconds(90));
        assertThat(latency.why()).isEqualTo("Users feel it.");
        assertThat(latency.mend()).isEqualTo("Roll back.");
        assertThat(latency.line()).isEqualTo(5);

        Slo success = file.objectives().get(1);
        assertThat(success.scope()).isEmpty();
        assertThat(success.target()).isEmpty();
        assertThat(success.judgingQuery()).isEqualTo("c");
        assertThat(success.hysteresis()).isEqualTo(new Slo.Hysteresis(1, 1));
        assertThat(success.staleAfter()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void withoutDefaultsTheConsolesOwnHold() {
        Slo slo = Slos.of(Slos.LATENCY);
        assertThat(slo.judgedOn()).isEqualTo(Window.FIVE_MINUTES);
        assertThat(slo.hysteresis()).isEqualTo(new Slo.Hysteresis(1, 3));
        assertThat(slo.staleAfter()).isEqualTo(Duration.ofMinutes(2));
    }

    static List<Arguments> broken() {
        return List.of(
                broken("no file at all", "", "^(?s).*$", 1, "the file is empty", "at least one key"),
                broken("tab", "release: v1.0.1", "release:\n\t- v1.0.1", 3, "not YAML", "indentation"),
                broken(
                        "unknown key at the top",
                        "defaults:",
                        "default:",
                        3,
                        "unknown key \"default\"",
                        "mean \"defaults\""),
                broken("other version", "version: 1", "version: 2", 1, "version is \"2\"", "version: 1"),
                broken("no version", "version: 1\n", "", 1, "has no \"version\"", "add a line \"version"),
                broken("empty list", "(?s)objectives:.*", "objectives: []\n", 4, "an empty list", "- id:"),
                broken("no list", "(?s)objectives:.*", "objectives: none\n", 4, "not a list", "dash"),
                broken("unknown key", "why: Users", "whyy: Users", 15, "unknown key \"whyy\"", "mean \"why\""),
                broken("missing key", "    mend: Roll back.\n", "", 5, "has no \"mend\"", "add a line \"mend"),
                broken(
                        "key at the end",
                        "mend: Look at the agents.\n",
                        "mend:",
                        28,
                        "mend is empty",
                        "leave the line out"),
                broken("shouted id", "id: success", "id: Success_Rate", 17, "id is \"Success_Rate\"", "small letters"),
                broken(
                        "id twice",
                        "id: success",
                        "id: api-latency-p95",
                        17,
                        "taken by the objective in line 5",
                        "another id"),
                broken("kind", "kind: ratio", "kind: ration", 19, "kind is \"ration\"", "mean \"ratio\""),
                broken("no bound", "\"< 150ms\"", "150ms", 9, "\"150ms\" is not a bound", "OPERATOR NUMBER[UNIT]"),
                broken("unit", "\"< 150ms\"", "\"< 150 millis\"", 9, "is not a bound", "ms s min h"),
                broken("ratio in ms", "\"> 99%\"", "\"> 99ms\"", 20, "of a ratio is not in %", "kind: threshold"),
                broken("ratio of all", "\"> 99%\"", "\">= 100%\"", 20, "no error budget", "between 0% and 100%"),
                broken("impossible", "\"< 150ms\"", "\"< 0ms\"", 9, "can never be kept", "above 0"),
                broken("pointless", "\"< 150ms\"", "\">= 0ms\"", 9, "can never be missed", "above 0"),
                broken(
                        "both queries",
                        "    target:",
                        "    windows: {1m: a, 5m: b, 1h: c}\n    target:",
                        11,
                        "both query and windows",
                        "keep query with $window"),
                broken("no query", "    query: .*\n", "", 5, "neither query nor windows", "query: with $window"),
                broken("no place", "query: .*\n", "query: p95:5m\n", 10, "query has no $window", "give windows:"),
                broken("window missing", "5m: b, ", "", 21, "windows has no \"5m\"", "add a line \"5m"),
                broken("window unknown", "1h: c", "1h: c, 6h: d", 21, "unknown key \"6h\"", "known here: 1m, 5m, 1h"),
                broken(
                        "not PromQL",
                        "windows: \\{1m: a",
                        "windows: {1m: ((",
                        21,
                        "\"((\" is not PromQL: unclosed",
                        "on the server"),
                broken("target not PromQL", "up\\{job=\"tars\"\\}", "up((", 11, "is not PromQL", "on the server"),
                broken("severity", "severity: error", "severity: eror", 22, "severity is \"eror\"", "mean \"error\""),
                broken(
                        "step not looser",
                        "error: \"< 200ms\"",
                        "error: \"< 150ms\"",
                        14,
                        "not looser than \"< 150ms\"",
                        "above 150ms"),
                broken(
                        "later step not looser",
                        "critical: \"< 500ms\"",
                        "critical: \"< 180ms\"",
                        14,
                        "not looser than \"< 200ms\"",
                        "above 200ms"),
                broken(
                        "step turned round",
                        "error: \"< 200ms\"",
                        "error: \"> 200ms\"",
                        14,
                        "does not measure as",
                        "same unit and direction"),
                broken(
                        "step in another unit",
                        "error: \"< 200ms\"",
                        "error: \"< 200%\"",
                        14,
                        "does not measure as",
                        "\"< 150ms\""),
                broken(
                        "step no worse",
                        "steps: \\{error",
                        "steps: {warning",
                        14,
                        "no worse than severity: warning",
                        "beyond warning"),
                broken("no steps", "steps: .*\n", "steps: {}\n", 14, "steps names no severity", "leave steps out"),
                broken("judge", "judge: 1h", "judge: 6h", 23, "judge is \"6h\"", "1m, 5m or 1h"),
                broken("enter", "enter: 1\n", "enter: 0\n", 24, "enter is 0", "from 1 to 100"),
                broken(
                        "stale after never",
                        "stale-after: 10m",
                        "stale-after: 0s",
                        26,
                        "stale-after is 0s",
                        "more than 0"),
                broken("stale after", "stale-after: 10m", "stale-after: ten", 26, "not a duration", "15s"),
                broken("defaults", "leave: 4", "leaves: 4", 3, "unknown key \"leaves\"", "mean \"leave\""));
    }

    private static Arguments broken(String name, String what, String by, int line, String cause, String mend) {
        String text = name.equals("no file at all")
                ? ""
                : WHOLE.replaceFirst(what, java.util.regex.Matcher.quoteReplacement(by));
        return Arguments.of(name, text, line, cause, mend);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void aBrokenFileNamesLineCauseAndMend(String name, String text, int line, String cause, String mend) {
        assertThat(text).as("the break of \"%s\" took", name).isNotEqualTo(WHOLE);
        QueryCheck brackets = expression -> expression.contains("((") ? Optional.of("unclosed (") : Optional.empty();
        DocumentException e =
                catchThrowableOfType(DocumentException.class, () -> SloFile.parse(text, "slos.yaml", brackets));
        assertThat(e).as(name).isNotNull();
        assertThat(e.reason()).contains(cause);
        assertThat(e.mend()).contains(mend);
        assertThat(e.line()).isEqualTo(line);
        assertThat(e.file()).isEqualTo("slos.yaml");
    }

    @Test
    void anObjectiveWithoutAllWindowsCannotBeMade() {
        Slo slo = Slos.of(Slos.LATENCY);
        assertThatThrownBy(() -> with(slo, Map.of(Window.ONE_HOUR, "x"), Duration.ofMinutes(1)))
                .hasMessageContaining("latency needs a query for each window");
        assertThatThrownBy(() -> with(slo, slo.queries(), Duration.ZERO)).hasMessageContaining("PT0S");
        assertThatThrownBy(() -> new Slo.Hysteresis(0, 1)).hasMessageContaining("0, 1");
    }

    private static Slo with(Slo slo, Map<Window, String> queries, Duration staleAfter) {
        return new Slo(
                slo.id(),
                slo.title(),
                slo.scope(),
                slo.kind(),
                slo.objective(),
                queries,
                slo.judgedOn(),
                slo.target(),
                slo.freshness(),
                slo.severity(),
                slo.steps(),
                slo.hysteresis(),
                staleAfter,
                slo.budget(),
                slo.why(),
                slo.mend(),
                1);
    }
}
