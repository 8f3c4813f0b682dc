/**
 * The kinds of probe that ask the outside world: Prometheus, HTTP, files, PostgreSQL, Redis, programs, Kubernetes, Helm and
 * reports of other tools.
 *
 * <p>Each says in its Javadoc what stands in its block and which parts of the answer {@code take=} can name. All of them
 * only look: SQL in a read-only transaction, programs by argument vector, Redis, kubectl and helm by a list of reading
 * commands. What is absent is Unknown and says how to get it.
 */
@NullMarked
package dev.tars.console.runbook.client;

import org.jspecify.annotations.NullMarked;
