/**
 * An index migration: a SQL file into statements, what a database must be like before they run, the run itself with its
 * phases and waits, and the proof that it was worth it.
 *
 * <p>Words. A <i>script</i> is a file of {@link dev.tars.console.migration.Statement statements}, each sent to the
 * server by itself with autocommit on. A <i>build</i> is a statement that creates an index concurrently; it goes through
 * PostgreSQL's own {@link dev.tars.console.migration.BuildPhase phases} and ends with a valid index or leaves an
 * <i>invalid</i> one that keeps the name. A <i>blocker</i> is a session that a build waits for. The <i>proof</i> is the
 * plan and the latency of the API's queries before and after.
 *
 * <p>Decisions. A build is done when {@code pg_index.indisvalid} was read as true, never because a statement returned.
 * A line that is lost says nothing about the build: it may run on, so the state is unknown until the catalogue was
 * asked. {@code lock_timeout} is 0 for concurrent builds, whose lock stands in nobody's way, and short for everything
 * else. Only indexes that this migration names are ever dropped.
 *
 * <p>Sources: PostgreSQL 15 documentation, "CREATE INDEX, Building Indexes Concurrently" and "Progress Reporting".
 */
@NullMarked
package dev.tars.console.migration;

import org.jspecify.annotations.NullMarked;
