package dev.tars.console.migration.sql;

import dev.tars.console.migration.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Walks the tokens of a statement that are not blank or comment. */
final class Cursor {
    private final String sql;
    private final List<Token> tokens;
    private int at;

    Cursor(String sql, List<Token> tokens) {
        this.sql = sql;
        this.tokens = tokens;
    }

    boolean atEnd() {
        return at >= tokens.size();
    }

    int position() {
        return at;
    }

    void back(int position) {
        at = position;
    }

    boolean is(Kind kind) {
        return !atEnd() && tokens.get(at).kind() == kind;
    }

    boolean isNext(Kind kind) {
        return at + 1 < tokens.size() && tokens.get(at + 1).kind() == kind;
    }

    /** Whether these words stand here one after the other, in any case. */
    boolean isWord(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (at + i >= tokens.size()
                    || tokens.get(at + i).kind() != Kind.WORD
                    || !word(at + i).equals(words[i])) {
                return false;
            }
        }
        return true;
    }

    boolean isAnyWord(String... words) {
        for (String word : words) {
            if (isWord(word)) {
                return true;
            }
        }
        return false;
    }

    boolean isOperator(String operator) {
        return is(Kind.OPERATOR) && text().equals(operator);
    }

    boolean take(String... words) {
        boolean found = isWord(words);
        if (found) {
            at += words.length;
        }
        return found;
    }

    boolean take(Kind kind) {
        boolean found = is(kind);
        if (found) {
            at++;
        }
        return found;
    }

    boolean takeOperator(String operator) {
        boolean found = isOperator(operator);
        if (found) {
            at++;
        }
        return found;
    }

    void need(String... words) throws Unreadable {
        if (!take(words)) {
            throw new Unreadable(String.join(" ", words));
        }
    }

    void need(Kind kind) throws Unreadable {
        if (!take(kind)) {
            throw new Unreadable(kind.name());
        }
    }

    /** The text of the token here; empty at the end. */
    String text() {
        return atEnd() ? "" : tokens.get(at).text(sql);
    }

    String takeText() {
        String text = text();
        at++;
        return text;
    }

    /** A name or keyword, folded. */
    String name() throws Unreadable {
        Optional<String> name = findName();
        if (name.isEmpty()) {
            throw new Unreadable("a name");
        }
        return name.get();
    }

    Optional<String> findName() {
        if (is(Kind.WORD)) {
            return Optional.of(Names.folded(takeText()));
        }
        return is(Kind.QUOTED_NAME) ? Optional.of(Names.unquoted(takeText())) : Optional.empty();
    }

    /** {@code name}, {@code schema.name} or {@code database.schema.name}. */
    QualifiedName qualified() throws Unreadable {
        Optional<String> schema = Optional.empty();
        String name = name();
        while (take(Kind.DOT)) {
            schema = Optional.of(name);
            name = name();
        }
        return new QualifiedName(schema, name);
    }

    /** Goes to the closing parenthesis that belongs to the opening one here, and beyond it. */
    void skipParentheses() throws Unreadable {
        need(Kind.OPEN);
        int depth = 1;
        while (depth > 0) {
            if (atEnd()) {
                throw new Unreadable(")");
            }
            if (is(Kind.OPEN)) {
                depth++;
            } else if (is(Kind.CLOSE)) {
                depth--;
            }
            at++;
        }
    }

    /** The text between two positions, one blank where there were blanks or comments. */
    String between(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            if (i > from && tokens.get(i - 1).end() < tokens.get(i).start()) {
                text.append(' ');
            }
            text.append(tokens.get(i).text(sql));
        }
        return text.toString();
    }

    /** Every word without quotes, folded. */
    List<String> words() {
        return tokens.stream()
                .filter(token -> token.kind() == Kind.WORD)
                .map(token -> Names.folded(token.text(sql)))
                .toList();
    }

    /** Every name before an opening parenthesis. */
    List<String> calls() {
        List<String> calls = new ArrayList<>();
        for (int i = 1; i < tokens.size(); i++) {
            if (tokens.get(i).kind() == Kind.OPEN && tokens.get(i - 1).kind() == Kind.WORD) {
                calls.add(word(i - 1));
            }
        }
        return calls;
    }

    private String word(int index) {
        return Names.folded(tokens.get(index).text(sql));
    }
}
