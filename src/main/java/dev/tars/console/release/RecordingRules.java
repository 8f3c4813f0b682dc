package dev.tars.console.release;

import dev.tars.console.document.DocumentException;
import dev.tars.console.document.YamlDocument;
import dev.tars.console.document.YamlNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the records of a Prometheus rule file stand for. */
public final class RecordingRules {

    private RecordingRules() {}

    /**
     * The expression of each record. A record that several rules write stands for none of them alone and is left out.
     *
     * @param file its name, for errors
     * @throws DocumentException where the file is no rule file
     */
    public static Map<String, String> expressions(String text, String file) throws DocumentException {
        Map<String, String> expressions = new LinkedHashMap<>();
        Map<String, Integer> times = new LinkedHashMap<>();
        for (YamlNode group : YamlDocument.parse(text, file).require("groups").items()) {
            for (YamlNode rule : group.require("rules").items()) {
                Optional<YamlNode> record = rule.find("record");
                if (record.isPresent()) {
                    String name = record.get().text();
                    expressions.put(name, rule.require("expr").text().strip());
                    times.merge(name, 1, Integer::sum);
                }
            }
        }
        times.forEach((name, count) -> {
            if (count > 1) {
                expressions.remove(name);
            }
        });
        return expressions;
    }
}
