package dev.tars.console.practice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tars.console.base.Limit;
import dev.tars.console.document.YamlDocument;
import dev.tars.console.document.YamlNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** The shipped objectives: bound by query of one window. */
final class Objectives {

    private Objectives() {}

    /** @param window 1m, 5m or 1h @return id, then query and bound */
    static Map<String, Map.Entry<String, Limit>> over(String window) throws Exception {
        Map<String, Map.Entry<String, Limit>> all = new LinkedHashMap<>();
        for (YamlNode node : YamlDocument.parse(ShippedRules.objectives(), "slos.yaml")
                .require("objectives")
                .items()) {
            String query = node.require("query").text().replace("$window", window);
            Limit limit = Limit.parse(node.require("objective").text()).orElseThrow();
            all.put(node.require("id").text(), Map.entry(query, limit));
        }
        assertThat(all).hasSizeGreaterThanOrEqualTo(12);
        return all;
    }
}
