package dev.tars.console.runbook;

import java.util.List;
import java.util.Objects;

/**
 * A block to be asked, and for whom.
 *
 * @param id of the item or section it stands under
 * @param about names of what its evidence depends on
 */
public record Check(String id, Block block, List<String> about) {
    public Check {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(block, "block");
        about = List.copyOf(about);
    }

    /** The checks of an item; none where a person signs it. */
    public static List<Check> of(Item item) {
        return item.blocks().stream()
                .map(block -> new Check(item.id(), block, item.settings().about()))
                .toList();
    }

    /** The checks of a section: those of its blocks that expect something. */
    public static List<Check> of(Section section) {
        return section.blocks().stream()
                .filter(block -> block.expectation().isPresent() || Kinds.JUDGING_THEMSELVES.contains(block.kind()))
                .map(block -> new Check(section.id(), block, section.settings().about()))
                .toList();
    }
}
