package dev.tars.console.runbook.client;

import dev.tars.console.base.Unit;
import dev.tars.console.base.Verdict.Missed;
import dev.tars.console.connect.process.Command;
import dev.tars.console.document.DocumentException;
import dev.tars.console.document.Nearest;
import dev.tars.console.runbook.Answer;
import dev.tars.console.runbook.Block;
import dev.tars.console.runbook.Probe;
import dev.tars.console.runbook.ProbeContext;
import dev.tars.console.runbook.ProbeFailed;
import dev.tars.console.runbook.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * {@code kubectl}: {@code get RESOURCE ...} or {@code version}, without the word kubectl. Context, namespace and JSON are
 * forced on each call, so a block names none of them. {@code take=}: {@code ready} for pods (1 or 0 each, and why), {@code exit},
 * or a JSON pointer ({@code /items/}star{@code /status/phase}). No pod at all is Missed: a selector that matches nothing is a
 * fault of the cluster or of the check.
 */
public final class KubectlProbe implements Probe {
    private static final String[] VERBS = {"get", "version"};
    private static final List<String> FORCED = List.of(
            "-n",
            "--namespace",
            "--context",
            "--cluster",
            "--kubeconfig",
            "-o",
            "--output",
            "-s",
            "--server",
            "--user",
            "--token",
            "--as",
            "--raw",
            "-w",
            "--watch",
            "--watch-only",
            "-A",
            "--all-namespaces",
            "-f",
            "--filename",
            "-k",
            "--template");

    private final String program;
    private final String context;
    private final String namespace;
    private final Path folder;

    /**
     * A probe of one cluster.
     *
     * @param program {@code kubectl}, by name or path
     * @param context of its configuration; never the current one
     */
    public KubectlProbe(String program, String context, String namespace, Path folder) {
        this.program = program;
        this.context = context;
        this.namespace = namespace;
        this.folder = folder;
    }

    @Override
    public String kind() {
        return "kubectl";
    }

    @Override
    public void check(Block block) throws DocumentException {
        Taking.refuseForeign(block, true, false);
        block.attributes().allowOnly("expect", "timeout", "unit", "take");
        Taking.refuseNone(block);
        Taking.check(block, true, "ready", "exit");
        Taking.refuseUnitless(block, Unit.COUNT);
        List<String> words = Arguments.of(block);
        refuse(block, words, VERBS, FORCED);
        boolean isPods = words.size() > 1 && words.get(1).matches("po|pods?");
        if (Taking.of(block, "exit").equals("ready") && !isPods) {
            throw block.attributes().error("take", "ready is of pods", "write get pods");
        }
    }

    /** Refuses verbs that change, and options that this console sets itself. */
    static void refuse(Block block, List<String> words, String[] verbs, List<String> forced) throws DocumentException {
        if (!Arrays.asList(verbs).contains(words.get(0))) {
            throw block.inBody(0, 0).error("\"" + words.get(0) + "\" is no look", Nearest.of(words.get(0), verbs));
        }
        for (String word : words) {
            String option = word.split("=", 2)[0];
            boolean isShort =
                    forced.stream().anyMatch(f -> f.length() == 2 && word.startsWith(f) && !word.startsWith("--"));
            if (forced.contains(option) || isShort) {
                throw block.inBody(0, 0).error(option + " is set by the console, from the environment", "leave it out");
            }
        }
    }

    @Override
    public Answer ask(Block block, ProbeContext probing) throws ProbeFailed, InterruptedException {
        List<String> words = new ArrayList<>(List.of(program, "--context=" + context, "--namespace=" + namespace));
        words.addAll(ShellProbe.filled(block, probing));
        words.add("--output=json");
        Command.Said said = Programs.run(words, folder);
        String askedOf = "kubectl, context " + context + ", namespace " + namespace;
        return Taking.of(block, "exit").equals("ready")
                ? ready(words, said, askedOf)
                : ShellProbe.answer(block, words, said, askedOf, "exit");
    }

    private static Answer ready(List<String> words, Command.Said said, String askedOf) throws ProbeFailed {
        if (said.exit() != 0) {
            throw new ProbeFailed(
                    "exit " + said.exit(),
                    "kubectl says: " + said.err().strip(),
                    "try it in a terminal",
                    askedOf,
                    null);
        }
        List<Value> values = new ArrayList<>();
        for (Json pod : Json.read(said.out(), askedOf).list("/items")) {
            Pod.of(pod).ifPresent(known -> values.add(known.value()));
        }
        Answer answer = Answer.of(String.join(" ", words), askedOf, said.out(), values);
        if (values.isEmpty()) {
            return answer.judged(new Missed("no pods matched"));
        }
        long ready = values.stream().filter(v -> v.text().equals("1")).count();
        return answer.headline(ready + "/" + values.size() + " ready");
    }
}
