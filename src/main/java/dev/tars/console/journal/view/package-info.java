/** The page "Audit": who did what, when, on which proof, and whether the record is whole. */
@NullMarked
package dev.tars.console.journal.view;

import org.jspecify.annotations.NullMarked;
