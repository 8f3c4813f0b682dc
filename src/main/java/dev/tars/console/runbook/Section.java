package dev.tars.console.runbook;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A heading and what stands under it up to the next one. In a playbook it is a phase or a step.
 *
 * @param id unique in its file; empty for what stands before the first heading
 * @param title the heading
 * @param level 1 to 6; 0 for what stands before the first heading
 * @param parent id of the section above
 * @param settings its attributes and those of the sections above
 * @param words the text directly under it
 * @param blocks the fences directly under it: checks, and commands of a step (those have no expectation)
 * @param items all items under it, at any depth, in the order of the file
 */
public record Section(
        String id,
        Title title,
        int level,
        Optional<String> parent,
        Settings settings,
        Words words,
        List<Block> blocks,
        List<Item> items,
        Position at) {

    public Section {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(parent, "parent");
        Objects.requireNonNull(settings, "settings");
        Objects.requireNonNull(words, "words");
        blocks = List.copyOf(blocks);
        items = List.copyOf(items);
        Objects.requireNonNull(at, "at");
    }
}
