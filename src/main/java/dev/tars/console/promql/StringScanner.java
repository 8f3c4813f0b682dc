package dev.tars.console.promql;

import java.util.Locale;

/** Reads a string literal to its closing quote and refuses what Go would refuse in it. */
final class StringScanner {

    private StringScanner() {}

    static void scan(Scanner in) throws Lexer.Refused {
        int quote = in.next();
        while (true) {
            int c = in.next();
            if (c == quote) {
                return;
            }
            if (quote == '`') {
                if (c == Scanner.END) {
                    throw new Lexer.Refused("unterminated raw string");
                }
            } else if (c == Scanner.END || c == '\n') {
                throw new Lexer.Refused("unterminated quoted string");
            } else if (c == '\\') {
                escape(in, quote);
            }
        }
    }

    private static void escape(Scanner in, int quote) throws Lexer.Refused {
        int c = in.next();
        if (c == quote || (c != Scanner.END && "abfnrtv\\".indexOf(c) >= 0)) {
            return;
        }
        switch (c) {
            case '0', '1', '2', '3', '4', '5', '6', '7' -> digits(in, c, 3, 8, 255);
            case 'x' -> digits(in, in.next(), 2, 16, 255);
            case 'u' -> digits(in, in.next(), 4, 16, Character.MAX_CODE_POINT);
            case 'U' -> digits(in, in.next(), 8, 16, Character.MAX_CODE_POINT);
            case Scanner.END -> throw new Lexer.Refused("escape sequence not terminated");
            default -> throw new Lexer.Refused("unknown escape sequence " + named(c));
        }
    }

    private static void digits(Scanner in, int first, int count, int base, long max) throws Lexer.Refused {
        long value = 0;
        int c = first;
        for (int i = 0; i < count; i++) {
            if (i > 0) {
                c = in.next();
            }
            if (c == Scanner.END) {
                throw new Lexer.Refused("escape sequence not terminated");
            }
            int digit = c < 128 ? Character.digit(c, base) : -1;
            if (digit < 0) {
                throw new Lexer.Refused("illegal character " + named(c) + " in escape sequence");
            }
            value = value * base + digit;
        }
        boolean surrogate = max > 255 && value >= Character.MIN_SURROGATE && value <= Character.MAX_SURROGATE;
        if (value > max || surrogate) {
            throw new Lexer.Refused("escape sequence is an invalid Unicode code point");
        }
    }

    private static String named(int c) {
        return String.format(Locale.ROOT, "U+%04X '%s'", c, Character.toString(c));
    }
}
