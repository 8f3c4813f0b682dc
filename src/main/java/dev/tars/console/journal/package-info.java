/** The append-only, hash-chained record that every state is folded from. */
@NullMarked
package dev.tars.console.journal;

import org.jspecify.annotations.NullMarked;
