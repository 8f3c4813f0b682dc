package dev.tars.console.connect.prometheus;

import java.util.List;
import java.util.Optional;

/** Makes the API's small answers out of their JSON. */
final class ServerAnswers {

    private ServerAnswers() {}

    static List<RuleGroup> rules(Tree data) {
        return data.list("groups").stream().map(ServerAnswers::group).toList();
    }

    private static RuleGroup group(Tree group) {
        return new RuleGroup(
                group.text("name"),
                group.text("file"),
                group.seconds("interval"),
                group.seconds("evaluationTime"),
                group.time("lastEvaluation"),
                group.list("rules").stream().map(ServerAnswers::rule).toList());
    }

    private static RuleGroup.Rule rule(Tree rule) {
        boolean alerting = rule.text("type").equals("alerting");
        return new RuleGroup.Rule(
                alerting ? RuleGroup.Type.ALERTING : RuleGroup.Type.RECORDING,
                rule.text("name"),
                rule.text("query"),
                switch (rule.text("health")) {
                    case "ok" -> RuleGroup.Health.OK;
                    case "err" -> RuleGroup.Health.ERR;
                    default -> RuleGroup.Health.UNKNOWN;
                },
                rule.text("lastError"),
                rule.seconds("evaluationTime"),
                rule.time("lastEvaluation"),
                rule.has("state") ? Optional.of(rule.text("state")) : Optional.empty(),
                rule.seconds("duration"),
                rule.texts("labels"),
                rule.texts("annotations"),
                rule.list("alerts").size());
    }

    static List<Target> targets(Tree data) {
        return data.list("activeTargets").stream().map(ServerAnswers::target).toList();
    }

    private static Target target(Tree target) {
        return new Target(
                target.text("scrapePool"),
                target.text("scrapeUrl"),
                target.texts("labels"),
                switch (target.text("health")) {
                    case "up" -> Target.Health.UP;
                    case "down" -> Target.Health.DOWN;
                    default -> Target.Health.UNKNOWN;
                },
                target.text("lastError"),
                target.time("lastScrape"),
                target.seconds("lastScrapeDuration"));
    }

    static BuildInfo build(Tree data) {
        return new BuildInfo(
                data.text("version"),
                data.text("revision"),
                data.text("branch"),
                data.text("buildDate"),
                data.text("goVersion"));
    }

    static RuntimeInfo runtime(Tree data) {
        return new RuntimeInfo(
                data.time("startTime"),
                data.isTrue("reloadConfigSuccess"),
                data.time("lastConfigTime"),
                data.text("storageRetention"));
    }
}
