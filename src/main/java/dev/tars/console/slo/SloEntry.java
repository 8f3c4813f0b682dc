package dev.tars.console.slo;

import dev.tars.console.base.Figures;
import dev.tars.console.base.Limit;
import dev.tars.console.base.Unit;
import dev.tars.console.document.DocumentException;
import dev.tars.console.document.YamlNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads one objective of {@code slos.yaml}, with what the file's {@code defaults} say where it says nothing. */
final class SloEntry {

    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final String PLACE = "$window";
    private static final String LIMIT_MEND = "write OPERATOR NUMBER[UNIT], as in \"< 150ms\": operators < <= > >=, "
            + "units ms s min h B KiB MiB GiB % /s, none for a count";

    private final Window judge;
    private final Slo.Hysteresis hysteresis;
    private final Duration staleAfter;
    private final BudgetEntry budget;
    private final QueryCheck check;

    private SloEntry(
            Window judge, Slo.Hysteresis hysteresis, Duration staleAfter, BudgetEntry budget, QueryCheck check) {
        this.judge = judge;
        this.hysteresis = hysteresis;
        this.staleAfter = staleAfter;
        this.budget = budget;
        this.check = check;
    }

    static SloEntry withDefaults(Optional<YamlNode> defaults, Optional<YamlNode> budget, QueryCheck check)
            throws DocumentException {
        SloEntry plain = new SloEntry(
                Window.FIVE_MINUTES,
                new Slo.Hysteresis(1, 3),
                Duration.ofMinutes(2),
                BudgetEntry.usual().with(budget),
                check);
        if (defaults.isEmpty()) {
            return plain;
        }
        YamlNode node = defaults.get();
        node.allowOnly("judge", "enter", "leave", "stale-after");
        return new SloEntry(plain.judge(node), plain.hysteresis(node), plain.staleAfter(node), plain.budget, check);
    }

    Slo read(YamlNode node) throws DocumentException {
        node.allowOnly(
                "id",
                "title",
                "scope",
                "kind",
                "objective",
                "query",
                "windows",
                "target",
                "freshness",
                "severity",
                "steps",
                "judge",
                "enter",
                "leave",
                "stale-after",
                "events",
                "budget",
                "why",
                "mend");
        String id = id(node.require("id"));
        Slo.Kind kind = node.require("kind").oneOf(Slo.Kind.class);
        Limit objective = objective(node.require("objective"), kind);
        Severity severity = node.require("severity").oneOf(Severity.class);
        Optional<YamlNode> scope = node.find("scope");
        return new Slo(
                id,
                node.require("title").text(),
                scope.isPresent() ? scope.get().text() : "",
                kind,
                objective,
                queries(node, id),
                judge(node),
                expression(node, "target"),
                expression(node, "freshness"),
                severity,
                steps(node, objective, severity),
                hysteresis(node),
                staleAfter(node),
                BudgetEntry.plan(node, kind, budget, check),
                node.require("why").text(),
                node.require("mend").text(),
                node.line());
    }

    private static String id(YamlNode node) throws DocumentException {
        String id = node.text();
        if (!ID.matcher(id).matches()) {
            throw node.error(
                    "id is \"" + id + "\"", "write small letters, digits and single dashes, as in api-latency-p95");
        }
        return id;
    }

    private static Limit objective(YamlNode node, Slo.Kind kind) throws DocumentException {
        Limit limit = limit(node, "objective");
        if (kind == Slo.Kind.THRESHOLD) {
            return limit;
        }
        if (limit.unit() != Unit.RATIO) {
            throw node.error(
                    "objective \"" + limit.text() + "\" of a ratio is not in %",
                    "write it in %, as in \"> 99%\", or say kind: threshold");
        }
        if (limit.bound().signum() <= 0 || limit.bound().compareTo(BigDecimal.ONE) >= 0) {
            throw node.error(
                    "objective \"" + limit.text() + "\" of a ratio leaves no error budget",
                    "write a bound between 0% and 100%, both excluded, as in \"> 99.9%\"");
        }
        return limit;
    }

    private static Limit limit(YamlNode node, String name) throws DocumentException {
        String text = node.text();
        Optional<Limit> parsed = Limit.parse(text);
        if (parsed.isEmpty()) {
            throw node.error(name + " \"" + text + "\" is not a bound", LIMIT_MEND);
        }
        Limit limit = parsed.get();
        boolean zero = limit.bound().signum() == 0;
        if (zero && limit.operator() == Limit.Operator.LESS) {
            throw node.error(
                    name + " \"" + text + "\" can never be kept: no figure is below 0",
                    "write a bound above 0, or <= 0");
        }
        if (zero && limit.operator() == Limit.Operator.AT_LEAST) {
            throw node.error(name + " \"" + text + "\" can never be missed", "write a bound above 0");
        }
        return limit;
    }

