package dev.tars.console.slo;

import dev.tars.console.document.DocumentException;
import java.util.List;

/** Objectives for tests, read the way the console reads them. */
public final class Slos {

    private Slos() {}

    public static final String LATENCY = """
              - id: latency
                title: API latency p95
                kind: threshold
                objective: "< 150ms"
                query: latency:$window
                severity: warning
                steps: {error: "< 200ms", critical: "< 500ms"}
                why: Users feel it
                mend: Roll the region back
            """;

    public static final String ERRORS = """
              - id: errors
                title: Error rate
                kind: ratio
                objective: "<= 1%"
                query: errors:$window
                severity: error
                why: Requests fail
                mend: Look at the log
            """;

    /** The one objective written in {@code entry}, with more lines of it. */
    public static Slo of(String entry, String... moreLines) {
        return all(entry + lines(moreLines)).get(0);
    }

    public static List<Slo> all(String... entries) {
        try {
            String text = "version: 1\nrelease: v1.0.1\nobjectives:\n" + String.join("", entries);
            return SloFile.parse(text, "slos.yaml", QueryCheck.none()).objectives();
        } catch (DocumentException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    private static String lines(String... lines) {
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            text.append("    ").append(line).append('\n');
        }
        return text.toString();
    }
}
