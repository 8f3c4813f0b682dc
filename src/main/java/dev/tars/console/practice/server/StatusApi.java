package dev.tars.console.practice.server;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.tars.console.practice.rules.ActiveAlert;
import dev.tars.console.practice.rules.Rule;
import dev.tars.console.practice.rules.RuleGroup;
import dev.tars.console.practice.rules.RuleState;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The part of the API that tells of the server itself: rules, alerts, targets, build. */
final class StatusApi {
    private final ServerState state;

    StatusApi(ServerState state) {
        this.state = state;
    }

    byte[] rules(Request request) {
        String only = request.text("type");
        return JsonAnswer.success(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("groups");
            for (RuleGroup group : state.groups()) {
                group(json, group, only);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void group(JsonGenerator json, RuleGroup group, String only) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", group.group().name());
        json.writeStringField("file", group.group().file());
        json.writeArrayFieldStart("rules");
        for (RuleState rule : group.states()) {
            boolean alerting = rule.rule() instanceof Rule.Alerting;
            if (only.isEmpty() || only.equals(alerting ? "alert" : "record")) {
                rule(json, rule);
            }
        }
        json.writeEndArray();
        seconds(json, "interval", group.group().interval());
        json.writeNumberField("limit", 0);
        seconds(json, "evaluationTime", group.took());
        json.writeStringField("lastEvaluation", group.lastEvaluation().toString());
        json.writeEndObject();
    }

    private static void rule(JsonGenerator json, RuleState state) throws IOException {
        json.writeStartObject();
        if (state.rule() instanceof Rule.Alerting alerting) {
            json.writeStringField("state", alertState(state.alerts()));
            json.writeStringField("name", alerting.name());
            json.writeStringField("query", alerting.query());
            seconds(json, "duration", alerting.hold());
            json.writeNumberField("keepFiringFor", 0);
            json.writeFieldName("labels");
            JsonAnswer.texts(json, alerting.labels());
            json.writeFieldName("annotations");
            JsonAnswer.texts(json, alerting.annotations());
            json.writeFieldName("alerts");
            alerts(json, state.alerts());
        } else {
            json.writeStringField("name", state.rule().name());
            json.writeStringField("query", state.rule().query());
            if (!state.rule().labels().isEmpty()) {
                json.writeFieldName("labels");
                JsonAnswer.texts(json, state.rule().labels());
            }
        }
        json.writeStringField("health", state.health());
        if (!state.error().isEmpty()) {
            json.writeStringField("lastError", state.error());
        }
        seconds(json, "evaluationTime", state.took());
        json.writeStringField("lastEvaluation", state.lastEvaluation().toString());
        json.writeStringField("type", state.rule() instanceof Rule.Alerting ? "alerting" : "recording");
        json.writeEndObject();
    }

    private static String alertState(List<ActiveAlert> alerts) {
        if (alerts.isEmpty()) {
            return "inactive";
        }
        return alerts.stream().anyMatch(ActiveAlert::firing) ? "firing" : "pending";
    }

    byte[] alerts() {
        List<ActiveAlert> all = new ArrayList<>();
        state.groups().forEach(group -> group.states().forEach(rule -> all.addAll(rule.alerts())));
        return JsonAnswer.success(json -> {
            json.writeStartObject();
            json.writeFieldName("alerts");
            alerts(json, all);
            json.writeEndObject();
        });
    }

    private static void alerts(JsonGenerator json, List<ActiveAlert> alerts) throws IOException {
        json.writeStartArray();
        for (ActiveAlert alert : alerts) {
            json.writeStartObject();
            json.writeFieldName("labels");
            JsonAnswer.labels(json, alert.labels());
            json.writeFieldName("annotations");
            JsonAnswer.texts(json, alert.annotations());
            json.writeStringField("state", alert.state());
            json.writeStringField("activeAt", alert.activeAt().toString());
            json.writeStringField("value", Spelling.exponent(alert.value()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    byte[] targets() {
        return JsonAnswer.success(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("activeTargets");
            for (Scraper scraper : state.scrapers()) {
                target(json, scraper);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("droppedTargets");
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private void target(JsonGenerator json, Scraper scraper) throws IOException {
        ScrapeTarget target = scraper.target();
        Scraper.Outcome last = scraper.last();
        boolean never = last.at().equals(Instant.EPOCH);
        String interval = state.scrapeInterval().toSeconds() + "s";
        json.writeStartObject();
        json.writeFieldName("discoveredLabels");
        Map<String, String> discovered = new TreeMap<>(target.labels());
        discovered.put("__address__", target.address());
        discovered.put("__metrics_path__", "/metrics");
        discovered.put("__scheme__", "http");
        discovered.put("__scrape_interval__", interval);
        discovered.put("__scrape_timeout__", interval);
        JsonAnswer.texts(json, discovered);
        json.writeFieldName("labels");
        JsonAnswer.texts(json, new TreeMap<>(target.labels()));
        json.writeStringField("scrapePool", target.job());
        json.writeStringField("scrapeUrl", target.url());
        json.writeStringField("globalUrl", target.url());
        json.writeStringField("lastError", last.error());
        json.writeStringField("lastScrape", (never ? RuleState.NEVER : last.at()).toString());
        seconds(json, "lastScrapeDuration", last.took());
        json.writeStringField("health", never ? "unknown" : last.error().isEmpty() ? "up" : "down");
        json.writeStringField("scrapeInterval", interval);
        json.writeStringField("scrapeTimeout", interval);
        json.writeEndObject();
    }

    byte[] metadata(Request request) {
        String only = request.text("metric");
        Map<String, Map.Entry<String, String>> all = new TreeMap<>();
        state.scrapers().forEach(scraper -> all.putAll(scraper.metadata()));
        return JsonAnswer.success(json -> {
            json.writeStartObject();
            for (Map.Entry<String, Map.Entry<String, String>> metric : all.entrySet()) {
                if (only.isEmpty() || only.equals(metric.getKey())) {
                    json.writeArrayFieldStart(metric.getKey());
                    json.writeStartObject();
                    json.writeStringField("type", metric.getValue().getKey());
                    json.writeStringField("help", metric.getValue().getValue());
                    json.writeStringField("unit", "");
                    json.writeEndObject();
                    json.writeEndArray();
                }
            }
            json.writeEndObject();
        });
    }

    byte[] buildinfo() {
        return JsonAnswer.success(json -> {
            json.writeStartObject();
            json.writeStringField("version", BuiltInPrometheus.VERSION);
            for (String unknown : List.of("revision", "branch", "buildUser", "buildDate", "goVersion")) {
                json.writeStringField(unknown, "");
            }
            json.writeEndObject();
        });
    }

    byte[] runtimeinfo() {
        return JsonAnswer.success(json -> {
            json.writeStartObject();
            json.writeStringField("startTime", state.started().toString());
            json.writeStringField("CWD", "");
            json.writeBooleanField("reloadConfigSuccess", true);
            json.writeStringField(
                    "lastConfigTime",
                    state.started().truncatedTo(ChronoUnit.SECONDS).toString());
            json.writeNumberField("corruptionCount", 0);
            json.writeNumberField("goroutineCount", 0);
            json.writeNumberField("GOMAXPROCS", Runtime.getRuntime().availableProcessors());
            json.writeStringField("GOGC", "");
            json.writeStringField("GODEBUG", "");
            json.writeStringField("storageRetention", state.retention().toMinutes() + "m");
            json.writeEndObject();
        });
    }

    private static void seconds(JsonGenerator json, String field, Duration duration) throws IOException {
        json.writeFieldName(field);
        json.writeRawValue(Spelling.value(duration.toNanos() / 1e9));
    }
}
