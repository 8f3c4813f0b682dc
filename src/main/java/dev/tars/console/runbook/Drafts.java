package dev.tars.console.runbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sections and items while a file is read: their ids are not settled before its end. */
final class Drafts {
    private Drafts() {}

    /** A heading, or what stands before the first. */
    static final class SectionDraft {
        final TitleLine title;
        final int level;
        final @Nullable SectionDraft parent;
        final Settings settings;
        final Position at;
        final List<String> lines = new ArrayList<>();
        final List<Block> blocks = new ArrayList<>();
        final List<ItemDraft> items = new ArrayList<>();
        String id = "";

        SectionDraft(TitleLine title, int level, @Nullable SectionDraft parent, Settings settings, Position at) {
            this.title = title;
            this.level = level;
            this.parent = parent;
            this.settings = settings;
            this.at = at;
        }

        Section done() {
            return new Section(
                    id,
                    title.title(),
                    level,
                    Optional.ofNullable(parent).map(p -> p.id).filter(p -> !p.isEmpty()),
                    settings,
                    WordsReader.read(lines),
                    blocks,
                    items.stream().map(item -> item.done(id)).toList(),
                    at);
        }
    }

    /** A list item with a box. */
    static final class ItemDraft {
        final TitleLine title;
        final Settings settings;
        final @Nullable ItemDraft parent;
        final int depth;
        final Position at;
        final int boxAt;
        final boolean isTicked;
        final List<Block> blocks = new ArrayList<>();
        Words words = Words.NONE;
        String source = "";
        String id = "";

        ItemDraft(
                TitleLine title,
                Settings settings,
                @Nullable ItemDraft parent,
                int depth,
                Position at,
                int boxAt,
                boolean isTicked) {
            this.title = title;
            this.settings = settings;
            this.parent = parent;
            this.depth = depth;
            this.at = at;
            this.boxAt = boxAt;
            this.isTicked = isTicked;
        }

        Item done(String section) {
            return new Item(
                    id,
                    title.title(),
                    words,
                    settings,
                    blocks,
                    section,
                    Optional.ofNullable(parent).map(p -> p.id),
                    depth,
                    isTicked,
                    source,
                    at,
                    boxAt);
        }
    }
}
