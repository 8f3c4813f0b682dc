package dev.tars.console.slo;

import java.time.Duration;

/** The windows an indicator is taken over: the seed's 1 min, 5 min and 1 h. */
public enum Window {
    ONE_MINUTE("1m", "1\u00a0min", Duration.ofMinutes(1)),
    FIVE_MINUTES("5m", "5\u00a0min", Duration.ofMinutes(5)),
    ONE_HOUR("1h", "1\u00a0h", Duration.ofHours(1));

    private final String promql;
    private final String words;
    private final Duration length;

    Window(String promql, String words, Duration length) {
        this.promql = promql;
        this.words = words;
        this.length = length;
    }

    /** The window as PromQL and rule names write it. */
    public String promql() {
        return promql;
    }

    /** The window as people read it: {@code 5 min}. */
    public String words() {
        return words;
    }

    public Duration length() {
        return length;
    }
}
