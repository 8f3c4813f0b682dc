package dev.tars.console.app;

import dev.tars.console.base.ConnectionReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The newest report of each connection, in the order they were first heard of. Safe for use by several threads. */
final class ConnectionReports {

    private final Map<String, ConnectionReport> newest = new LinkedHashMap<>();

    /** All of them after this one came. */
    synchronized List<ConnectionReport> with(ConnectionReport report) {
        newest.put(report.name(), report);
        return List.copyOf(newest.values());
    }
}
