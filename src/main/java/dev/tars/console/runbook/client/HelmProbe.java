package dev.tars.console.runbook.client;

import dev.tars.console.base.Unit;
import dev.tars.console.connect.process.Command;
import dev.tars.console.document.DocumentException;
import dev.tars.console.runbook.Answer;
import dev.tars.console.runbook.Block;
import dev.tars.console.runbook.Probe;
import dev.tars.console.runbook.ProbeContext;
import dev.tars.console.runbook.ProbeFailed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code helm}: {@code status}, {@code history}, {@code list} or {@code get values}, without the word helm. Context, namespace and
 * JSON are forced on each call. {@code take=}: {@code exit} (as usual), or a JSON pointer ({@code /info/status}).
 */
public final class HelmProbe implements Probe {
    private static final String[] VERBS = {"status", "history", "list", "get"};
    private static final List<String> FORCED = List.of(
            "-n",
            "--namespace",
            "--kube-context",
            "--kubeconfig",
            "-o",
            "--output",
            "--kube-apiserver",
            "--kube-token",
            "--kube-as-user",
            "-A",
            "--all-namespaces",
            "--post-renderer",
            "--template");

    private final String program;
    private final String context;
    private final String namespace;
    private final Path folder;

    /** A probe of one cluster. @param program {@code helm}, by name or path */
    public HelmProbe(String program, String context, String namespace, Path folder) {
        this.program = program;
        this.context = context;
        this.namespace = namespace;
        this.folder = folder;
    }

    @Override
    public String kind() {
        return "helm";
    }

    @Override
    public void check(Block block) throws DocumentException {
        Taking.refuseForeign(block, true, false);
        block.attributes().allowOnly("expect", "timeout", "unit", "take");
        Taking.refuseNone(block);
        Taking.check(block, true, "exit");
        Taking.refuseUnitless(block, Unit.COUNT);
        KubectlProbe.refuse(block, Arguments.of(block), VERBS, FORCED);
    }

    @Override
    public Answer ask(Block block, ProbeContext probing) throws ProbeFailed, InterruptedException {
        List<String> words = new ArrayList<>();
        words.add(program);
        words.addAll(ShellProbe.filled(block, probing));
        words.addAll(List.of("--kube-context=" + context, "--namespace=" + namespace, "--output=json"));
        Command.Said said = Programs.run(words, folder);
        String askedOf = "helm, context " + context + ", namespace " + namespace;
        return ShellProbe.answer(block, words, said, askedOf, "exit");
    }
}
