/**
 * The migrations of a release: {@code migrations/NAME.sql}, {@code NAME.rollback.sql} and {@code NAME.queries.yaml}, the
 * queries that NAME is for.
 */
@NullMarked
package dev.tars.console.migration.files;

import org.jspecify.annotations.NullMarked;
