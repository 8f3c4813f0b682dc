package dev.tars.console.promql;

/**
 * A stretch of the query text.
 *
 * @param start offset of the first character, 0 for the first of the text
 * @param end offset after the last character
 */
public record Span(int start, int end) {

    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("span " + start + ".." + end + ": need 0 <= start <= end");
        }
    }

    /** From the start of this one to the end of the other. */
    public Span to(Span other) {
        return new Span(start, Math.max(end, other.end));
    }

    /** The text the span covers. */
    public String of(String text) {
        return text.substring(start, end);
    }
}
