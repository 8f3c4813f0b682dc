/**
 * The embedded T.A.R.S. to rehearse on.
 */
@NullMarked
package dev.tars.console.practice;

import org.jspecify.annotations.NullMarked;
