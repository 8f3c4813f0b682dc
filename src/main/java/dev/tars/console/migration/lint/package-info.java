/**
 * What is wrong with a migration before any database was asked: one rule a class, each with its mend.
 *
 * <p>Decisions. A rule blocks where the server would refuse the statement, where users would wait for it, or where
 * nothing could tell afterwards whether it is done. It warns where a person may know better. Findings name file and
 * line; where a rule sees several faults of one cause it names them in one finding.
 */
@NullMarked
package dev.tars.console.migration.lint;

import org.jspecify.annotations.NullMarked;
