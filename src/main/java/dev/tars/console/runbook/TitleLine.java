package dev.tars.console.runbook;

import dev.tars.console.document.DocumentException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/**
 * A title and the attributes at its end.
 *
 * @param id the one that is written
 */
record TitleLine(Title title, Optional<String> id, Attributes attributes, Position idAt) {
    private static final List<Extension> EXTENSIONS = List.of(StrikethroughExtension.create());
    private static final Parser INLINE = Parser.builder().extensions(EXTENSIONS).build();
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]*");
    private static final Pattern WITHOUT_ID =
            Pattern.compile("\\{\\s*(?:#\\s|(?:" + String.join("|", SettingsReader.NAMES) + ")[=\\s}])[^`]*$");
    /** Keeps a title from being read as a list, a heading or a quotation. */
    private static final String GUARD = "x ";

    /**
     * Reads a line.
     *
     * @param line the whole line of the file
     * @param from where the title begins in it
     * @param to where it ends at the latest
     */
    static TitleLine read(String line, Position lineStart, int from, int to) throws DocumentException {
        int brace = attributesAt(line, from, to);
        if (brace < 0) {
            Matcher wrong = WITHOUT_ID.matcher(line.substring(from, to));
            if (wrong.find()) {
                throw lineStart
                        .plus(from + wrong.start())
                        .error("attributes do not begin with an id", "write {#id NAME=VALUE}");
            }
            return of(line, lineStart, from, to, Optional.empty(), Attributes.NONE, lineStart.plus(from));
        }
        int idFrom = brace + 2;
        int idTo = idFrom;
        while (idTo < to && " \t}".indexOf(line.charAt(idTo)) < 0) {
            idTo++;
        }
        String id = line.substring(idFrom, idTo);
        Position idAt = lineStart.plus(idFrom);
        if (!ID.matcher(id).matches()) {
            throw idAt.error("\"" + id + "\" is no id", "write small letters, digits, - . and _");
        }
        AttributeReader reader = new AttributeReader(line.substring(0, to), lineStart, idTo);
        Attributes attributes = reader.read('}');
        if (!line.substring(reader.index(), to).isBlank()) {
            throw lineStart
                    .plus(reader.index())
                    .error("text after the attributes", "end the title with the attributes");
        }
        return of(line, lineStart, from, brace, Optional.of(id), attributes, idAt);
    }

    private static TitleLine of(
            String line,
            Position lineStart,
            int from,
            int to,
            Optional<String> id,
            Attributes attributes,
            Position idAt)
            throws DocumentException {
        String markup = line.substring(from, to).strip();
        String plain = plain(markup);
        if (plain.isEmpty()) {
            throw lineStart.plus(from).error("there is no title", "say in a few words what has to be true");
        }
        return new TitleLine(new Title(plain, markup), id, attributes, idAt);
    }

    /** Where {@code {#} stands outside of code; -1 for nowhere. */
    private static int attributesAt(String line, int from, int to) {
        boolean inCode = false;
        for (int i = from; i < to; i++) {
            if (line.charAt(i) == '`') {
                inCode = !inCode;
            } else if (!inCode && line.startsWith("{#", i)) {
                return i;
            }
        }
        return -1;
    }

    private static String plain(String markup) {
        StringBuilder plain = new StringBuilder();
        INLINE.parse(GUARD + markup).accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                plain.append(text.getLiteral());
            }

            @Override
            public void visit(Code code) {
                plain.append(code.getLiteral());
            }
        });
        return plain.substring(Math.min(GUARD.length(), plain.length())).strip();
    }
}
