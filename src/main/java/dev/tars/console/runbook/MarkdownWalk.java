package dev.tars.console.runbook;

import dev.tars.console.document.DocumentException;
import dev.tars.console.runbook.Drafts.ItemDraft;
import dev.tars.console.runbook.Drafts.SectionDraft;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.jspecify.annotations.Nullable;

/**
 * Walks the tree of a Markdown parser and drafts sections and items. Titles, attributes and fences are read from the
 * lines of the file at the places the tree names, so that errors have a column and nothing is lost to unescaping.
 */
final class MarkdownWalk {
    private static final Pattern BOX = Pattern.compile("\\[[ xX]]\\s+\\S.*");
    private static final Pattern LOOKS_LIKE_BOX = Pattern.compile("\\[[\\sxXvV*✓✔✗-]{0,2}](?![(\\[:]).*");
    private static final Pattern BOX_ANYWHERE = Pattern.compile("\\[[ xX]](?![(\\[:])|type=[\"']?checkbox");
    private static final String A_BOX = "write \"- [ ] TITLE\"";

    private final MarkdownSource source;
    private final BlockReader blocks;
    private final List<DocumentException> errors;
    private final List<Remark> remarks;
    private final List<SectionDraft> sections = new ArrayList<>();
    private final Set<Integer> fenceLines = new HashSet<>();

    MarkdownWalk(MarkdownSource source, BlockReader blocks, List<DocumentException> errors, List<Remark> remarks) {
        this.source = source;
        this.blocks = blocks;
        this.errors = errors;
        this.remarks = remarks;
        Position start = source.at(0, 0);
        TitleLine untitled = new TitleLine(new Title("", ""), Optional.empty(), Attributes.NONE, start);
        sections.add(new SectionDraft(untitled, 0, null, Settings.NONE, start));
    }

