package dev.tars.console.runbook.client;

import dev.tars.console.base.Unit;
import dev.tars.console.document.DocumentException;
import dev.tars.console.runbook.Answer;
import dev.tars.console.runbook.Block;
import dev.tars.console.runbook.Probe;
import dev.tars.console.runbook.ProbeContext;
import dev.tars.console.runbook.ProbeFailed;
import dev.tars.console.runbook.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * {@code report}: what another tool wrote, a path a line as for {@code file}. The form is told by the content: JUnit XML, Cobertura
 * or JaCoCo XML, the JSON of Trivy, Grype or Snyk. {@code take=}: {@code tests}, {@code failures}, {@code errors}, {@code skipped} and
 * {@code failed} (failures and errors together) of all files in one; {@code coverage}, a share of lines; {@code critical},
 * {@code high}, {@code medium}, {@code low} findings. A report of no tests, or of a form that has no such figure, is no answer.
 */
public final class ReportProbe implements Probe {
    private static final long CAP = 64L << 20;
    private static final String[] FIGURES = {
        "tests", "failures", "errors", "skipped", "failed", "coverage", "critical", "high", "medium", "low"
    };

    private final FilePlaces places;

    public ReportProbe(FilePlaces places) {
        this.places = places;
    }

    @Override
    public String kind() {
        return "report";
    }

    @Override
    public void check(Block block) throws DocumentException {
        Taking.refuseForeign(block, false, false);
        block.attributes().allowOnly("expect", "timeout", "take");
        Taking.refuseNone(block);
        Taking.check(block, false, FIGURES);
        if (!block.attributes().has("take")) {
            throw block.at()
                    .error("a report has many figures", "say with take= which one: " + String.join(", ", FIGURES));
        }
        Taking.refuseUnitless(block, Taking.of(block, "").equals("coverage") ? Unit.RATIO : Unit.COUNT);
        FilePlaces.check(block);
    }

    @Override
    public Answer ask(Block block, ProbeContext context) throws ProbeFailed, InterruptedException {
        String take = Taking.of(block, "");
        String question = context.fill(block.question());
        List<FilePlaces.Found> files = places.find(question);
        if (files.isEmpty()) {
            throw new ProbeFailed("no file", "no report matches " + question, "let the build write it there");
        }
        Map<String, String> prints = new LinkedHashMap<>();
        StringBuilder raw = new StringBuilder();
        Map<String, Double> sums = new TreeMap<>();
        for (FilePlaces.Found file : files) {
            if (Thread.interrupted()) {
                throw new InterruptedException("stopped while reports were read");
            }
            Map<String, Double> figures = figures(file);
            raw.append(file.name()).append(": ").append(figures).append('\n');
            figures.forEach((name, figure) -> sums.merge(name, figure, Double::sum));
            try {
                prints.put("file " + file.name(), FilePlaces.sha256(file.path()));
            } catch (IOException e) {
                throw unreadable(file, e);
            }
        }
        boolean isOfTests = Set.of("failures", "errors", "skipped", "failed").contains(take);
        if (isOfTests && sums.getOrDefault("tests", 0.0) == 0) {
            throw new ProbeFailed("no tests", "the report holds no test", "see why none ran", question, null);
        }
        Double figure = take.equals("coverage") ? coverage(sums) : sums.get(take);
        if (figure == null) {
            throw new ProbeFailed(
                    "no figure", "the report does not say " + take, "name a report that does", question, null);
        }
        double unrated = sums.getOrDefault(ScannerJson.UNRATED, 0.0);
        Unit unit = take.equals("coverage") ? Unit.RATIO : Unit.COUNT;
        return Answer.of(
                        question + "\ntake " + take,
                        places.words(),
                        raw.toString(),
                        List.of(Value.of(take, figure, unit)))
                .fingerprints(prints)
                .warnings(unrated > 0 ? List.of((int) unrated + " findings have no severity") : List.of());
    }

    private static @org.jspecify.annotations.Nullable Double coverage(Map<String, Double> sums) {
        double lines = sums.getOrDefault(ReportXml.LINES, 0.0);
        return lines > 0 ? Double.valueOf(sums.getOrDefault(ReportXml.COVERED, 0.0) / lines) : null;
    }

    private static Map<String, Double> figures(FilePlaces.Found file) throws ProbeFailed {
        if (!file.isThere()) {
            throw new ProbeFailed("no file", file.name() + " is not there", "let the build write it there");
        }
        try {
            if (Files.size(file.path()) > CAP) {
                throw new ProbeFailed("too large", file.name() + " has more than 64 MiB", "split it");
            }
            byte[] bytes = Files.readAllBytes(file.path());
            String head = new String(bytes, 0, Math.min(bytes.length, 200), StandardCharsets.UTF_8)
                    .replace("\ufeff", "")
                    .strip();
            if (head.startsWith("<")) {
                return ReportXml.read(bytes, file.name());
            }
            return ScannerJson.read(Json.read(new String(bytes, StandardCharsets.UTF_8), file.name()), file.name());
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static ProbeFailed unreadable(FilePlaces.Found file, IOException e) {
        return new ProbeFailed("unreadable", file.name() + " cannot be read", "see that it may be read", "", e);
    }
}
