package dev.tars.console.runbook;

import dev.tars.console.base.Verdict;
import dev.tars.console.base.Verdict.Met;
import dev.tars.console.base.Verdict.Missed;
import dev.tars.console.base.Verdict.Unknown;
import java.util.List;
import java.util.Objects;

/**
 * An exit code or an HTTP status.
 *
 * @param name {@link Value#EXIT} or {@link Value#STATUS}
 * @param from the lowest good one
 * @param to the highest good one
 */
public record Code(String name, int from, int to, String text) implements Expectation {

    public Code {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(text, "text");
    }

    @Override
    public Verdict test(Answer answer) {
        List<Value> codes =
                answer.values().stream().filter(v -> v.name().equals(name)).toList();
        if (codes.size() != 1 || codes.get(0).isNoNumber()) {
            return new Unknown("no " + name, "the answer has no " + name);
        }
        double code = codes.get(0).number().orElseThrow();
        String words = name + " " + codes.get(0).text();
        String sentence = answer.headline().isEmpty() ? words : words + ": " + answer.headline();
        return code >= from && code <= to ? new Met(sentence, false) : new Missed(sentence);
    }
}
