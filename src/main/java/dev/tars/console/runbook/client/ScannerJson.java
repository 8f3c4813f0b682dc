package dev.tars.console.runbook.client;

import dev.tars.console.runbook.ProbeFailed;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Findings by severity in the JSON of Trivy ({@code Results}), Grype ({@code matches}) and Snyk ({@code vulnerabilities}). */
final class ScannerJson {
    /** A finding nobody has rated may be the worst of all. */
    static final String UNRATED = "unrated";

    private static final Set<String> SEVERITIES = Set.of("critical", "high", "medium", "low");

    private ScannerJson() {}

    static Map<String, Double> read(Json json, String file) throws ProbeFailed {
        if (!(json.value() instanceof Map<?, ?> root)) {
            throw unknown(file);
        }
        boolean isTrivy = root.containsKey("SchemaVersion") && root.containsKey("ArtifactName");
        if (isTrivy) {
            // Trivy leaves Results out where it found nothing to look at: that is no clean report.
            if (json.list("/Results").isEmpty()) {
                throw new ProbeFailed("no samples", file + " says that nothing was scanned", "scan the image itself");
            }
            return counted(
                    json,
                    "/Results/*/Vulnerabilities/*/Severity",
                    "/Results/*/Misconfigurations/*/Severity",
                    "/Results/*/Secrets/*/Severity");
        }
        if (root.containsKey("matches") && root.containsKey("descriptor")) {
            return counted(json, "/matches/*/vulnerability/severity");
        }
        if (root.containsKey("vulnerabilities") && root.containsKey("dependencyCount")) {
            return counted(json, "/vulnerabilities/*/severity");
        }
        throw unknown(file);
    }

    private static Map<String, Double> counted(Json json, String... pointers) {
        Map<String, Double> counts = new TreeMap<>();
        SEVERITIES.forEach(severity -> counts.put(severity, 0.0));
        for (String pointer : pointers) {
            for (Json.Found found : json.at(pointer)) {
                String severity = found.json().text().orElse("").toLowerCase(Locale.ROOT);
                boolean isRated = SEVERITIES.contains(severity) || severity.equals("negligible");
                counts.merge(isRated ? severity : UNRATED, 1.0, Double::sum);
            }
        }
        return counts;
    }

    private static ProbeFailed unknown(String file) {
        return new ProbeFailed(
                "no report", file + " is no report that is known", "write the JSON of Trivy, Grype or Snyk");
    }
}
