package dev.tars.console.checklist;

import dev.tars.console.runbook.Item;
import dev.tars.console.runbook.Section;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A list as it stands: a pure function of file, journal, fingerprints and time.
 *
 * @param statuses by id, in the order of the file
 * @param at the time it is of
 */
public record ChecklistBoard(
        Checklist list,
        ChecklistBook book,
        Map<String, ItemStatus> statuses,
        Map<String, Integer> waiting,
        Instant at) {

    /** A section that has items of a gate. */
    public record Part(Section section, List<ItemStatus> statuses) {
        public Part {
            Objects.requireNonNull(section, "section");
            statuses = List.copyOf(statuses);
        }

        public long passing() {
            return statuses.stream().filter(ItemStatus::passes).count();
        }
    }

    public static ChecklistBoard of(Checklist list, ChecklistBook book, Facts facts) {
        ItemJudge judge = new ItemJudge(list, facts);
        Map<String, ItemStatus> alone = new LinkedHashMap<>();
        for (Item item : list.items()) {
            alone.put(item.id(), judge.judge(item, book.of(item.id())));
        }
        Needs needs = new Needs(list);
        Map<String, ItemStatus> all = needs.apply(alone);
        return new ChecklistBoard(list, book, all, needs.waiting(all), facts.now());
    }

    public Optional<ItemStatus> status(String id) {
        return Optional.ofNullable(statuses.get(id));
    }

    /** The statuses of a gate, in the order of the file. */
    public List<ItemStatus> of(String gate) {
        return statuses.values().stream()
                .filter(status -> Checklist.isOf(status.item(), gate))
                .toList();
    }

    /** The sections that have items of a gate, in the order of the file. */
    public List<Part> parts(String gate) {
        List<Part> parts = new ArrayList<>();
        for (Section section : list.runbook().sections()) {
            List<ItemStatus> own = section.items().stream()
                    .filter(item -> Checklist.isOf(item, gate))
                    .map(item -> Optional.ofNullable(statuses.get(item.id())))
                    .flatMap(Optional::stream)
                    .toList();
            if (!own.isEmpty()) {
                parts.add(new Part(section, own));
            }
        }
        return parts;
    }

    /** How many items of a gate are in each state. */
    public Map<ItemState, Integer> counts(String gate) {
        Map<ItemState, Integer> counts = new EnumMap<>(ItemState.class);
        of(gate).forEach(status -> counts.merge(status.state(), 1, Integer::sum));
        return counts;
    }
}
