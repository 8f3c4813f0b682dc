package dev.tars.console.runbook.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tars.console.runbook.Block;
import dev.tars.console.runbook.Blocks;
import dev.tars.console.runbook.ProbeFailed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SuppressWarnings("NullAway.Init") // JUnit fills them
class ReportProbeTest {

    private static final Map<String, String> REPORTS = Map.ofEntries(
            Map.entry(
                    "good.xml",
                    "<testsuite tests='9'><testcase name='a'/><testcase name='b'><skipped/></testcase></testsuite>"),
            Map.entry(
                    "bad.xml",
                    "<testsuites><testsuite><testsuite><testcase><failure>x</failure></testcase><testcase><error/></testcase>"
                            + "</testsuite></testsuite></testsuites>"),
            Map.entry("none.xml", "<testsuites tests='5' failures='0'/>"),
            Map.entry("cut.xml", "<testsuite><testcase/>"),
            Map.entry(
                    "cobertura.xml",
                    "<?xml version=\"1.0\"?><!DOCTYPE coverage SYSTEM 'http://127.0.0.1:9/coverage-04.dtd'>"
                            + "<coverage line-rate='0.5' lines-valid='1000' lines-covered='861'><packages/></coverage>"),
            Map.entry("rate.xml", "<coverage line-rate=\"0.85\"><packages/></coverage>"),
            Map.entry("nan.xml", "<coverage line-rate=\"NaN\"><packages/></coverage>"),
            Map.entry("zero.xml", "<coverage line-rate=\"1\" lines-valid=\"0\" lines-covered=\"0\"/>"),
            Map.entry(
                    "jacoco.xml",
                    "<!DOCTYPE report PUBLIC '-//JACOCO//DTD Report 1.1//EN' 'report.dtd'><report name='x'><package>"
                            + "<counter type='LINE' missed='99' covered='1'/></package>"
                            + "<counter type='INSTRUCTION' missed='0' covered='9'/><counter type='LINE' missed='1' covered='9'/></report>"),
            Map.entry(
                    "xxe.xml",
                    "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><testsuite><testcase name='a'>&e;</testcase></testsuite>"),
            Map.entry(
                    "trivy.json",
                    "{\"SchemaVersion\":2,\"ArtifactName\":\"i\",\"Results\":[{\"Vulnerabilities\":[{\"Severity\":\"HIGH\"}]},{}]}"),
            Map.entry(
                    "trivy-clean.json",
                    "{\"SchemaVersion\":2,\"ArtifactName\":\"i\",\"Results\":[{\"Target\":\"x\"}]}"),
            Map.entry("trivy-empty.json", "{\"SchemaVersion\":2,\"ArtifactName\":\"i\"}"),
            Map.entry(
                    "trivy-unrated.json",
                    "{\"SchemaVersion\":2,\"ArtifactName\":\"i\",\"Results\":[{\"Vulnerabilities\":[{\"Severity\":\"UNKNOWN\"}]}]}"),
            Map.entry(
                    "grype.json",
                    "{\"descriptor\":{},\"matches\":[{\"vulnerability\":{\"severity\":\"Critical\"}},"
                            + "{\"vulnerability\":{\"severity\":\"Negligible\"}}]}"),
            Map.entry("snyk.json", "{\"ok\":true,\"dependencyCount\":9,\"vulnerabilities\":[]}"),
            Map.entry("other.json", "{\"error\":\"not logged in\"}"),
            Map.entry("page.xml", "<html/>"));

    @TempDir
    private Path folder;

    private String word(String info, String file) throws Exception {
        for (Map.Entry<String, String> report : REPORTS.entrySet()) {
            Files.writeString(folder.resolve(report.getKey()), report.getValue());
        }
        Block block = Blocks.of("report " + info, "work:" + file);
        ReportProbe probe = new ReportProbe(new FilePlaces(folder, folder));
        probe.check(block);
        try {
            return Blocks.word(probe.ask(block, Blocks.context(Map.of())), block);
        } catch (ProbeFailed e) {
            return "failed: " + e.why();
        }
    }

    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            expect="all = 0" take=failed       | good.xml           | met
            expect="all = 2" take=tests        | good.xml           | met
            expect="all = 1" take=skipped      | good.xml           | met
            expect="all = 0" take=failed       | bad.xml            | missed
            expect="all = 1" take=failures     | bad.xml            | met
            expect="all = 1" take=errors       | bad.xml            | met
            expect="all = 0" take=failed       | none.xml           | failed: no tests
            expect="all > 0" take=tests        | none.xml           | missed
            expect="all = 0" take=failed       | cut.xml            | failed: no report
            expect="all = 0" take=failed       | absent.xml         | failed: no file
            expect="all = 0" take=failed       | absent*.xml        | failed: no file
            expect="all > 86%" take=coverage   | cobertura.xml      | met
            expect="all > 87%" take=coverage   | cobertura.xml      | missed
            expect="all > 85%" take=coverage   | rate.xml           | missed
            expect="all > 85%" take=coverage   | nan.xml            | failed: no figure
            expect="all > 85%" take=coverage   | zero.xml           | failed: no figure
            expect="all = 90%" take=coverage   | jacoco.xml         | met
            expect="all > 85%" take=coverage   | good.xml           | failed: no figure
            expect="all = 0" take=critical     | trivy.json         | met
            expect="all = 0" take=high         | trivy.json         | missed
            expect="all = 0" take=high         | trivy-clean.json   | met
            expect="all = 0" take=high         | trivy-empty.json   | failed: no samples
            expect="all = 0" take=high         | trivy-unrated.json | unknown
            expect="all = 0" take=critical     | grype.json         | missed
            expect="all = 0" take=high         | grype.json         | met
            expect="all = 0" take=high         | snyk.json          | met
            expect="all = 0" take=high         | other.json         | failed: no report
            expect="all = 0" take=failed       | page.xml           | failed: no report
            """)
    void aReportSays(String info, String file, String expected) throws Exception {
        assertThat(word(info, file)).isEqualTo(expected);
    }

    @Test
    void severalFilesAreOneFigure() throws Exception {
        assertThat(word("expect=\"all = 4\" take=tests", "*d.xml")).isEqualTo("met");
    }

    @Test
    void noEntityOfAReportIsFollowed() throws Exception {
        assertThat(word("expect=\"all = 0\" take=failed", "xxe.xml")).isIn("met", "failed: no report");
        Block block = Blocks.of("report expect=\"all = 0\" take=failed", "work:xxe.xml");
        ReportProbe probe = new ReportProbe(new FilePlaces(folder, folder));
        try {
            assertThat(probe.ask(block, Blocks.context(Map.of())).raw()).doesNotContain("root:");
        } catch (ProbeFailed e) {
            assertThat(e.words()).doesNotContain("root:");
        }
    }

    @Test
    void aReportHasToNameItsFigure() {
        assertThatThrownBy(() -> word("expect=\"all = 0\"", "good.xml")).hasMessageContaining("many figures");
        assertThatThrownBy(() -> word("expect=\"all > 85\" take=coverage", "rate.xml"))
                .hasMessageContaining("another one");
    }
}
