package dev.tars.console.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.tars.console.slo.QueryCheck;
import dev.tars.console.slo.SloFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The panel with 1,000 rows and a poll each second, in a process of its own with the options of {@code mvn javafx:run}:
 * its FX thread never stands still for more than 100 ms, and neither its heap nor its threads grow. A minute at every
 * build; for as long as you like by hand: {@code mvn test -Dtests.excluded=none -Dtest=PanelSoakTest#forHalfAnHour
 * -Dsoak.minutes=30}.
 */
class PanelSoakTest {

    private static final int INDICATORS = 250;
    private static final List<String> BOUNDS = List.of("120ms", "150ms", "180ms", "300ms");
    private static final double TOLERANCE = 0.03;
    private static final double BUSY = 20;

    /** It grows by so many polls at a time. */
    private static final int BLOCK = 240;

    private static final int MEASURED = 40;

    @TempDir
    Path folder;

    @Test
    @Timeout(value = 4, unit = TimeUnit.MINUTES)
    void aMinuteLeavesHeapAndThreadsAsTheyWere() throws Exception {
        soak(Duration.ofSeconds(MEASURED));
    }

    @Test
    @Tag("long")
    void forHalfAnHour() throws Exception {
        soak(Duration.ofMinutes(Integer.getInteger("soak.minutes", 30)));
    }

    private void soak(Duration time) throws Exception {
        Map<String, Double> figures;
        try (ManySeries server = new ManySeries()) {
            write(server);
            figures = figures(run(time, server.url()));
            System.out.println("polls: " + server.polls() + "\nquestions: " + server.questions());
        }
        assertThat(figures).containsEntry("rows", (double) INDICATORS * BOUNDS.size());
        assertThat(figures.get("threads late")).isLessThanOrEqualTo(figures.get("threads early"));
        assertThat(figures.get("floor late MB"))
                .isLessThanOrEqualTo(figures.getOrDefault("floor early MB", 0.0) * (1 + TOLERANCE) + history(time));
        assumeThat(figures.get("looks that came late %"))
                .as("a machine that is busy with something else says nothing about stalls")
                .isLessThan(BUSY);
        assertThat(figures.get("stalls of its own")).isZero();
        assertThat(figures.get("longest collection ms")).isLessThanOrEqualTo(100);
    }

    /** What the charts' memory of judged figures grows by from the second fifth to the last: 8 bytes a series and poll. */
    private static double history(Duration time) {
        long polls = time.toSeconds() * 3 / 5 + BLOCK;
        return polls * 8.0 * INDICATORS * BOUNDS.size() * ManySeries.SERIES / 1e6;
    }

    private void write(ManySeries server) throws Exception {
        String objectives = ManySeries.objectives(INDICATORS, BOUNDS);
        assertThat(SloFile.parse(objectives, "slos.yaml", QueryCheck.none()).objectives())
                .hasSize(INDICATORS * BOUNDS.size());
        Files.createDirectories(folder.resolve("rules"));
        Files.writeString(folder.resolve("rules").resolve("slos.yaml"), objectives);
        Files.writeString(folder.resolve("rules").resolve("recording_rules.yaml"), "groups: []\n");
        Files.writeString(
                folder.resolve("environments.yaml"),
                "version: 1\nenvironments:\n  - name: soak\n    prometheus: {url: '" + server.url() + "'}\n");
    }

    private String run(Duration time, String address) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms48m",
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1"));
        for (String name :
                List.of("prism.order", "glass.platform", "monocle.platform", "headless.geometry", "testfx.headless")) {
            String value = System.getProperty(name);
            if (value != null) {
                command.add("-D" + name + "=" + value);
            }
        }
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                PanelSoak.class.getName(),
                folder.toString(),
                Long.toString(time.toSeconds()),
                address));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            System.out.println(said);
            assertThat(process.waitFor()).as(said).isZero();
            return said;
        } finally {
            process.destroyForcibly();
        }
    }

    private static Map<String, Double> figures(String said) {
        Map<String, Double> figures = new TreeMap<>();
        for (String line : said.lines().toList()) {
            int colon = line.lastIndexOf(": ");
            if (!line.startsWith("#") && colon > 0 && line.substring(colon + 2).matches("-?[0-9.]+")) {
                figures.put(line.substring(0, colon), Double.parseDouble(line.substring(colon + 2)));
            }
        }
        return figures;
    }
}
