package dev.tars.console.runbook.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tars.console.base.Verdict.Met;
import dev.tars.console.base.Verdict.Missed;
import dev.tars.console.runbook.Answer;
import dev.tars.console.runbook.Block;
import dev.tars.console.runbook.Blocks;
import dev.tars.console.runbook.Probe;
import dev.tars.console.runbook.ProbeFailed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** kubectl and helm: programs that answer as the real ones, and the arguments they get (field case CHK-04). */
@SuppressWarnings("NullAway.Init") // JUnit fills them
class ClusterProbesTest {

    private static final String EVAL = """
            {"metadata":{"name":"eval-1"},"status":{"phase":"Running",
             "conditions":[{"type":"Ready","status":"False"}],
             "containerStatuses":[{"state":{"waiting":{"reason":"CrashLoopBackOff"}}}]}},
            """;
    private static final String PODS = """
            {"items":[
            {"metadata":{"name":"api-1"},"status":{"phase":"Running","conditions":[{"type":"Ready","status":"True"}]}},
            %s
            {"metadata":{"name":"migrate-1"},"status":{"phase":"Succeeded"}},
            {"metadata":{"name":"old-1","deletionTimestamp":"2026-11-25T12:00:00Z"},
             "status":{"phase":"Running","conditions":[{"type":"Ready","status":"False"}]}}
            ]}
            """;

    @TempDir
    private Path folder;

    private String program(String answer) throws Exception {
        Files.writeString(folder.resolve("answer"), answer);
        Path program = Files.writeString(
                folder.resolve("program"),
                "#!/bin/sh\nprintf '%s\\n' \"$@\" > \"" + folder + "/asked\"\ncat \"" + folder + "/answer\"\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        return program.toString();
    }

    private Answer pods(String answer) throws Exception {
        Block block = Blocks.of("kubectl expect=\"all = 1\" take=ready", "get pods -l app=tars");
        KubectlProbe probe = new KubectlProbe(program(answer), "prod-eu", "tars", folder);
        probe.check(block);
        return probe.ask(block, Blocks.context(Map.of()));
    }

    private static dev.tars.console.base.Verdict judged(Answer answer) throws Exception {
        return Blocks.of("kubectl expect=\"all = 1\" take=ready", "get pods")
                .expectation()
                .orElseThrow()
                .judge(answer);
    }

    @Test
    void podsThatShouldRunHaveToBeReady() throws Exception {
        assertThat(judged(pods(PODS.formatted(EVAL)))).isEqualTo(new Missed("1/2 ready; eval-1 (CrashLoopBackOff): 0"));
        assertThat(judged(pods(PODS.formatted("")))).isEqualTo(new Met("1/1 ready; api-1: 1", false));
        assertThat(judged(pods("{\"items\":[]}"))).isEqualTo(new Missed("no pods matched"));
        assertThat(judged(pods("{\"items\":[{\"metadata\":{\"name\":\"x\"},\"status\":null}]}")))
                .isEqualTo(new Missed("0/1 ready; x (no status): 0"));
        assertThatThrownBy(() -> pods("")).isInstanceOf(ProbeFailed.class);
    }

    @Test
    void contextNamespaceAndJsonAreForcedOnEachCall() throws Exception {
        pods(PODS.formatted(""));
        assertThat(Files.readAllLines(folder.resolve("asked")))
                .containsExactly(
                        "--context=prod-eu", "--namespace=tars", "get", "pods", "-l", "app=tars", "--output=json");

        Block block = Blocks.of("helm expect=\"matches /^deployed$/\" take=/info/status", "status tars");
        HelmProbe helm = new HelmProbe(program("{\"info\":{\"status\":\"deployed\"}}"), "prod-eu", "tars", folder);
        helm.check(block);
        assertThat(Blocks.word(helm.ask(block, Blocks.context(Map.of())), block))
                .isEqualTo("met");
        assertThat(Files.readAllLines(folder.resolve("asked")))
                .containsExactly("status", "tars", "--kube-context=prod-eu", "--namespace=tars", "--output=json");
    }

    @Test
    void allMembersOfAListAreTakenByAStar() throws Exception {
        Block block = Blocks.of("kubectl expect=\"matches /:v1\\.0\\.1$/\" take=/items/*/image", "get deploy");
        KubectlProbe probe = new KubectlProbe(
                program("{\"items\":[{\"image\":\"a:v1.0.1\"},{\"image\":\"b:v1.0.0\"}]}"), "c", "n", folder);
        probe.check(block);

        assertThat(block.expectation().orElseThrow().judge(probe.ask(block, Blocks.context(Map.of()))))
                .isInstanceOfSatisfying(
                        Missed.class, m -> assertThat(m.sentence()).contains("/items/1/image", "b:v1.0.0"));
    }

    @Test
    void aProgramThatIsAbsentIsToldWithHowToGetIt() throws Exception {
        Block block = Blocks.of("helm expect=\"exit 0\"", "status tars");

        assertThatThrownBy(() -> new HelmProbe("/nowhere/helm", "c", "n", folder).ask(block, Blocks.context(Map.of())))
                .isInstanceOfSatisfying(
                        ProbeFailed.class, e -> assertThat(e.why()).isEqualTo("no program"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete pods --all", "apply -f x", "exec x -- ls", "get pods --context=other", "get pods -n other",
                "get pods -nother", "get pods -A", "get pods --all-namespaces", "get pods --kubeconfig x",
                        "get pods -o yaml",
                "get pods -w", "get pods --server=https://x", "get pods --as=admin"
            })
    void kubectlOnlyLooksAndOnlyWhereTheEnvironmentSays(String command) throws Exception {
        refuses(new KubectlProbe("kubectl", "c", "n", folder), "kubectl", command);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "upgrade tars x",
                "uninstall tars",
                "rollback tars 1",
                "status tars --kube-context=other",
                "list -A",
                "status tars -n other",
                "status tars -o yaml"
            })
    void helmOnlyLooksAndOnlyWhereTheEnvironmentSays(String command) throws Exception {
        refuses(new HelmProbe("helm", "c", "n", folder), "helm", command);
    }

    private static void refuses(Probe probe, String kind, String command) throws Exception {
        Block block = Blocks.of(kind + " expect=\"exit 0\"", command);

        assertThatThrownBy(() -> probe.check(block))
                .isInstanceOf(dev.tars.console.document.DocumentException.class)
                .hasMessageMatching("(?s).*(is no look|is set by the console).*");
    }
}
