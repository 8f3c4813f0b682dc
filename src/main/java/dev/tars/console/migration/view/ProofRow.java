package dev.tars.console.migration.view;

import dev.tars.console.ui.controls.Look;

/**
 * A line of the proof.
 *
 * @param key unique among the lines
 * @param plan what became of the plan, in a few words
 * @param why the whole sentence of the verdict
 */
record ProofRow(
        String key, String title, String before, String after, String plan, Look look, String word, String why) {}
