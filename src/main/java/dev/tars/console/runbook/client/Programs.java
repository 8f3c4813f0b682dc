package dev.tars.console.runbook.client;

import dev.tars.console.connect.process.Command;
import dev.tars.console.runbook.ProbeFailed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs programs for probes; one that is absent is told with how to get it. */
final class Programs {
    private static final Map<String, String> HOW_TO_GET = Map.of(
            "kubectl", "install kubectl (kubernetes.io/docs/tasks/tools) and put it on the PATH",
            "helm", "install Helm (helm.sh/docs/intro/install) and put it on the PATH",
            "promtool", "install Prometheus (prometheus.io/download): promtool comes with it; put it on the PATH",
            "trivy", "install Trivy (trivy.dev) and put it on the PATH",
            "cosign", "install cosign (docs.sigstore.dev) and put it on the PATH",
            "pg_restore", "install the PostgreSQL client programs and put them on the PATH",
            "pytest", "install pytest in the Python that is first on the PATH");

    private Programs() {}

    static Command.Said run(List<String> words, Path folder) throws ProbeFailed, InterruptedException {
        String program = words.get(0);
        Command command = Command.of(folder, words);
        if (command.program().isEmpty()) {
            throw new ProbeFailed(
                    "no program",
                    "the program " + program + " is not there",
                    HOW_TO_GET.getOrDefault(program, "install it and put it on the PATH"),
                    program,
                    null);
        }
        try {
            Command.Said said = command.run();
            if (said.isCut()) {
                throw new ProbeFailed(
                        "too much", program + " wrote more than 16 MiB and was ended", "ask for less", program, null);
            }
            return said;
        } catch (IOException e) {
            throw new ProbeFailed(
                    "no program",
                    program + " cannot be started",
                    "try it in a terminal: " + e.getMessage(),
                    program,
                    e);
        }
    }
}
