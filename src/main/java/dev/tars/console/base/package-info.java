/**
 * The words every feature shares: {@link dev.tars.console.base.Verdict}, {@link dev.tars.console.base.Evidence},
 * {@link dev.tars.console.base.Problem}, {@link dev.tars.console.base.Background}. No JavaFX, no client library.
 *
 * <p>A type moves here only when three features already speak it.
 */
@NullMarked
package dev.tars.console.base;

import org.jspecify.annotations.NullMarked;