    private Map<Window, String> queries(YamlNode node, String id) throws DocumentException {
        Optional<YamlNode> query = node.find("query");
        Optional<YamlNode> windows = node.find("windows");
        if (query.isPresent() && windows.isPresent()) {
            throw node.errorAtKey(
                    "windows",
                    id + " has both query and windows",
                    "keep query with " + PLACE + ", or windows with one expression each");
        }
        Map<Window, String> queries = new EnumMap<>(Window.class);
        if (windows.isPresent()) {
            windows.get().allowOnly("1m", "5m", "1h");
            for (Window window : Window.values()) {
                queries.put(window, checked(windows.get().require(window.promql())));
            }
            return queries;
        }
        if (query.isEmpty()) {
            throw node.error(id + " has neither query nor windows", "add a line query: with " + PLACE + " in it");
        }
        YamlNode one = query.get();
        if (!one.text().contains(PLACE)) {
            throw one.error(
                    "query has no " + PLACE + ", so 1m, 5m and 1h would be the same",
                    "write " + PLACE + " where the window stands, or give windows: one expression each");
        }
        for (Window window : Window.values()) {
            queries.put(window, checked(one, one.text().replace(PLACE, window.promql())));
        }
        return queries;
    }

    private Optional<String> expression(YamlNode node, String key) throws DocumentException {
        Optional<YamlNode> found = node.find(key);
        return found.isPresent() ? Optional.of(checked(found.get())) : Optional.empty();
    }

    private String checked(YamlNode node) throws DocumentException {
        return checked(node, node.text());
    }

    private String checked(YamlNode node, String expression) throws DocumentException {
        Optional<String> fault = check.fault(expression);
        if (fault.isPresent()) {
            throw node.error(
                    "\"" + expression + "\" is not PromQL: " + fault.get(), "try the expression on the server first");
        }
        return expression;
    }

    private static Map<Severity, Limit> steps(YamlNode node, Limit objective, Severity severity)
            throws DocumentException {
        Map<Severity, Limit> steps = new EnumMap<>(Severity.class);
        Optional<YamlNode> found = node.find("steps");
        if (found.isEmpty()) {
            return steps;
        }
        YamlNode map = found.get();
        map.allowOnly("info", "warning", "error", "critical");
        Limit before = objective;
        Severity worst = severity;
        List<Severity> given = new ArrayList<>();
        for (Severity step : Severity.values()) {
            Optional<YamlNode> bound = map.find(step.words());
            if (bound.isEmpty()) {
                continue;
            }
            given.add(step);
            if (step.compareTo(worst) <= 0) {
                throw map.errorAtKey(
                        step.words(),
                        "step " + step.words() + " is no worse than severity: " + severity.words(),
                        "name a severity beyond " + severity.words() + ", or lower severity");
            }
            before = looser(bound.get(), step, before);
            worst = step;
            steps.put(step, before);
        }
        if (given.isEmpty()) {
            throw map.error("steps names no severity", "add a line such as critical: \"< 500ms\", or leave steps out");
        }
        return steps;
    }

    private static Limit looser(YamlNode node, Severity step, Limit before) throws DocumentException {
        Limit limit = limit(node, "step " + step.words());
        boolean up = before.operator().isUpperBound();
        if (limit.unit() != before.unit() || limit.operator().isUpperBound() != up) {
            throw node.error(
                    "step \"" + limit.text() + "\" does not measure as \"" + before.text() + "\" does",
                    "use the same unit and direction, as in \""
                            + before.operator().sign() + " " + example(before) + "\"");
        }
        int order = limit.bound().compareTo(before.bound());
        if (up ? order <= 0 : order >= 0) {
            throw node.error(
                    "step \"" + limit.text() + "\" is not looser than \"" + before.text() + "\" before it",
                    "write a bound " + (up ? "above " : "below ") + example(before));
        }
        return limit;
    }

    private static String example(Limit limit) {
        return Figures.of(limit).substring(2).replace("\u00a0", "");
    }

    private Window judge(YamlNode node) throws DocumentException {
        Optional<YamlNode> found = node.find("judge");
        if (found.isEmpty()) {
            return judge;
        }
        String text = found.get().text();
        for (Window window : Window.values()) {
            if (window.promql().equals(text)) {
                return window;
            }
        }
        throw found.get().error("judge is \"" + text + "\", not a window", "write 1m, 5m or 1h");
    }

    private Slo.Hysteresis hysteresis(YamlNode node) throws DocumentException {
        Optional<YamlNode> enter = node.find("enter");
        Optional<YamlNode> leave = node.find("leave");
        return new Slo.Hysteresis(
                enter.isPresent() ? enter.get().integer(1, 100) : hysteresis.enter(),
                leave.isPresent() ? leave.get().integer(1, 100) : hysteresis.leave());
    }

    private Duration staleAfter(YamlNode node) throws DocumentException {
        Optional<YamlNode> found = node.find("stale-after");
        if (found.isEmpty()) {
            return staleAfter;
        }
        Duration duration = found.get().duration();
        if (duration.isZero() || duration.compareTo(Duration.ofDays(1)) > 0) {
            throw found.get()
                    .error("stale-after is " + found.get().text(), "write more than 0 and at most 1d, as in 2m");
        }
        return duration;
    }
}
