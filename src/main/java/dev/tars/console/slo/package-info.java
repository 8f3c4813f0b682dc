/**
 * Service level objectives: what was promised, what is measured, and what may be said about it.
 */
@NullMarked
package dev.tars.console.slo;

import org.jspecify.annotations.NullMarked;
