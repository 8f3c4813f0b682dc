package dev.tars.console.promql;

import dev.tars.console.base.Problem;

/** A query that is refused, with the place and the words of Prometheus. */
public final class PromqlException extends Exception implements Problem.Carrier {
    private static final long serialVersionUID = 1L;

    private final String query;
    private final transient Span span;
    private final String reason;
    private final int line;
    private final int column;

    PromqlException(String query, Span span, String reason) {
        this(query, span, reason, lineOf(query, span.start()), columnOf(query, span.start()));
    }

    private PromqlException(String query, Span span, String reason, int line, int column) {
        super(line + ":" + column + ": parse error: " + reason);
        this.query = query;
        this.span = span;
        this.reason = reason;
        this.line = line;
        this.column = column;
    }

    private static int lineOf(String query, int offset) {
        return 1
                + (int) query.substring(0, Math.min(offset, query.length()))
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }

    private static int columnOf(String query, int offset) {
        return offset - query.lastIndexOf('\n', offset - 1);
    }

    /** The whole text that was parsed. */
    public String query() {
        return query;
    }

    /** Where it goes wrong; its end may be the end of the text. */
    public Span span() {
        return span;
    }

    /** What is wrong, without the place: {@code unexpected <by>}. */
    public String reason() {
        return reason;
    }

    /** 1 for the first line of the query. */
    public int line() {
        return line;
    }

    /** 1 for the first character of the line. */
    public int column() {
        return column;
    }

    @Override
    public Problem problem() {
        return Problem.of(
                "The query is not PromQL: " + reason,
                "query line " + line + ", column " + column,
                "No server answers it.",
                "Correct the query there: " + query.strip());
    }
}
