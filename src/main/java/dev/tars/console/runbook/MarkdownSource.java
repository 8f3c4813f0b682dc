package dev.tars.console.runbook;

import dev.tars.console.document.DocumentException;
import dev.tars.console.document.YamlDocument;
import dev.tars.console.document.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;

/** The text of a file by lines and places. */
final class MarkdownSource {
    private final String file;
    private final String text;
    private final List<String> lines = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();

    MarkdownSource(String text, String file) {
        this.file = file;
        this.text = text;
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == '\n' || text.charAt(i) == '\r') {
                lines.add(text.substring(start, i));
                starts.add(start);
                boolean isPair = i + 1 < text.length() && text.charAt(i) == '\r' && text.charAt(i + 1) == '\n';
                i += isPair ? 1 : 0;
                start = i + 1;
            }
        }
    }

    String file() {
        return file;
    }

    String text() {
        return text;
    }

    int size() {
        return lines.size();
    }

    /** @param index 0 for the first */
    String line(int index) {
        return lines.get(index);
    }

    /** How many characters stand before a line. */
    int start(int index) {
        return starts.get(index);
    }

    Position at(int lineIndex, int column) {
        return new Position(file, lineIndex + 1, column + 1);
    }

    Position at(Node node) {
        List<SourceSpan> spans = node.getSourceSpans();
        return spans.isEmpty()
                ? at(0, 0)
                : at(spans.get(0).getLineIndex(), spans.get(0).getColumnIndex());
    }

    static int firstLine(Node node) {
        List<SourceSpan> spans = node.getSourceSpans();
        return spans.isEmpty() ? 0 : spans.get(0).getLineIndex();
    }

    static int lastLine(Node node) {
        List<SourceSpan> spans = node.getSourceSpans();
        return spans.isEmpty() ? 0 : spans.get(spans.size() - 1).getLineIndex();
    }

    /** The last line of the front matter, -1 where there is none. */
    int frontMatterEnd() throws DocumentException {
        if (!lines.get(0).replace("\ufeff", "").stripTrailing().equals("---")) {
            return -1;
        }
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).stripTrailing().equals("---")) {
                return i;
            }
        }
        throw at(0, 0).error("the front matter is not closed", "end it with a line ---");
    }

    /** The plain values of the front matter. */
    Map<String, String> frontMatter(int end) throws DocumentException {
        Map<String, String> values = new LinkedHashMap<>();
        if (end > 1) {
            String yaml = "\n" + String.join("\n", lines.subList(1, end));
            for (Map.Entry<String, YamlNode> entry :
                    YamlDocument.parse(yaml, file).entries().entrySet()) {
                values.put(entry.getKey(), entry.getValue().text());
            }
        }
        return values;
    }

    /** The text as a Markdown parser may see it: the front matter blank, every character at its place. */
    String markdown(int frontMatterEnd) {
        StringBuilder markdown = new StringBuilder(text);
        int end = frontMatterEnd < 0
                ? 0
                : start(frontMatterEnd) + line(frontMatterEnd).length();
        for (int i = 0; i < end; i++) {
            if (text.charAt(i) != '\n' && text.charAt(i) != '\r') {
                markdown.setCharAt(i, ' ');
            }
        }
        if (!text.isEmpty() && text.charAt(0) == '\ufeff') {
            markdown.setCharAt(0, ' ');
        }
        return markdown.toString();
    }
}
