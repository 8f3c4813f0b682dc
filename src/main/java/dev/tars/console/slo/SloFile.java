package dev.tars.console.slo;

import dev.tars.console.document.DocumentException;
import dev.tars.console.document.YamlDocument;
import dev.tars.console.document.YamlNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The objectives of a release, as {@code rules/slos.yaml} states them.
 *
 * <pre>{@code
 * version: 1                      # of this schema
 * release: v1.0.1
 * defaults:                       # optional, each key too
 *   judge: 5m                     # the window that decides: 1m, 5m or 1h
 *   enter: 1                      # polls outside before it is violated, 1 to 100
 *   leave: 3                      # polls inside before a violation ends, 1 to 100
 *   stale-after: 2m               # the newest sample may be this old
 * budget:                         # optional, each key too; of the objectives that have events
 *   period: 30d                   # what the error budget is for
 *   tiers:                        # speeds of burning that are told: this part of the budget in this time, and in a
 *     - {spend: 2%, within: 1h, severity: critical}   # twelfth of it as fast; whole hours
 * objectives:
 *   - id: api-latency-p95         # unique, kebab-case
 *     title: API latency p95
 *     scope: all routes           # optional, written small beside the title
 *     kind: threshold             # threshold: a figure; ratio: a share with an error budget
 *     objective: "< 150ms"        # OP NUMBER[UNIT]; OP < <= > >=; UNIT ms s min h B KiB MiB GiB % /s
 *     query: tars:slo:api_latency_p95:$window    # $window becomes 1m, 5m, 1h; or:
 *     windows: {1m: "...", 5m: "...", 1h: "..."} # one expression each, all three
 *     target: up{job="tars"}      # optional: up of what exposes it; it tells a dead target from a vanished series
 *     freshness: timestamp(...)   # optional: unix time of the newest sample behind it
 *     severity: warning           # of a violation: info, warning, error, critical
 *     steps:                      # optional: worse once these bounds are missed too
 *       error: "< 200ms"
 *       critical: "< 500ms"
 *     events:                     # optional, of a ratio: records a second, one sample each 5 min over 5 min
 *       bad: tars:slo:api_error_rate:bad:5m
 *       total: tars:slo:api_error_rate:total:5m
 *     budget: {period: 28d}       # optional, as above, for this objective alone
 *     judge: 5m                   # optional, as in defaults; so enter, leave, stale-after
 *     why: Users feel it.         # why it matters for the release
 *     mend: Roll the region back. # what to do when it is missed
 * }</pre>
 *
 * <p>An expression gives one sample a label set, and each of them must keep the objective. A sample's value is in the
 * base unit of its limit: seconds, bytes, a share from 0 to 1.
 *
 * @param release the release that promises them
 * @param objectives in the order of the file, one at least
 */
public record SloFile(String release, List<Slo> objectives) {

    private static final int VERSION = 1;

    public SloFile {
        objectives = List.copyOf(objectives);
    }

    /**
     * The same, each objective whose queries are all records with the expressions of these.
     *
     * @param records expressions of the recording rules by record
     */
    public SloFile withRecords(Map<String, String> records) {
        List<Slo> with = new ArrayList<>();
        for (Slo slo : objectives) {
            Map<Window, String> raw = new EnumMap<>(Window.class);
            slo.queries().forEach((window, query) -> {
                if (records.containsKey(query)) {
                    raw.put(window, records.get(query));
                }
            });
            with.add(raw.size() == slo.queries().size() ? slo.withRaw(raw) : slo);
        }
        return new SloFile(release, with);
    }

    /**
     * Reads a file whole.
     *
     * @param file its name, for errors
     * @throws DocumentException at the first thing that is wrong, with line, cause and mend
     */
    public static SloFile parse(String text, String file, QueryCheck check) throws DocumentException {
        YamlNode root = YamlDocument.parse(text, file);
        root.allowOnly("version", "release", "defaults", "budget", "objectives");
        YamlNode version = root.require("version");
        if (!version.text().equals(String.valueOf(VERSION))) {
            throw version.error(
                    "version is \"" + version.text() + "\", this console reads version " + VERSION,
                    "write version: " + VERSION + ", or open the file with the console it was written for");
        }
        String release = root.require("release").text();
        SloEntry reader = SloEntry.withDefaults(root.find("defaults"), root.find("budget"), check);
        YamlNode list = root.require("objectives");
        if (list.items().isEmpty()) {
            throw list.error("objectives is an empty list", "write at least one objective, starting with - id:");
        }
        List<Slo> objectives = new ArrayList<>();
        Map<String, Integer> lines = new HashMap<>();
        for (YamlNode item : list.items()) {
            Slo slo = reader.read(item);
            Integer first = lines.putIfAbsent(slo.id(), slo.line());
            if (first != null) {
                throw item.require("id")
                        .error(
                                "id \"" + slo.id() + "\" is taken by the objective in line " + first,
                                "give one of them another id");
            }
            objectives.add(slo);
        }
        return new SloFile(release, objectives);
    }
}
