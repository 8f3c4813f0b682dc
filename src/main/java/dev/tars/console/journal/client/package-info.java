/** The journal kept in a database: one SQLite file, or PostgreSQL where several people drive one release. */
@NullMarked
package dev.tars.console.journal.client;

import org.jspecify.annotations.NullMarked;
