package dev.tars.console.ui.controls;

import dev.tars.console.base.Problem;
import java.util.Optional;

/** The six looks of a pane. Practice is any of them with its mark. */
public sealed interface PaneLook {

    /** @param sentence what is missing; @param detail what the pane would show */
    record NotAsked(String sentence, String detail) implements PaneLook {}

    /**
     * Nothing for 400 ms, then a sentence and a bar; what was there stays, greyed.
     *
     * @param sentence what is asked of whom, with the count
     * @param fraction 0 to 1; negative where the end is not known, then there is no bar
     */
    record Loading(String sentence, double fraction) implements PaneLook {}

    /** @param sentence what is not there; @param detail what was asked and what would match */
    record Empty(String sentence, String detail) implements PaneLook {}

    /** @param nextTry when it is tried again, in words; empty where it is not */
    record Failed(Problem problem, Optional<String> nextTry) implements PaneLook {}

    /** The source failed: the content stays under a loud band. @param sentence how old everything is */
    record Stale(String sentence) implements PaneLook {}

    record Full() implements PaneLook {}
}
