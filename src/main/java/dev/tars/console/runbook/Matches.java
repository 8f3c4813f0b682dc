package dev.tars.console.runbook;

import com.google.re2j.Pattern;
import dev.tars.console.base.Verdict;
import dev.tars.console.base.Verdict.Met;
import dev.tars.console.base.Verdict.Missed;
import dev.tars.console.base.Verdict.Unknown;
import java.util.List;
import java.util.Objects;

/**
 * Each value has a pattern somewhere in its text. RE2: no pattern takes more than linear time.
 */
public record Matches(Pattern pattern, String text) implements Expectation {
    private static final int SHOWN = 80;

    public Matches {
        Objects.requireNonNull(pattern, "pattern");
        Objects.requireNonNull(text, "text");
    }

    @Override
    public Verdict test(Answer answer) {
        List<Value> values = answer.values();
        if (values.isEmpty() || values.stream().allMatch(v -> v.text().isBlank())) {
            return new Unknown("no samples", "the answer is empty");
        }
        for (Value value : values) {
            if (!pattern.matcher(value.text()).find()) {
                return new Missed(shown(value) + " does not match " + pattern);
            }
        }
        return new Met(shown(values.get(0)) + (values.size() > 1 ? " and all others match" : " matches"), false);
    }

    private static String shown(Value value) {
        String text = value.text().strip();
        String cut = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
        return (value.name().isEmpty() ? "" : value.name() + ": ") + "\"" + cut + "\"";
    }
}
