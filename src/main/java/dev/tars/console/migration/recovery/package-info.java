/**
 * What is left of a run that broke off: what the journal knows last and what the catalogue has now decide together, for
 * each statement. And what a failure of the server means, in words.
 *
 * <p>Decisions. The catalogue decides what is there, the journal decides whether it is ours. An invalid index of our name
 * that the journal does not know is left to a person; one of another definition is never touched. A line that was lost
 * says nothing: as long as a build runs it is waited for, and never begun a second time.
 */
@NullMarked
package dev.tars.console.migration.recovery;

import org.jspecify.annotations.NullMarked;
