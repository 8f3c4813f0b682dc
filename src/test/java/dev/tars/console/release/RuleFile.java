package dev.tars.console.release;

import dev.tars.console.document.DocumentException;
import dev.tars.console.document.YamlDocument;
import dev.tars.console.document.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Prometheus rule file as data.
 *
 * @param groups in the order of the file
 */
record RuleFile(List<Group> groups) {

    /** @param interval as it is written: 15s */
    record Group(String name, String interval, List<Rule> rules) {}

    /** @param record whether it is a recording rule and not an alert */
    record Rule(
            boolean record, String name, String expr, Map<String, String> labels, Map<String, String> annotations) {}

    static RuleFile read(String text, String file) throws DocumentException {
        List<Group> groups = new ArrayList<>();
        for (YamlNode group : YamlDocument.parse(text, file).require("groups").items()) {
            List<Rule> rules = new ArrayList<>();
            for (YamlNode rule : group.require("rules").items()) {
                Optional<YamlNode> record = rule.find("record");
                YamlNode name = record.isPresent() ? record.orElseThrow() : rule.require("alert");
                rules.add(new Rule(
                        record.isPresent(),
                        name.text(),
                        rule.require("expr").text(),
                        texts(rule.find("labels")),
                        texts(rule.find("annotations"))));
            }
            groups.add(new Group(
                    group.require("name").text(), group.require("interval").text(), List.copyOf(rules)));
        }
        return new RuleFile(List.copyOf(groups));
    }

    List<Rule> rules() {
        return groups.stream().flatMap(g -> g.rules().stream()).toList();
    }

    private static Map<String, String> texts(Optional<YamlNode> map) throws DocumentException {
        Map<String, String> texts = new LinkedHashMap<>();
        if (map.isPresent()) {
            for (Map.Entry<String, YamlNode> entry : map.orElseThrow().entries().entrySet()) {
                texts.put(entry.getKey(), entry.getValue().text());
            }
        }
        return texts;
    }
}
