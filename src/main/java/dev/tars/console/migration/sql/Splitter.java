package dev.tars.console.migration.sql;

import dev.tars.console.document.DocumentException;
import dev.tars.console.migration.sql.Token.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/**
 * Cuts a file into statements where psql would: at a semicolon outside of parentheses and outside of the
 * {@code BEGIN ATOMIC … END} body of a function ({@code psqlscan.l}). A statement's text begins and ends with a token
 * that means something; comments inside it stay.
 */
final class Splitter {
    private final String file;
    private final String sql;
    private final Places places;
    private final List<Piece> pieces = new ArrayList<>();
    private final List<Token> open = new ArrayList<>();
    private final Deque<Token> parentheses = new ArrayDeque<>();
    private final Deque<Token> bodies = new ArrayDeque<>();
    private final List<String> words = new ArrayList<>();
    private int cut;

    private Splitter(String file, String sql) {
        this.file = file;
        this.sql = sql;
        this.places = new Places(sql);
    }

    static List<Piece> split(String file, String sql) throws DocumentException {
        Splitter splitter = new Splitter(file, sql);
        for (Token token : Lexer.tokens(file, sql)) {
            splitter.take(token);
        }
        splitter.refuseOpen();
        splitter.close();
        if (splitter.cut < sql.length()) {
            splitter.pieces.add(new Piece(splitter.cut, sql.length(), List.of()));
        }
        return splitter.pieces;
    }

    private void take(Token token) {
        switch (token.kind()) {
            case BLANK, COMMENT -> {}
            case SEMICOLON -> {
                if (parentheses.isEmpty() && bodies.isEmpty()) {
                    close();
                } else {
                    open.add(token);
                }
            }
            default -> {
                track(token);
                open.add(token);
            }
        }
    }

    private void track(Token token) {
        if (token.kind() == Kind.OPEN) {
            parentheses.push(token);
        } else if (token.kind() == Kind.CLOSE) {
            parentheses.poll();
        } else if (token.kind() == Kind.WORD) {
            String word = token.text(sql).toLowerCase(Locale.ROOT);
            if (words.size() < 4) {
                words.add(word);
            }
            if (parentheses.isEmpty() && makesRoutine()) {
                body(token, word);
            }
        }
    }

    private void body(Token token, String word) {
        if (word.equals("begin") || word.equals("case") && !bodies.isEmpty()) {
            bodies.push(token);
        } else if (word.equals("end")) {
            bodies.poll();
        }
    }

    private boolean makesRoutine() {
        int kind = words.size() > 2 && words.get(1).equals("or") && words.get(2).equals("replace") ? 3 : 1;
        return words.size() > kind
                && words.get(0).equals("create")
                && (words.get(kind).equals("function") || words.get(kind).equals("procedure"));
    }

    private void close() {
        if (!open.isEmpty()) {
            int start = open.get(0).start();
            int end = open.get(open.size() - 1).end();
            if (cut < start) {
                pieces.add(new Piece(cut, start, List.of()));
            }
            pieces.add(new Piece(start, end, open));
            cut = end;
        }
        open.clear();
        words.clear();
    }

    private void refuseOpen() throws DocumentException {
        if (!parentheses.isEmpty()) {
            throw error(parentheses.getLast(), "a parenthesis opens here and is never closed", "close it with )");
        }
        if (!bodies.isEmpty()) {
            throw error(bodies.getLast(), "a body opens here and never ends", "end it with END");
        }
    }

    private DocumentException error(Token token, String cause, String mend) {
        return new DocumentException(file, places.line(token.start()), places.column(token.start()), cause, mend);
    }
}
