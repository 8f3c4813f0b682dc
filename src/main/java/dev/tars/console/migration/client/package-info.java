/** The migration's port to the database, spoken through {@code connect.postgres}. */
@NullMarked
package dev.tars.console.migration.client;

import org.jspecify.annotations.NullMarked;
