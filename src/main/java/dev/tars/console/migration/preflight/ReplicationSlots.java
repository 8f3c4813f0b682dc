package dev.tars.console.migration.preflight;

import dev.tars.console.base.Figures;
import dev.tars.console.base.Unit;
import dev.tars.console.migration.Finding;
import dev.tars.console.migration.Finding.Weight;
import dev.tars.console.migration.SlotFacts;
import java.util.List;

/** A slot that nobody reads keeps all WAL of a build on the disk. */
final class ReplicationSlots implements PreflightRule {
    private static final String RULE = "replication-slots";

    @Override
    public List<Finding> findings(Flight flight) {
        return flight.facts()
                .slots()
                .match(
                        slots -> PreflightRule.orFine(
                                slots.stream()
                                        .filter(slot -> !slot.isActive())
                                        .map(ReplicationSlots::finding)
                                        .toList(),
                                RULE,
                                "server",
                                "Every replication slot is read, or there is none."),
                        why -> List.of(PreflightRule.unknown(
                                RULE, "server", why, "Look: SELECT slot_name, active FROM pg_replication_slots.")));
    }

    private static Finding finding(SlotFacts slot) {
        String kept = slot.retainedBytes().isPresent()
                ? " It keeps " + Figures.of(slot.retainedBytes().getAsLong(), Unit.BYTES) + " of WAL now."
                : "";
        return new Finding(
                Weight.WARNS,
                RULE,
                "slot " + slot.name(),
                "Nobody reads replication slot " + slot.name() + ", so the WAL of the builds stays on the disk." + kept,
                "Bring its reader back, or SELECT pg_drop_replication_slot('" + slot.name() + "').");
    }
}
