package dev.tars.console.release;

import java.util.ArrayList;
import java.util.List;

/**
 * Exactly what would run. A value: showing it, hashing it and running it read the same one.
 *
 * @param action stable name of the action: {@code slo.acknowledge}
 * @param title what it does, as a button says it: "Acknowledge API p95"
 * @param environment where
 * @param steps the commands or requests in their order, resolved; secrets stand as references ({@code env:NAME}), so
 *     that nothing here must be hidden
 */
public record Plan(String action, String title, Harm harm, String environment, List<String> steps) {

    private static final int SHOWN = 8;

    public Plan {
        steps = List.copyOf(steps);
        if (action.isBlank() || title.isBlank() || environment.isBlank()) {
            throw new IllegalArgumentException("a plan names its action, its title and its environment");
        }
    }

    /** SHA-256 over every field, as 64 hexadecimal digits; another one for a change of any byte. */
    public String hash() {
        List<String> fields = new ArrayList<>(List.of("tars-plan-1", action, title, harm.name(), environment));
        fields.addAll(steps);
        return Canonical.hash(fields);
    }

    /** The first eight digits of the hash. */
    public String shortHash() {
        return hash().substring(0, SHOWN);
    }
}
