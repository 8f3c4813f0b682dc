package dev.tars.console.migration;

import java.time.Duration;

/**
 * A query of the API that the migration must make fast.
 *
 * @param id stable name
 * @param title what the API asks with it
 * @param sql with {@code ?} for each parameter, keyset pagination
 * @param samples a query whose rows are real parameter values, one column a parameter
 * @param index the index its plan must use afterwards
 * @param limit p95 that it must stay under
 */
public record ApiQuery(String id, String title, String sql, String samples, String index, Duration limit) {}
