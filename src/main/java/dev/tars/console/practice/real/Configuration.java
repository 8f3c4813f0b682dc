package dev.tars.console.practice.real;

import dev.tars.console.practice.server.ScrapeTarget;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Prometheus' configuration file for practice. */
final class Configuration {

    private Configuration() {}

    /** @param self HOST:PORT of the server itself, which it scrapes for what it knows of its rules */
    static String text(List<ScrapeTarget> targets, Duration interval, List<String> ruleFiles, String self) {
        StringBuilder yaml = new StringBuilder("global:\n");
        long seconds = interval.toSeconds();
        yaml.append("  scrape_interval: ").append(seconds).append("s\n");
        yaml.append("  scrape_timeout: ").append(Math.min(seconds, 10)).append("s\n");
        yaml.append("  evaluation_interval: ").append(seconds).append("s\n");
        yaml.append("  external_labels: {environment: practice}\n");
        yaml.append("rule_files:\n");
        ruleFiles.forEach(file -> yaml.append("  - ").append(quoted(file)).append('\n'));
        yaml.append("scrape_configs:\n");
        Map<String, List<ScrapeTarget>> jobs = new LinkedHashMap<>();
        for (ScrapeTarget target : targets) {
            jobs.computeIfAbsent(target.job(), job -> new ArrayList<>()).add(target);
        }
        jobs.forEach((job, members) -> job(yaml, job, members));
        yaml.append("  - job_name: prometheus\n    static_configs:\n      - targets: [")
                .append(quoted(self))
                .append("]\n    metric_relabel_configs:\n      - source_labels: [__name__]\n")
                .append("        regex: prometheus_(rule_.*|build_info|config_last_reload_successful)\n")
                .append("        action: keep\n");
        return yaml.toString();
    }

    private static void job(StringBuilder yaml, String job, List<ScrapeTarget> members) {
        yaml.append("  - job_name: ").append(quoted(job)).append("\n    static_configs:\n");
        for (ScrapeTarget target : members) {
            yaml.append("      - targets: [").append(quoted(target.address())).append("]\n        labels:\n");
            new TreeMap<>(target.labels()).forEach((name, value) -> {
                if (!name.equals("job")) {
                    yaml.append("          ")
                            .append(name)
                            .append(": ")
                            .append(quoted(value))
                            .append('\n');
                }
            });
        }
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
