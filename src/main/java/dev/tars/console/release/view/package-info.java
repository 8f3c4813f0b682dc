/**
 * The guard's dialog: what, where, the harm, exactly what runs, what is asked of a person. The confirming button is
 * never the first focus, and the last word is the guard's: the dialog decides nothing.
 */
@NullMarked
package dev.tars.console.release.view;

import org.jspecify.annotations.NullMarked;
