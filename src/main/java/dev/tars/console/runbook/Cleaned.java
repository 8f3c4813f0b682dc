package dev.tars.console.runbook;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Texts of the world as evidence may hold them: without secrets, without marks a screen obeys, not without end. */
final class Cleaned {
    static final String MASK = "•••";
    private static final Pattern ESCAPES =
            Pattern.compile("\u001b(?:\\[[0-?]*[ -/]*[@-~]|\\][^\u0007\u001b]*(?:\u0007|\u001b\\\\)|.)");
    private static final Pattern CONTROLS =
            Pattern.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\u202a-\u202e\u2066-\u2069]");
    private static final Pattern IN_ADDRESS = Pattern.compile("(://[^/\\s:@]*:)[^/\\s@]+@");
    private static final Pattern AUTHORIZATION = Pattern.compile("(?i)\\b(bearer|basic)\\s+[A-Za-z0-9._~+/=-]{8,}");
    private static final Pattern NAMED = Pattern.compile(
            "(?i)((?:password|passwd|secret|token|api[_-]?key|access[_-]?key)[\"']?\\s*[:=]\\s*[\"']?)[^\\s\"',;&]{3,}");
    private static final int SHORTEST = 4;

    private final List<String> secrets;
    private final boolean isBlind;

    /** @param secrets as they are now; those of under four characters would mask half of every text and are left out */
    Cleaned(Collection<String> secrets) {
        this(secrets, false);
    }

    private Cleaned(Collection<String> secrets, boolean isBlind) {
        this.isBlind = isBlind;
        this.secrets = secrets.stream()
                .filter(secret -> secret.length() >= SHORTEST)
                // A part of one must not save the rest of it.
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /** For when nobody can say what the secrets are: everything is one. */
    static Cleaned blind() {
        return new Cleaned(List.of(), true);
    }

    String text(String text) {
        if (isBlind && !text.isEmpty()) {
            return MASK;
        }
        String clean = text;
        for (String secret : secrets) {
            clean = clean.replace(secret, MASK);
        }
        clean = IN_ADDRESS.matcher(clean).replaceAll("$1" + MASK + "@");
        clean = AUTHORIZATION.matcher(clean).replaceAll("$1 " + MASK);
        clean = NAMED.matcher(clean).replaceAll("$1" + MASK);
        clean = ESCAPES.matcher(clean.replace("\r\n", "\n")).replaceAll("");
        return CONTROLS.matcher(clean).replaceAll("\ufffd");
    }

    /** The beginning of a text, cleaned. */
    String text(String text, int cap) {
        // Cut last: a secret that the cut goes through would not be found.
        String clean = text(text);
        return clean.length() <= cap
                ? clean
                : clean.substring(0, cap) + "\n… cut here, " + (clean.length() - cap) + " more characters";
    }
}