    List<SectionDraft> walk(Node document) {
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading heading) {
                section(heading);
            } else {
                underSection(node);
            }
        }
        blocks.refuseLost(fenceLines, errors);
        return sections;
    }

    private SectionDraft current() {
        return sections.get(sections.size() - 1);
    }

    private void section(Heading heading) {
        int first = MarkdownSource.firstLine(heading);
        String line = source.line(first);
        int from = heading.getSourceSpans().get(0).getColumnIndex();
        int to = line.length();
        if (line.startsWith("#", from)) {
            from += heading.getLevel();
            to = line.replaceFirst("\\s+#+\\s*$", "").length();
        }
        SectionDraft parent = current();
        while (parent.level >= heading.getLevel() && parent.parent != null) {
            parent = parent.parent;
        }
        TitleLine title = title(first, from, Math.max(from, to));
        Settings settings = settings(title, parent.settings);
        sections.add(new SectionDraft(title, heading.getLevel(), parent, settings, source.at(heading)));
    }

    /** One that cannot be read is told, and what stands under it is read all the same: all errors are told at once. */
    private TitleLine title(int line, int from, int to) {
        try {
            return TitleLine.read(source.line(line), source.at(line, 0), from, to);
        } catch (DocumentException e) {
            errors.add(e);
            return new TitleLine(new Title("", ""), Optional.empty(), Attributes.NONE, source.at(line, from));
        }
    }

    private Settings settings(TitleLine title, Settings above) {
        try {
            return SettingsReader.read(title.attributes(), above);
        } catch (DocumentException e) {
            errors.add(e);
            return above;
        }
    }

    private void underSection(Node node) {
        if (node instanceof ListBlock list) {
            boolean hasItems = list(list, null, 0);
            if (!hasItems) {
                text(node);
            }
        } else if (node instanceof FencedCodeBlock fence) {
            Optional<Block> block = block(fence);
            block.ifPresent(this::sectionBlock);
            if (block.isEmpty()) {
                text(node);
            }
        } else {
            lookForBoxes(node);
            text(node);
        }
    }

    private void sectionBlock(Block block) {
        if (block.expectation().isPresent() && !current().items.isEmpty()) {
            errors.add(block.at()
                    .error(
                            "this check stands under no item: the list above has ended",
                            "indent it like the text of its item"));
        } else {
            current().blocks.add(block);
        }
    }

    private void text(Node node) {
        for (int i = MarkdownSource.firstLine(node); i <= MarkdownSource.lastLine(node); i++) {
            current().lines.add(source.line(i));
        }
        current().lines.add("");
    }

    /** @return whether any item stands in it */
    private boolean list(ListBlock list, @Nullable ItemDraft parent, int depth) {
        boolean hasItems = false;
        for (Node node = list.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof ListItem item) {
                hasItems |= node.getFirstChild() instanceof TaskListItemMarker
                        ? item(item, parent, depth)
                        : plainItem(item, parent, depth);
            }
        }
        return hasItems;
    }

    private boolean plainItem(ListItem item, @Nullable ItemDraft parent, int depth) {
        boolean hasItems = false;
        for (Node node = item.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof ListBlock nested) {
                hasItems |= list(nested, parent, depth + 1);
            } else if (node instanceof FencedCodeBlock fence) {
                block(fence)
                        .filter(b -> b.expectation().isPresent())
                        .ifPresent(b -> errors.add(b.at().error(
                                        "this check stands under a list item without a box",
                                        "give the item a box: - [ ]")));
            } else {
                lookForBoxes(node);
            }
        }
        return hasItems;
    }

    private boolean item(ListItem node, @Nullable ItemDraft parent, int depth) {
        Node paragraph = node.getFirstChild();
        while (paragraph != null && !(paragraph instanceof Paragraph)) {
            paragraph = paragraph.getNext();
        }
        if (paragraph == null) {
            return false;
        }
        SourceSpan span = paragraph.getSourceSpans().get(0);
        int lineIndex = span.getLineIndex();
        String line = source.line(lineIndex);
        int box = span.getColumnIndex();
        TitleLine title = title(lineIndex, box + 3, line.length());
        ItemDraft draft = new ItemDraft(
                title,
                settings(title, current().settings),
                parent,
                depth,
                source.at(lineIndex, box),
                source.start(lineIndex) + box + 1,
                line.charAt(box + 1) == 'x' || line.charAt(box + 1) == 'X');
        current().items.add(draft);
        fill(draft, node, paragraph, box);
        return true;
    }

    private void fill(ItemDraft draft, ListItem node, Node title, int indent) {
        Set<Integer> notWords = new HashSet<>(Set.of(MarkdownSource.firstLine(title)));
        Set<Integer> notSource = new HashSet<>();
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof ListBlock list) {
                boolean hasItems = list(list, draft, draft.depth + 1);
                if (hasItems) {
                    addLines(notWords, list);
                    addLines(notSource, list);
                }
            } else if (child instanceof FencedCodeBlock fence) {
                Optional<Block> block = block(fence);
                if (block.isPresent()) {
                    addLines(notWords, fence);
                    itemBlock(draft, block.get());
                }
            } else if (child instanceof Heading) {
                errors.add(source.at(child).error("a heading inside an item", "begin the heading at the left margin"));
            } else if (child != title) {
                lookForBoxes(child);
            }
        }
        List<String> words = new ArrayList<>();
        StringBuilder own = new StringBuilder();
        for (int i = MarkdownSource.firstLine(node); i <= MarkdownSource.lastLine(node); i++) {
            if (!notWords.contains(i)) {
                words.add(dedented(source.line(i), indent));
            }
            if (!notSource.contains(i)) {
                own.append(source.line(i).stripTrailing()).append('\n');
            }
        }
        draft.words = WordsReader.read(words);
        own.setCharAt(indent + 1, ' ');
        draft.source = own.toString().strip() + "\n";
        if (draft.settings.watch().isPresent() && draft.blocks.isEmpty()) {
            errors.add(draft.title
                    .attributes()
                    .error("watch", "watch without a check", "add a block that can be asked again and again"));
        }
    }

    private void itemBlock(ItemDraft draft, Block block) {
        if (block.expectation().isEmpty() && !Kinds.JUDGING_THEMSELVES.contains(block.kind())) {
            errors.add(block.at()
                    .error(
                            "this " + block.kind() + " block does not say what the answer has to be",
                            "add expect=\"...\", or call it text where it is only to be read"));
        } else {
            draft.blocks.add(block);
        }
    }

    private static void addLines(Set<Integer> lines, Node node) {
        for (int i = MarkdownSource.firstLine(node); i <= MarkdownSource.lastLine(node); i++) {
            lines.add(i);
        }
    }

    private static String dedented(String line, int indent) {
        int i = 0;
        while (i < indent && i < line.length() && Character.isWhitespace(line.charAt(i))) {
            i++;
        }
        return line.substring(i);
    }

    private Optional<Block> block(FencedCodeBlock fence) {
        addLines(fenceLines, fence);
        try {
            return blocks.read(fence);
        } catch (DocumentException e) {
            errors.add(e);
            return Optional.empty();
        }
    }

    /** Boxes that are no items: where they were meant to be, somebody would wait for a check that nobody makes. */
    private void lookForBoxes(Node node) {
        if (node instanceof BlockQuote) {
            refuseInQuotation(node);
        } else if (node instanceof TableBlock || node instanceof HtmlBlock) {
            for (int i = MarkdownSource.firstLine(node); i <= MarkdownSource.lastLine(node); i++) {
                java.util.regex.Matcher box = BOX_ANYWHERE.matcher(source.line(i));
                boolean isComment =
                        source.line(MarkdownSource.firstLine(node)).strip().startsWith("<!--");
                if (!isComment && box.find()) {
                    String where = node instanceof TableBlock ? "a table" : "HTML";
                    remarks.add(new Remark(
                            source.at(i, box.start()), "a box in " + where + " is no item", A_BOX + " in a list"));
                }
            }
        } else if (node instanceof Paragraph) {
            for (SourceSpan span : node.getSourceSpans()) {
                String line = source.line(span.getLineIndex()).substring(span.getColumnIndex());
                if (LOOKS_LIKE_BOX.matcher(line).matches()) {
                    String what = BOX.matcher(line).matches()
                            ? "this box begins no list item"
                            : "this looks like a box and is none";
                    remarks.add(new Remark(source.at(span.getLineIndex(), span.getColumnIndex()), what, A_BOX));
                }
            }
        }
    }

    private void refuseInQuotation(Node quotation) {
        for (int i = MarkdownSource.firstLine(quotation); i <= MarkdownSource.lastLine(quotation); i++) {
            String line = source.line(i);
            int from = line.length() - line.replaceFirst("^[\\s>]+", "").length();
            if (line.substring(from).matches("(?:[-*+]|[0-9]+[.)])\\s+\\[[ xX]]\\s.*")) {
                errors.add(
                        source.at(i, from).error("an item inside a quotation is not run", "take away the > before it"));
            }
        }
    }
}
