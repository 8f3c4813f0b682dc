package dev.tars.console.promql;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a query into tokens. Three modes as in Prometheus, because words mean other things there: outside, inside braces
 * (every word is a label name) and inside brackets (durations). The list ends with {@link TokenType#END} or, where the
 * text cannot go on, with one {@link TokenType#ERROR}; comments and blanks are left out.
 */
final class Lexer {
    private final Scanner in;
    private final List<Token> tokens = new ArrayList<>();
    private int parens;
    private boolean inBraces;
    private boolean inBrackets;
    private boolean colonSeen;

    private Lexer(String text) {
        this.in = new Scanner(text);
    }

    static List<Token> tokens(String text) {
        Lexer lexer = new Lexer(text);
        try {
            lexer.run();
        } catch (Refused refused) {
            lexer.add(TokenType.ERROR, refused.reason);
        }
        return lexer.tokens;
    }

    private void run() throws Refused {
        while (true) {
            in.skipBlanksAndComments();
            in.startToken();
            if (in.atEnd()) {
                end();
                return;
            }
            if (inBraces) {
                insideBraces();
            } else {
                outside();
            }
        }
    }

    private void end() throws Refused {
        if (inBraces) {
            throw new Refused("unexpected end of input inside braces");
        }
        if (parens != 0) {
            throw new Refused("unclosed left parenthesis");
        }
        if (inBrackets) {
            throw new Refused("unclosed left bracket");
        }
        add(TokenType.END);
    }

    private void outside() throws Refused {
        int c = in.peek();
        if (Scanner.isDigit(c) || (c == '.' && Scanner.isDigit(in.peekSecond()))) {
            numberOrDuration();
        } else if (Scanner.isAlpha(c) || c == ':') {
            wordOrColon();
        } else if (c == '"' || c == '\'' || c == '`') {
            string();
        } else {
            sign();
        }
    }

    private void sign() throws Refused {
        int c = in.next();
        switch (c) {
            case ',' -> add(TokenType.COMMA);
            case '@' -> add(TokenType.AT);
            case '*', '/', '%', '+', '-', '^' -> add(TokenType.OPERATOR);
            case '=' -> {
                if (in.peek() == '~') {
                    throw new Refused("unexpected character after '=': '~'");
                }
                add(in.accept("=") ? TokenType.OPERATOR : TokenType.MATCH);
            }
            case '!' -> {
                if (!in.accept("=")) {
                    throw new Refused("unexpected character after '!': " + Scanner.quoted(in.next()));
                }
                add(TokenType.OPERATOR);
            }
            case '<', '>' -> {
                in.accept("=");
                add(TokenType.OPERATOR);
            }
            default -> bracket(c);
        }
    }

    private void bracket(int c) throws Refused {
        switch (c) {
            case '(' -> {
                parens++;
                add(TokenType.LEFT_PAREN);
            }
            case ')' -> {
                if (--parens < 0) {
                    // Prometheus puts this complaint behind the parenthesis.
                    in.startToken();
                    throw new Refused("unexpected right parenthesis ')'");
                }
                add(TokenType.RIGHT_PAREN);
            }
            case '{' -> {
                inBraces = true;
                add(TokenType.LEFT_BRACE);
            }
            case '[' -> leftBracket();
            case ']' -> {
                if (!inBrackets) {
                    throw new Refused("unexpected right bracket ']'");
                }
                inBrackets = false;
                add(TokenType.RIGHT_BRACKET);
            }
            default -> throw new Refused("unexpected character: " + Scanner.quoted(c));
        }
    }

    private void leftBracket() throws Refused {
        if (inBrackets) {
            throw new Refused("unexpected left bracket '['");
        }
        colonSeen = false;
        inBrackets = true;
        add(TokenType.LEFT_BRACKET);
        in.skipBlanks();
        in.startToken();
        if (in.scanNumber()) {
            throw new Refused("missing unit character in duration");
        }
        if (!in.acceptRestOfDuration()) {
            throw new Refused("bad duration syntax: " + QuotedText.quote(in.token()));
        }
        add(TokenType.DURATION);
    }

    private void numberOrDuration() throws Refused {
        if (in.scanNumber()) {
            add(TokenType.NUMBER);
        } else if (in.acceptRestOfDuration()) {
            add(TokenType.DURATION);
        } else {
            throw new Refused("bad number or duration syntax: " + QuotedText.quote(in.token()));
        }
    }

    private void wordOrColon() throws Refused {
        if (inBrackets) {
            int c = in.next();
            if (colonSeen || c != ':') {
                throw new Refused("unexpected colon " + Scanner.quoted(c));
            }
            colonSeen = true;
            add(TokenType.COLON);
            return;
        }
        while (Scanner.isAlphaNumeric(in.peek()) || in.peek() == ':') {
            in.next();
        }
        add(Words.typeOf(in.token()));
    }

    private void insideBraces() throws Refused {
        int c = in.peek();
        if (Scanner.isAlpha(c)) {
            while (Scanner.isAlphaNumeric(in.peek())) {
                in.next();
            }
            add(TokenType.IDENTIFIER);
            return;
        }
        if (c == '"' || c == '\'' || c == '`') {
            string();
            return;
        }
        in.next();
        switch (c) {
            case ',' -> add(TokenType.COMMA);
            case '=' -> {
                in.accept("~");
                add(TokenType.MATCH);
            }
            case '!' -> {
                int second = in.next();
                if (second != '~' && second != '=') {
                    throw new Refused("unexpected character after '!' inside braces: " + Scanner.quoted(second));
                }
                add(second == '=' ? TokenType.OPERATOR : TokenType.MATCH);
            }
            case '{' -> throw new Refused("unexpected left brace '{'");
            case '}' -> {
                inBraces = false;
                add(TokenType.RIGHT_BRACE);
            }
            default -> throw new Refused("unexpected character inside braces: " + Scanner.quoted(c));
        }
    }

    private void string() throws Refused {
        StringScanner.scan(in);
        add(TokenType.STRING);
    }

    private void add(TokenType type) {
        add(type, in.token());
    }

    private void add(TokenType type, String text) {
        tokens.add(new Token(type, text, in.start(), in.position()));
    }

    /** The text cannot be cut any further. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;
        private final String reason;

        Refused(String reason) {
            super(reason);
            this.reason = reason;
        }
    }
}
