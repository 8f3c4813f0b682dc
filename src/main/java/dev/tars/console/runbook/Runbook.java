package dev.tars.console.runbook;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A checklist or playbook as it was read.
 *
 * @param file its name for people
 * @param frontMatter the plain values between the two {@code ---} at its head
 * @param sections all headings in the order of the file; the first has level 0 where something stands before them
 * @param remarks what looks like a mistake
 * @param source the text it was read from, byte for byte
 */
public record Runbook(
        String file, Map<String, String> frontMatter, List<Section> sections, List<Remark> remarks, String source) {

    public Runbook {
        Objects.requireNonNull(file, "file");
        frontMatter = Map.copyOf(frontMatter);
        sections = List.copyOf(sections);
        remarks = List.copyOf(remarks);
        Objects.requireNonNull(source, "source");
    }

    /** All items in the order of the file. */
    public List<Item> items() {
        return sections.stream().flatMap(section -> section.items().stream()).toList();
    }

    /** All blocks, of sections and items. */
    public List<Block> blocks() {
        return sections.stream()
                .flatMap(section -> Stream.concat(
                        section.blocks().stream(), section.items().stream().flatMap(i -> i.blocks().stream())))
                .toList();
    }

    public Optional<Item> item(String id) {
        return items().stream().filter(item -> item.id().equals(id)).findFirst();
    }

    public Optional<Section> section(String id) {
        return sections.stream().filter(section -> section.id().equals(id)).findFirst();
    }

    /** The text with boxes ticked as told and nothing else changed: a copy to hand out, never the source. */
    public String copyWithTicks(Predicate<Item> isTicked) {
        StringBuilder copy = new StringBuilder(source);
        for (Item item : items()) {
            if (isTicked.test(item) != item.isTickedInFile()) {
                copy.setCharAt(item.boxAt(), isTicked.test(item) ? 'x' : ' ');
            }
        }
        return copy.toString();
    }
}
