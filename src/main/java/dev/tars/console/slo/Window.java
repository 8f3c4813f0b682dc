package dev.tars.console.slo;

import java.time.Duration;

/** The windows an indicator is taken over: the seed's 1 min, 5 min and 1 h. */
public enum Window {
    ONE_MINUTE("1m", Duration.ofMinutes(1)),
    FIVE_MINUTES("5m", Duration.ofMinutes(5)),
    ONE_HOUR("1h", Duration.ofHours(1));

    private final String promql;
    private final Duration length;

    Window(String promql, Duration length) {
        this.promql = promql;
        this.length = length;
    }

    /** The window as PromQL and rule names write it. */
    public String promql() {
        return promql;
    }

    public Duration length() {
        return length;
    }
}
