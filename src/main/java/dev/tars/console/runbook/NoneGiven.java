package dev.tars.console.runbook;

import dev.tars.console.base.Verdict;
import dev.tars.console.base.Verdict.Met;
import dev.tars.console.base.Verdict.Missed;
import dev.tars.console.base.Verdict.Unknown;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Nothing found is the good answer, given proof that there was something to see: no alert fires, given that alerts are
 * evaluated at all.
 *
 * @param given asked the same way as the block; has to find something
 */
public record NoneGiven(String given, String text) implements Expectation {
    private static final int NAMED = 3;

    public NoneGiven {
        Objects.requireNonNull(given, "given");
        Objects.requireNonNull(text, "text");
    }

    @Override
    public Verdict test(Answer answer) {
        List<Value> found = answer.values();
        if (!found.isEmpty()) {
            String names = found.stream().limit(NAMED).map(NoneGiven::name).collect(Collectors.joining(", "));
            String more = found.size() > NAMED ? " and " + (found.size() - NAMED) + " more" : "";
            return new Missed(found.size() + " found: " + names + more);
        }
        Optional<List<Value>> proof = answer.given();
        if (proof.isEmpty()) {
            return new Unknown("no proof", "nothing was found, and it was not asked whether there was anything to see");
        }
        boolean seen = proof.get().stream()
                .anyMatch(value -> !value.text().isEmpty()
                        && !value.number().map(number -> number.isNaN()).orElse(false));
        return seen
                ? new Met("none, and " + given + " shows that there was something to see", false)
                : new Unknown("no proof", "nothing was found, but neither was " + given);
    }

    private static String name(Value value) {
        return value.name().isEmpty() ? value.text() : value.name();
    }
}
