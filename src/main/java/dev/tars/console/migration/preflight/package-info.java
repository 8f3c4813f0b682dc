/**
 * What a database must be like before a migration runs on it: pure rules over what was read from it, one a class.
 *
 * <p>Decisions. Every rule says something, also that it looked and all is fine, so that a person sees what was looked at.
 * What could not be looked at is {@code UNKNOWN}, never fine. A rule blocks where a statement would fail, wait for ever or
 * touch what is not ours; it warns where the run would take longer or cost more. It describes one moment: a long
 * transaction may begin a second later, so the run looks again.
 */
@NullMarked
package dev.tars.console.migration.preflight;

import org.jspecify.annotations.NullMarked;
