/**
 * The guard in this application: who sits at the desk, what the open target is known by, the journal it writes to, the
 * dialogs it shows.
 */
@NullMarked
package dev.tars.console.app.guard;

import org.jspecify.annotations.NullMarked;
