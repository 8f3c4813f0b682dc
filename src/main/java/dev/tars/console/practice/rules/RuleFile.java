package dev.tars.console.practice.rules;

import dev.tars.console.document.DocumentException;
import dev.tars.console.document.YamlDocument;
import dev.tars.console.document.YamlNode;
import dev.tars.console.promql.Expr;
import dev.tars.console.promql.PromqlException;
import dev.tars.console.promql.PromqlParser;
import dev.tars.console.promql.PromqlPrinter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a Prometheus rule file; like Prometheus it takes the whole file or none of it. */
public final class RuleFile {

    /** Rules that are evaluated one after the other, at one time stamp. */
    public record Group(String name, String file, Duration interval, List<Rule> rules) {
        public Group {
            rules = List.copyOf(rules);
        }
    }

    private RuleFile() {}

    /** @param interval of groups that name none */
    public static List<Group> read(String text, String file, Duration interval) throws DocumentException {
        YamlNode root = YamlDocument.parse(text, file);
        root.allowOnly("groups");
        List<Group> groups = new ArrayList<>();
        for (YamlNode node : root.require("groups").items()) {
            node.allowOnly("name", "interval", "limit", "rules");
            Optional<YamlNode> own = node.find("interval");
            List<Rule> rules = new ArrayList<>();
            for (YamlNode rule : node.require("rules").items()) {
                rules.add(rule(rule));
            }
            groups.add(new Group(
                    node.require("name").text(),
                    file,
                    own.isPresent() ? own.get().duration() : interval,
                    rules));
        }
        return groups;
    }

    private static Rule rule(YamlNode node) throws DocumentException {
        node.allowOnly("record", "alert", "expr", "for", "keep_firing_for", "labels", "annotations");
        YamlNode source = node.require("expr");
        Expr expr = parse(source);
        Map<String, String> labels = texts(node.find("labels"));
        Optional<YamlNode> hold = node.find("for");
        Optional<YamlNode> record = node.find("record");
        if (record.isPresent()) {
            return new Rule.Recording(record.get().text(), expr, PromqlPrinter.print(expr), labels);
        }
        return new Rule.Alerting(
                node.require("alert").text(),
                expr,
                PromqlPrinter.print(expr),
                hold.isPresent() ? hold.get().duration() : Duration.ZERO,
                labels,
                texts(node.find("annotations")));
    }

    private static Expr parse(YamlNode source) throws DocumentException {
        try {
            return PromqlParser.parse(source.text());
        } catch (PromqlException e) {
            throw source.error("the expression does not parse: " + e.getMessage(), "correct it: " + e.reason());
        }
    }

    private static Map<String, String> texts(Optional<YamlNode> node) throws DocumentException {
        Map<String, String> texts = new LinkedHashMap<>();
        if (node.isPresent()) {
            for (Map.Entry<String, YamlNode> entry : node.get().entries().entrySet()) {
                texts.put(entry.getKey(), entry.getValue().text());
            }
        }
        return texts;
    }
}
