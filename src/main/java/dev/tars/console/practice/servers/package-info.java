/**
 * The real servers of practice: a PostgreSQL with the schema of v1.0.0, a Redis a region, and the agents that pass
 * evaluations from one region to the other through them.
 *
 * <p>{@link dev.tars.console.practice.servers.Servers} starts them behind the window and keeps each in the state that is
 * wanted; {@code LocalPostgres} and {@code LocalRedis} are the processes; {@code EvaluationFlow} is the traffic;
 * {@code PostgresExporter} and {@code RedisExporter} tell of the servers what the exporters of production tell.
 *
 * <p>Decisions: the window never waits for a server; until one runs, its metrics are the model's, so that history has no
 * hole. From its first moment on they are the server's own, and a server that is down or could not start tells
 * {@code up 0} and nothing else. Statement times are measured where the statements are sent: PostgreSQL keeps sums, no
 * histogram. Messages carry no trace context, as in v1.0.0 (TARS-1003 adds it).
 */
@NullMarked
package dev.tars.console.practice.servers;

import org.jspecify.annotations.NullMarked;
