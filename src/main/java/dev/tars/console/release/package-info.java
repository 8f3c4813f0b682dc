/**
 * The release as data: the folders checklists, migrations and rules, built in or given by the user.
 */
@NullMarked
package dev.tars.console.release;

import org.jspecify.annotations.NullMarked;
