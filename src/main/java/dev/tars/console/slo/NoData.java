package dev.tars.console.slo;

/** Why there is no usable answer. */
public enum NoData {
    /** Not asked since the console started or the environment changed. */
    NOT_ASKED("not asked yet"),
    /** The target that exposes the indicator is down ({@code up == 0}). */
    TARGET_DOWN("target down"),
    /** The series was there before and is gone. */
    SERIES_VANISHED("series vanished"),
    /** The query is answered and returns nothing, and never returned anything since start. */
    EMPTY("query returns nothing"),
    /** The server refused the query. */
    QUERY_ERROR("query error"),
    /** The server does not answer. */
    UNREACHABLE("no answer"),
    /** The newest sample is too old to speak for now. */
    STALE("stale"),
    /** The server says that its answer is partial and nothing usable was in it. */
    PARTIAL("partial answer");

    private final String words;

    NoData(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
