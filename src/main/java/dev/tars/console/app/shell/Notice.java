package dev.tars.console.app.shell;

import dev.tars.console.base.Problem;

/**
 * Something that happened elsewhere and needs a person.
 *
 * @param cause one notice a cause: a newer one of the same cause takes its place
 */
public record Notice(String cause, Problem problem) {}
