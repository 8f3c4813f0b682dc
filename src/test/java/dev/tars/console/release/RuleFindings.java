package dev.tars.console.release;

import dev.tars.console.base.Limit;
import dev.tars.console.document.DocumentException;
import dev.tars.console.document.YamlDocument;
import dev.tars.console.document.YamlNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is wrong between records, objectives and alerts, which no promtool sees. One sentence a finding. */
final class RuleFindings {

    private static final Pattern COMPARISON =
            Pattern.compile("(tars:slo:[a-z0-9_]+:5m) (<=|>=|<|>) ([0-9]+(?:\\.[0-9]+)?)");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*");
    private static final Set<String> WORDS =
            Set.of("absent", "or", "and", "unless", "clamp_max", "sum_over_time", "count_over_time");

    private final Set<String> records;
    private final List<RuleFile.Rule> alerts;
    private final List<YamlNode> objectives;

    RuleFindings(String records, String alerts, String objectives) throws DocumentException {
        this.records = RuleFile.read(records, "recording_rules.yaml").rules().stream()
                .map(RuleFile.Rule::name)
                .collect(Collectors.toSet());
        this.alerts = RuleFile.read(alerts, "alerts.yaml").rules();
        this.objectives = YamlDocument.parse(objectives, "slos.yaml")
                .require("objectives")
                .items();
    }

    /** Records that an objective asks for and nobody writes. */
    List<String> missingRecords() throws DocumentException {
        List<String> findings = new ArrayList<>();
        for (YamlNode objective : objectives) {
            String query = objective.require("query").text();
            for (String window : List.of("1m", "5m", "1h")) {
                String record = query.replace("$window", window);
                if (!query.endsWith(":$window") || !records.contains(record)) {
                    findings.add(id(objective) + " asks for " + record + ", which is no record");
                }
            }
            Optional<YamlNode> events = objective.find("events");
            for (String key : events.isPresent() ? List.of("bad", "total") : List.<String>of()) {
                String record = events.orElseThrow().require(key).text();
                if (!record.equals(query.replace("$window", key + ":5m")) || !records.contains(record)) {
                    findings.add(id(objective) + " counts " + record + ", which is no record of its own");
                }
            }
            String freshness = objective.require("freshness").text();
            if (!freshness.equals("timestamp(" + query.replace("$window", "5m") + ")")) {
                findings.add(id(objective) + " takes its freshness from " + freshness);
            }
        }
        return findings;
    }

    /** Alerts that read anything but records. */
    List<String> rawQueries() {
        List<String> findings = new ArrayList<>();
        for (RuleFile.Rule alert : alerts) {
            Matcher name = NAME.matcher(alert.expr().replaceAll("\\[[^]]*]", ""));
            while (name.find()) {
                if (!WORDS.contains(name.group()) && !records.contains(name.group())) {
                    findings.add(alert.name() + " reads " + name.group() + ", which is no record");
                }
            }
        }
        return findings;
    }

    /** Bounds and steps that no alert watches at their severity, and alerts at a bound that no objective has. */
    List<String> unwatchedBounds() throws DocumentException {
        List<String> findings = new ArrayList<>();
        for (YamlNode objective : objectives) {
            Map<String, String> bounds = new LinkedHashMap<>();
            bounds.put(
                    objective.require("severity").text(),
                    objective.require("objective").text());
            Optional<YamlNode> steps = objective.find("steps");
            if (steps.isPresent()) {
                for (Map.Entry<String, YamlNode> step :
                        steps.orElseThrow().entries().entrySet()) {
                    bounds.put(step.getKey(), step.getValue().text());
                }
            }
            String record = objective.require("query").text().replace("$window", "5m");
            for (Map.Entry<String, String> bound : bounds.entrySet()) {
                Limit limit = Limit.parse(bound.getValue()).orElseThrow();
                long watching = watching(id(objective)).stream()
                        .filter(a -> bound.getKey().equals(a.labels().get("severity")))
                        .filter(a -> isMissed(a.expr(), record, limit))
                        .count();
                if (watching != 1) {
                    findings.add(id(objective) + " " + bound.getValue() + " (" + bound.getKey() + ") is watched by "
                            + watching + " alerts");
                }
            }
            if (watching(id(objective)).size() != bounds.size()) {
                findings.add(id(objective) + " has an alert at a bound of its own");
            }
        }
        return findings;
    }

    /** Objectives whose silence nobody would hear: absent, one series of several gone, NaN. */
    List<String> unheardSilence() throws DocumentException {
        List<String> findings = new ArrayList<>();
        for (YamlNode objective : objectives) {
            String query = objective.require("query").text();
            String now = query.replace("$window", "5m");
            String silence = "absent(%s) or (%s unless %s) or (%s != %s)"
                    .formatted(now, query.replace("$window", "1h"), now, now, now);
            boolean heard = alerts.stream()
                    .filter(a -> a.name().endsWith("Silent"))
                    .filter(a -> id(objective).equals(a.labels().get("objective")))
                    .anyMatch(a -> a.expr().replaceAll("\\s+", " ").equals(silence));
            if (!heard) {
                findings.add(id(objective) + " can fall silent unheard");
            }
        }
        return findings;
    }

    private List<RuleFile.Rule> watching(String objective) {
        return alerts.stream()
                .filter(a -> objective.equals(a.labels().get("objective")))
                .filter(a -> !a.name().endsWith("Silent") && !a.labels().containsKey("within"))
                .toList();
    }

    private static boolean isMissed(String expr, String record, Limit limit) {
        Matcher m = COMPARISON.matcher(expr);
        if (!m.matches()) {
            return false;
        }
        String opposite = switch (limit.operator()) {
            case LESS -> ">=";
            case AT_MOST -> ">";
            case GREATER -> "<=";
            case AT_LEAST -> "<";
        };
        return m.group(1).equals(record)
                && m.group(2).equals(opposite)
                && new BigDecimal(m.group(3)).compareTo(limit.bound()) == 0;
    }

    private static String id(YamlNode objective) {
        try {
            return objective.require("id").text();
        } catch (DocumentException e) {
            throw new AssertionError(e);
        }
    }
}
