/** What happened before practice was started: two detailed hours out of the model, weeks of objectives before them. */
@NullMarked
package dev.tars.console.practice.history;

import org.jspecify.annotations.NullMarked;
