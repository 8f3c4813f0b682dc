package dev.tars.console.migration.view;

import dev.tars.console.ui.controls.Look;

/**
 * The top of the page.
 *
 * @param word in the pill
 * @param sentence what it does, or who holds it, and what that means
 * @param facts the file, its hash, the preflight; or the mend
 */
record MigrationHead(Look look, String word, String sentence, String facts) {}
