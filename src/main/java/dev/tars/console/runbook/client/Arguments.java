package dev.tars.console.runbook.client;

import dev.tars.console.document.DocumentException;
import dev.tars.console.runbook.Block;
import dev.tars.console.runbook.Position;
import java.util.ArrayList;
import java.util.List;

/**
 * A command line as arguments: words, {@code 'as it is'}, {@code "with spaces"}, and a backslash at the end of a line. There
 * is no shell behind it, so what only a shell would understand is refused instead of passed on as text.
 */
final class Arguments {
    private static final String OF_A_SHELL = "|&;<>()`*?~#";

    private final Block block;
    private final String text;
    private int i;
    private int line;
    private int lineStart;

    private Arguments(Block block) {
        this.block = block;
        this.text = block.body();
    }

    static List<String> of(Block block) throws DocumentException {
        return new Arguments(block).read();
    }

    private List<String> read() throws DocumentException {
        List<String> words = new ArrayList<>();
        boolean lineEnded = false;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '\n') {
                lineEnded = !words.isEmpty();
                newLine(i + 1);
            } else if (c == ' ' || c == '\t') {
                i++;
            } else if (text.startsWith("\\\n", i)) {
                newLine(i + 2);
            } else if (lineEnded) {
                throw here().error("a second command", "write one command a block, or end the line with \\");
            } else {
                words.add(word());
            }
        }
        return words;
    }

    private void newLine(int next) {
        line++;
        i = next;
        lineStart = next;
    }

    private String word() throws DocumentException {
        StringBuilder word = new StringBuilder();
        while (i < text.length() && " \t\n".indexOf(text.charAt(i)) < 0 && !text.startsWith("\\\n", i)) {
            char c = text.charAt(i);
            if (c == '\'' || c == '"') {
                quoted(c, word);
            } else if (c == '\\') {
                i++;
                word.append(i < text.length() ? text.charAt(i) : "");
                i++;
            } else {
                refuse(c, word.length() == 0);
                word.append(c);
                i++;
            }
        }
        return word.toString();
    }

    private void quoted(char quote, StringBuilder word) throws DocumentException {
        Position begin = here();
        i++;
        while (i < text.length() && text.charAt(i) != quote) {
            char c = text.charAt(i);
            if (c == '\n') {
                throw begin.error("the quote is not closed in its line", "end it with " + quote);
            }
            if (quote == '"') {
                refuseDollar(c);
                if (c == '\\' && i + 1 < text.length() && "\"\\$".indexOf(text.charAt(i + 1)) >= 0) {
                    i++;
                    c = text.charAt(i);
                }
            }
            word.append(c);
            i++;
        }
        if (i >= text.length()) {
            throw begin.error("the quote is not closed", "end it with " + quote);
        }
        i++;
    }

    private void refuse(char c, boolean first) throws DocumentException {
        boolean isHarmless = c == '#' && !first || c == '~' && !first;
        if (OF_A_SHELL.indexOf(c) >= 0 && !isHarmless) {
            throw here().error("\"" + c + "\" needs a shell, and none runs this", "quote it where it is plain text");
        }
        refuseDollar(c);
    }

    private void refuseDollar(char c) throws DocumentException {
        if (c == '$' && !text.startsWith("${", i)) {
            throw here().error(
                            "\"$\" needs a shell, and none runs this", "write ${NAME} for a value of the environment");
        }
    }

    private Position here() {
        return block.inBody(line, i - lineStart);
    }
}
