/** The keys of people on this machine. */
@NullMarked
package dev.tars.console.release.client;

import org.jspecify.annotations.NullMarked;
