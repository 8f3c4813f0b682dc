package dev.tars.console.runbook.client;

import dev.tars.console.base.Unit;
import dev.tars.console.connect.process.Command;
import dev.tars.console.document.DocumentException;
import dev.tars.console.runbook.Answer;
import dev.tars.console.runbook.Block;
import dev.tars.console.runbook.Code;
import dev.tars.console.runbook.Probe;
import dev.tars.console.runbook.ProbeContext;
import dev.tars.console.runbook.ProbeFailed;
import dev.tars.console.runbook.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code shell}: one program with arguments, run in the working folder without a shell. {@code take=}: {@code exit} (as
 * usual), {@code out} (standard output), or a JSON pointer into it. What is not the exit code is taken only where that
 * is 0.
 */
public final class ShellProbe implements Probe {
    private final Path folder;

    /** @param folder where programs run */
    public ShellProbe(Path folder) {
        this.folder = folder;
    }

    @Override
    public String kind() {
        return "shell";
    }

    @Override
    public void check(Block block) throws DocumentException {
        Taking.refuseForeign(block, true, false);
        block.attributes().allowOnly("expect", "timeout", "unit", "take");
        Taking.refuseNone(block);
        Taking.check(block, true, "exit", "out");
        if (block.expectation().orElseThrow() instanceof Code
                && !Taking.of(block, "exit").equals("exit")) {
            throw block.attributes().error("take", "exit is not taken", "leave take out, or expect something of it");
        }
        Taking.refuseUnitless(block, Unit.COUNT);
        List<String> words = Arguments.of(block);
        if (words.get(0).equals("true") || words.get(0).equals("echo")) {
            throw block.inBody(0, 0).error(words.get(0) + " cannot fail", "run what is to be checked");
        }
    }

    @Override
    public Answer ask(Block block, ProbeContext context) throws ProbeFailed, InterruptedException {
        List<String> words = filled(block, context);
        Command.Said said = Programs.run(words, folder);
        return answer(block, words, said, words.get(0), "exit");
    }

    /** The arguments of a block, each with its variables filled in. */
    static List<String> filled(Block block, ProbeContext context) throws ProbeFailed {
        List<String> words = new ArrayList<>();
        try {
            for (String word : Arguments.of(block)) {
                words.add(context.fillArgument(word));
            }
        } catch (DocumentException e) {
            throw new ProbeFailed("refused", e.reason(), e.mend(), "", e);
        }
        return words;
    }

    static Answer answer(Block block, List<String> words, Command.Said said, String askedOf, String usual)
            throws ProbeFailed {
        String take = Taking.of(block, usual);
        String raw = said.err().isBlank() ? said.out() : said.out() + "\n--- standard error ---\n" + said.err();
        String question = String.join(" ", words);
        if (take.equals("exit")) {
            return Answer.of(question, askedOf, raw, List.of(Value.of(Value.EXIT, said.exit(), Unit.COUNT)))
                    .headline(said.exit() == 0 ? "" : lastLine(said.err()).orElse(""));
        }
        if (said.exit() != 0) {
            throw new ProbeFailed(
                    "exit " + said.exit(),
                    askedOf + " ended with exit code " + said.exit() + ": "
                            + lastLine(said.err()).orElse("it says nothing"),
                    "try it in a terminal",
                    askedOf,
                    null);
        }
        List<Value> values = take.equals("out")
                ? List.of(Taking.value(block, "", said.out().strip()))
                : Taking.pointer(block, take, said.out(), askedOf);
        return Answer.of(question + "\ntake " + take, askedOf, raw, values);
    }

    private static Optional<String> lastLine(String text) {
        return text.lines()
                .filter(line -> !line.isBlank())
                .reduce((first, second) -> second)
                .map(String::strip);
    }
}
