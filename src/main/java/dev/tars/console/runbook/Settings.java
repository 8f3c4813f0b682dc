package dev.tars.console.runbook;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the attributes of a section or an item say, with what it has from the sections above.
 *
 * @param gate the gate it belongs to; empty where none is named
 * @param owner who answers for it; may be empty
 * @param labels words to filter by
 * @param about names of what a tick depends on, see {@link Fingerprints}
 * @param fresh how long a tick is good for
 * @param fourEyes whether two different people sign
 * @param needs ids of items that have to be met before
 * @param watch how it has to hold over time
 */
public record Settings(
        String gate,
        String owner,
        List<String> labels,
        List<String> about,
        Optional<Duration> fresh,
        boolean fourEyes,
        List<String> needs,
        Optional<Watch> watch) {

    public static final Settings NONE =
            new Settings("", "", List.of(), List.of(), Optional.empty(), false, List.of(), Optional.empty());

    public Settings {
        Objects.requireNonNull(gate, "gate");
        Objects.requireNonNull(owner, "owner");
        labels = List.copyOf(labels);
        about = List.copyOf(about);
        Objects.requireNonNull(fresh, "fresh");
        needs = List.copyOf(needs);
        Objects.requireNonNull(watch, "watch");
    }
}
