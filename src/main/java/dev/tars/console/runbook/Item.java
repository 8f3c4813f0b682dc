package dev.tars.console.runbook;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A list item with a box.
 *
 * @param id unique in its file
 * @param title its first line
 * @param words what stands under it
 * @param settings its attributes and those of its sections
 * @param blocks what a machine can check; none: a person signs it
 * @param section id of the section it stands in; empty before the first heading
 * @param parent id of the item it stands under
 * @param depth how many list items it stands in, 0 for none
 * @param isTickedInFile whether its box has an x: nobody signed that, so it counts for nothing
 * @param source its own lines as written, without those of items under it and with an empty box: what a signature is about
 * @param at where its box stands
 * @param boxAt where the character inside the box stands, counted from the begin of the text
 */
public record Item(
        String id,
        Title title,
        Words words,
        Settings settings,
        List<Block> blocks,
        String section,
        Optional<String> parent,
        int depth,
        boolean isTickedInFile,
        String source,
        Position at,
        int boxAt) {

    public Item {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(words, "words");
        Objects.requireNonNull(settings, "settings");
        blocks = List.copyOf(blocks);
        Objects.requireNonNull(section, "section");
        Objects.requireNonNull(parent, "parent");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(at, "at");
    }

    /** SHA-256 of the source: changes when its text, its checks or its attributes change. */
    public String fingerprint() {
        return Hash.sha256(source);
    }
}
