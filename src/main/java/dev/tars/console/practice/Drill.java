package dev.tars.console.practice;

/** A way to break practice on purpose. What it breaks shows within a minute and heals as soon as it is ended. */
public enum Drill {
    LATENCY_UP("Latency up", "The API of us-east-1 answers 2.5 times as slowly, the cross-region route with it."),
    ERRORS_UP("Errors up", "In eu-west-1 6 % of requests end in a server error and 5 % of evaluations fail."),
    TRAFFIC_STOPS("Traffic stops", "No requests, no evaluations, nothing queued; open sockets stay open."),
    TARGET_DOWN("Target down", "The T.A.R.S. target of eu-west-1 refuses connections, so its series end."),
    DATABASE_DOWN(
            "PostgreSQL down", "Practice's PostgreSQL is stopped, so its series end; agents wait with what they have."),
    REDIS_DOWN(
            "Redis down",
            "The Redis of us-east-1 is stopped, so its series end and no evaluation crosses the regions."),
    LONG_TRANSACTION(
            "Long transaction",
            "A report stays idle in a transaction of practice's PostgreSQL, so an index build waits for it."),
    BUILD_CANCELLED("Build cancelled", "Every index build is cancelled while it runs, and leaves an invalid index."),
    LINE_CUT("Database line cut", "The console has no line to practice's PostgreSQL; what it sent runs on there."),
    DUPLICATE_ROWS(
            "Duplicate keys",
            "An index build ends as a unique one over two rows with one key: failed, an invalid index."),
    DISK_FULL("Disk full", "An index build ends with no space left on the disk, and leaves an invalid index."),
    PROMETHEUS_SLOW("Prometheus slow", "Prometheus takes 30 s for every answer."),
    PROMETHEUS_UNAVAILABLE("Prometheus unavailable", "Prometheus answers everything with 503."),
    PROMETHEUS_GARBAGE("Prometheus garbage", "Prometheus answers with a web page or with JSON cut off in the middle.");

    private final String title;
    private final String description;

    Drill(String title, String description) {
        this.title = title;
        this.description = description;
    }

    /** A few words for a button. */
    public String title() {
        return title;
    }

    /** One sentence: what will be broken, and where. */
    public String description() {
        return description;
    }
}
