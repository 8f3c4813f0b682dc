package dev.tars.console.runbook;

import dev.tars.console.document.DocumentException;
import dev.tars.console.document.Nearest;
import dev.tars.console.runbook.Drafts.ItemDraft;
import dev.tars.console.runbook.Drafts.SectionDraft;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Reads a checklist or playbook; see the package for the grammar. Holds nothing: one may serve all files. */
public final class RunbookReader {
    private static final int MAX_CHARACTERS = 4_000_000;
    private static final List<Extension> EXTENSIONS =
            List.of(TaskListItemsExtension.create(), TablesExtension.create(), StrikethroughExtension.create());

    private final Set<String> kinds;
    private final Parser parser = Parser.builder()
            .extensions(EXTENSIONS)
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .build();

    /** One for the kinds of {@link Kinds#ALL}. */
    public RunbookReader() {
        this(Kinds.ALL);
    }

    /** @param kinds the languages of a fence that are checks */
    public RunbookReader(Set<String> kinds) {
        this.kinds = Set.copyOf(kinds);
    }

    /**
     * Reads a file.
     *
     * @param file its name, for errors
     * @throws BrokenRunbook with all that is wrong with it
     */
    public Runbook read(String text, String file) throws BrokenRunbook {
        List<DocumentException> errors = new ArrayList<>();
        List<Remark> remarks = new ArrayList<>();
        MarkdownSource source = new MarkdownSource(text, file);
        Map<String, String> frontMatter = Map.of();
        List<SectionDraft> sections = List.of();
        try {
            refuseOddities(source);
            int end = source.frontMatterEnd();
            frontMatter = source.frontMatter(end);
            MarkdownWalk walk = new MarkdownWalk(source, new BlockReader(source, kinds), errors, remarks);
            sections = walk.walk(parser.parse(source.markdown(end)));
        } catch (DocumentException e) {
            errors.add(e);
        }
        giveIds(sections, errors, remarks);
        checkNeeds(sections, errors);
        if (!errors.isEmpty()) {
            throw new BrokenRunbook(errors);
        }
        List<Section> done = new ArrayList<>();
        for (SectionDraft section : sections) {
            boolean isEmptyHead = section.level == 0
                    && section.items.isEmpty()
                    && section.blocks.isEmpty()
                    && section.lines.stream().allMatch(String::isBlank);
            if (!isEmptyHead) {
                done.add(section.done());
            }
        }
        return new Runbook(file, frontMatter, done, remarks, text);
    }

    private static void refuseOddities(MarkdownSource source) throws DocumentException {
        if (source.text().length() > MAX_CHARACTERS) {
            throw source.at(0, 0)
                    .error("the file has " + source.text().length() + " characters", "keep it under " + MAX_CHARACTERS);
        }
        if (source.text().isBlank()) {
            throw source.at(0, 0).error("the file is empty", "write at least one item: - [ ] TITLE");
        }
        for (int i = 0; i < source.size(); i++) {
            String line = source.line(i);
            for (int k = 0; k < line.length(); k++) {
                if (line.charAt(k) == '\0' || line.charAt(k) == '\ufffd') {
                    throw source.at(i, k).error("a character that is no text", "save the file as UTF-8");
                }
                // They make a command read other than it runs.
                if ("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069".indexOf(line.charAt(k)) >= 0) {
                    throw source.at(i, k).error("an invisible mark that turns the direction of text", "delete it");
                }
            }
        }
    }

    private static void giveIds(List<SectionDraft> sections, List<DocumentException> errors, List<Remark> remarks) {
        Map<String, Position> taken = new HashMap<>();
        for (SectionDraft section : sections) {
            written(section.title).ifPresent(id -> take(id, section.title.idAt(), taken, errors));
            for (ItemDraft item : section.items) {
                written(item.title).ifPresent(id -> take(id, item.title.idAt(), taken, errors));
            }
        }
        for (SectionDraft section : sections) {
            section.id = section.level == 0
                    ? ""
                    : written(section.title).orElseGet(() -> derived(section.title, section.at, taken));
            Map<String, Position> titles = new HashMap<>();
            for (ItemDraft item : section.items) {
                item.id = written(item.title).orElseGet(() -> derived(item.title, item.at, taken));
                Position twin = titles.put(item.title.title().plain(), item.at);
                if (twin != null && written(item.title).isEmpty()) {
                    remarks.add(new Remark(
                            item.at,
                            "the same title as in line " + twin.line() + ": their ticks follow their order",
                            "give each an id: {#ID}"));
                }
            }
        }
    }

    private static Optional<String> written(TitleLine title) {
        return title.id();
    }

    private static void take(String id, Position at, Map<String, Position> taken, List<DocumentException> errors) {
        Position twin = taken.putIfAbsent(id, at);
        if (twin != null) {
            errors.add(at.error("id \"" + id + "\" is taken, by line " + twin.line(), "give each an id of its own"));
        }
    }

    /** As GitHub makes anchors of headings, with a number where it is taken. */
    private static String derived(TitleLine title, Position at, Map<String, Position> taken) {
        String words = title.title()
                .plain()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-+|-+$", "");
        String base = words.isEmpty() ? "item" : words;
        String id = base;
        for (int n = 2; taken.putIfAbsent(id, at) != null; n++) {
            id = base + "-" + n;
        }
        return id;
    }

    private static void checkNeeds(List<SectionDraft> sections, List<DocumentException> errors) {
        Map<String, ItemDraft> items = new LinkedHashMap<>();
        sections.forEach(section -> section.items.forEach(item -> items.put(item.id, item)));
        for (ItemDraft item : items.values()) {
            for (String need : item.settings.needs()) {
                if (!items.containsKey(need)) {
                    errors.add(item.title
                            .attributes()
                            .error(
                                    "needs",
                                    "no item has the id \"" + need + "\"",
                                    Nearest.of(need, items.keySet().toArray(new String[0]))));
                }
            }
        }
        Set<String> settled = new HashSet<>();
        for (ItemDraft item : items.values()) {
            List<String> circle = circle(item.id, items, new ArrayList<>(), settled);
            if (!circle.isEmpty()) {
                ItemDraft first = Objects.requireNonNull(items.get(circle.get(0)));
                errors.add(first.title
                        .attributes()
                        .error(
                                "needs",
                                "these items need each other: " + String.join(" > ", circle),
                                "take one of the needs away"));
            }
        }
    }

    /** The ids of a circle, its first one twice; empty where there is none from here. */
    private static List<String> circle(
            String id, Map<String, ItemDraft> items, List<String> path, Set<String> settled) {
        if (path.contains(id)) {
            List<String> circle = new ArrayList<>(path.subList(path.indexOf(id), path.size()));
            circle.add(id);
            settled.addAll(circle);
            return circle;
        }
        ItemDraft item = items.get(id);
        if (item == null || settled.contains(id)) {
            return List.of();
        }
        path.add(id);
        for (String need : item.settings.needs()) {
            List<String> found = circle(need, items, path, settled);
            if (!found.isEmpty()) {
                settled.addAll(path);
                return found;
            }
        }
        path.remove(path.size() - 1);
        settled.add(id);
        return List.of();
    }
}
