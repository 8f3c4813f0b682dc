/**
 * The page "Migration": statements, preflight, phases, who holds a build, what the live database feels, and the proof.
 *
 * <p>Decisions. A phase has a bar only where the server counts blocks or tuples; a wait says how many are gone. There is no
 * percent of the whole: its parts have no common measure. The latency chart has a logarithmic axis, because before and
 * after lie two powers of ten apart.
 */
@NullMarked
package dev.tars.console.migration.view;

import org.jspecify.annotations.NullMarked;
