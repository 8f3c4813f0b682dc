package dev.tars.console.promql;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** What stands behind {@code @}: seconds since 1970, {@code start()} or {@code end()}. */
final class AtParser {
    private static final String CONTEXT = "@";
    private static final String EXPECTED = "timestamp";

    private AtParser() {}

    static At parse(TokenStream tokens, Span owner) throws PromqlException {
        for (At.Kind kind : new At.Kind[] {At.Kind.START, At.Kind.END}) {
            if (tokens.takeWord(kind.name())) {
                tokens.expect(TokenType.LEFT_PAREN, CONTEXT, EXPECTED);
                tokens.expect(TokenType.RIGHT_PAREN, CONTEXT, EXPECTED);
                return new At(kind, 0);
            }
        }
        boolean negative = sign(tokens);
        Token token = tokens.expect(TokenType.NUMBER, CONTEXT, EXPECTED);
        double seconds;
        try {
            seconds = Numbers.parse(token.text()) * (negative ? -1 : 1);
        } catch (NumberFormatException e) {
            throw tokens.refused(token.span(), String.valueOf(e.getMessage()));
        }
        double millis = seconds * 1000;
        if (Double.isNaN(millis) || Math.abs(millis) >= Long.MAX_VALUE) {
            throw tokens.refused(owner, "timestamp out of bounds for @ modifier: " + spelled(seconds));
        }
        // Halves away from zero, as Go rounds.
        return new At(At.Kind.TIME, (long) (Math.signum(millis) * Math.floor(Math.abs(millis) + 0.5)));
    }

    private static String spelled(double seconds) {
        return Double.isNaN(seconds) || Double.isInfinite(seconds)
                ? Numbers.format(seconds)
                : new BigDecimal(seconds).setScale(6, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static boolean sign(TokenStream tokens) throws PromqlException {
        Token token = tokens.peek();
        boolean signed = token.text().equals("-") || token.text().equals("+");
        return signed && tokens.take(TokenType.OPERATOR) && token.text().equals("-");
    }
}
