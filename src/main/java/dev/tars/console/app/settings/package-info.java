/**
 * What a person arranged: look, zone, window, dividers; kept in one file in the user's configuration folder.
 *
 * <p>Decisions: the file is replaced by an atomic move; one that does not parse is kept aside under another name and
 * reported, because it may hold an hour of somebody's arranging.
 */
@NullMarked
package dev.tars.console.app.settings;

import org.jspecify.annotations.NullMarked;
