/**
 * The migration spoken to PostgreSQL: its run, through {@code connect.postgres}, and its proof.
 *
 * <p>Decisions. A query is timed from when it is sent until its last row was read, on connections of its own that can only
 * read, each with a time limit on the server. What is timed is planned anew for its parameters every time, as the plan
 * that is shown was. Inserts are timed only where the environment is not protected: each is taken back at once, but it
 * leaves a dead row behind and runs triggers, so it is no look.
 */
@NullMarked
package dev.tars.console.migration.client;

import org.jspecify.annotations.NullMarked;
