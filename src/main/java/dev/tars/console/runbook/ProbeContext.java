package dev.tars.console.runbook;

import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What blocks are asked in: the environment's own names for things.
 *
 * @param variables what stands for {@code ${name}} in a block
 * @param fingerprints what ticks depend on, as it is now
 * @param secrets values that no evidence may hold, read for each answer
 * @param clock the time of questions
 */
public record ProbeContext(
        Map<String, String> variables, Fingerprints fingerprints, Supplier<Collection<String>> secrets, Clock clock) {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z][A-Za-z0-9._-]*)}");
    /** What may be put into a query: nothing that ends a string or begins another clause. */
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9_.:/@%+,=~-]*");

    public ProbeContext {
        variables = Map.copyOf(variables);
        Objects.requireNonNull(fingerprints, "fingerprints");
        Objects.requireNonNull(secrets, "secrets");
        Objects.requireNonNull(clock, "clock");
    }

    /**
     * A text with its variables filled in, for queries and addresses.
     *
     * @throws ProbeFailed where a variable is not set, or its value could be more than a word
     */
    public String fill(String text) throws ProbeFailed {
        return fill(text, HARMLESS, "a value in a query is made of letters, digits and _.:/@%+,=~-");
    }

    /** One argument of a program with its variables filled in; it stays one argument whatever the values hold. */
    public String fillArgument(String argument) throws ProbeFailed {
        return fill(argument, Pattern.compile("[^\\x00]*"), "an argument has no NUL");
    }

    private String fill(String text, Pattern allowed, String rule) throws ProbeFailed {
        Matcher m = VARIABLE.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (m.find()) {
            String value = variables.get(m.group(1));
            if (value == null) {
                throw new ProbeFailed(
                        "not set",
                        "this environment does not say what " + m.group() + " is",
                        "set the variable " + m.group(1) + " in its settings");
            }
            if (!allowed.matcher(value).matches()) {
                throw new ProbeFailed("not set", "the value of " + m.group() + " cannot stand here", rule);
            }
            m.appendReplacement(filled, Matcher.quoteReplacement(value));
        }
        return m.appendTail(filled).toString();
    }
}
