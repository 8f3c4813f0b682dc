package dev.tars.console.release.view;

import dev.tars.console.ui.controls.Look;

/**
 * How the environment is, while a person decides: the same board as the page behind the dialog.
 *
 * @param word the worst that is so now
 * @param now all of it in a sentence, with its age
 * @param since what has changed since the dialog was opened
 */
public record GuardHealth(Look look, String word, String now, String since) {}
