package dev.tars.console.runbook;

import dev.tars.console.document.DocumentException;
import dev.tars.console.document.Nearest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.SourceSpan;

/** Makes a block of a fence whose language is a kind of probe. */
final class BlockReader {
    private static final Pattern EXPECTS = Pattern.compile("(^|\\s)expect\\s*=");
    private static final Map<String, String> SAID_ELSEWHERE =
            Map.of("bash", "shell", "sh", "shell", "console", "shell", "prometheus", "promql", "psql", "sql");

    private final MarkdownSource source;
    private final Set<String> kinds;

    BlockReader(MarkdownSource source, Set<String> kinds) {
        this.source = source;
        this.kinds = kinds;
    }

    /** The block, or empty where the fence is text to read. */
    Optional<Block> read(FencedCodeBlock fence) throws DocumentException {
        SourceSpan opening = fence.getSourceSpans().get(0);
        Position at = source.at(opening.getLineIndex(), opening.getColumnIndex());
        String line = source.line(opening.getLineIndex());
        int from = opening.getColumnIndex();
        while (from < line.length() && " \t".indexOf(line.charAt(from)) >= 0) {
            from++;
        }
        from += Optional.ofNullable(fence.getOpeningFenceLength()).orElse(3);
        while (from < line.length() && " \t".indexOf(line.charAt(from)) >= 0) {
            from++;
        }
        int to = from;
        while (to < line.length() && " \t".indexOf(line.charAt(to)) < 0) {
            to++;
        }
        if (fence.getClosingFenceLength() == null) {
            throw at.error(
                    "the fence is never closed, so all below it would be its text",
                    "close it with a line of as many characters, indented like the first");
        }
        String kind = line.substring(from, to);
        Position lineStart = source.at(opening.getLineIndex(), 0);
        if (!kinds.contains(kind)) {
            refuseExpectation(kind, line.substring(to), lineStart.plus(from));
            return Optional.empty();
        }
        return Optional.of(block(kind, new AttributeReader(line, lineStart, to).read('\0'), fence.getLiteral(), at));
    }

    private void refuseExpectation(String language, String rest, Position at) throws DocumentException {
        if (EXPECTS.matcher(rest).find()) {
            String small = language.toLowerCase(Locale.ROOT);
            String near = SAID_ELSEWHERE.getOrDefault(small, kinds.contains(small) ? small : "");
            throw at.error(
                    "\"" + language + "\" is no kind of probe",
                    near.isEmpty()
                            ? Nearest.of(language, kinds.stream().sorted().toArray(String[]::new))
                            : "write " + near);
        }
    }

    private static Block block(String kind, Attributes attributes, String body, Position at) throws DocumentException {
        Optional<String> expect = attributes.text("expect");
        Optional<Expectation> expectation = Optional.empty();
        if (expect.isPresent()) {
            expectation = Optional.of(Expectation.read(expect.get(), attributes.position("expect")));
        }
        Optional<Duration> lasting = attributes.duration("for");
        if (lasting.isPresent() && expectation.isEmpty()) {
            throw attributes.error("for", "for without expect", "say with expect=\"...\" what has to hold so long");
        }
        Optional<String> unit = attributes.text("unit");
        if (unit.isPresent() && Units.of(unit.get()).isEmpty()) {
            throw attributes.error("unit", "\"" + unit.get() + "\" is no unit", Nearest.of(unit.get(), Units.WORDS));
        }
        if (body.isBlank()) {
            throw at.error("the block is empty", "write what to ask, or leave the block out");
        }
        return new Block(kind, expectation, lasting, attributes.duration("timeout"), attributes, body, at);
    }

    /** Fences with an expectation that Markdown does not take for fences, and that nobody would miss. */
    void refuseLost(Set<Integer> seen, List<DocumentException> errors) {
        String words = String.join("|", kinds);
        Pattern fence = Pattern.compile("[\\s>]*(?:`{3,}|~{3,})\\s*(?:" + words + ")\\s.*expect\\s*=.*");
        for (int i = 0; i < source.size(); i++) {
            String line = source.line(i);
            if (!seen.contains(i) && fence.matcher(line).matches()) {
                int column = line.length() - line.stripLeading().length();
                errors.add(source.at(i, column)
                        .error(
                                "this fence is no fence to Markdown, so its check would be lost",
                                "indent it like the text of its item, by no more"));
            }
        }
    }
}
