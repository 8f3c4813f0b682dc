package dev.tars.console.checklist;

import dev.tars.console.base.Figures;
import dev.tars.console.runbook.Item;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What has changed since a tick was given: each a sentence, none where it is as good as on its first day. */
final class Changes {

    /** Clocks of two consoles may differ by so much. */
    static final Duration SKEW = Duration.ofMinutes(2);

    private final Facts facts;

    Changes(Facts facts) {
        this.facts = facts;
    }

    List<String> since(Item item, Instant given, Map<String, String> then) {
        List<String> changes = new ArrayList<>(fingerprints(item, then));
        Duration age = Duration.between(given, facts.now());
        if (age.plus(SKEW).isNegative()) {
            changes.add("its time lies ahead of this console's clock");
        }
        item.settings()
                .fresh()
                .filter(fresh -> age.compareTo(fresh) >= 0)
                .ifPresent(fresh -> changes.add(
                        "it is good for " + Figures.duration(fresh) + " and " + Figures.duration(age) + " old"));
        return changes;
    }

    /** What the item says it is about has to be known again; what only the answer named has to be the same where known. */
    private List<String> fingerprints(Item item, Map<String, String> then) {
        List<String> changes = new ArrayList<>();
        TreeSet<String> names = new TreeSet<>(then.keySet());
        names.addAll(item.settings().about());
        for (String name : names) {
            String was = then.getOrDefault(name, "");
            String is = facts.fingerprints().getOrDefault(name, "");
            boolean isDeclared = item.settings().about().contains(name);
            if (was.equals(is)) {
                continue;
            }
            if (!was.isEmpty() && !is.isEmpty()) {
                changes.add(name + " changed since, " + Hash.shown(was) + " to " + Hash.shown(is));
            } else if (isDeclared && is.isEmpty()) {
                changes.add("whether " + name + " is still " + Hash.shown(was) + " cannot be told now");
            } else if (isDeclared) {
                changes.add("which " + name + " it was about was not known then");
            }
        }
        return changes;
    }
}
