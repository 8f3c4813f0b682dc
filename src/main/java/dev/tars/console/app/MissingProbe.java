package dev.tars.console.app;

import dev.tars.console.runbook.Answer;
import dev.tars.console.runbook.Block;
import dev.tars.console.runbook.Probe;
import dev.tars.console.runbook.ProbeContext;
import dev.tars.console.runbook.ProbeFailed;

/**
 * Stands for a probe whose server this environment does not name: its items are unknown and say how to set it, and do not
 * fall to a person who signs.
 *
 * @param what it is missing, for people
 * @param mend how to set it
 */
record MissingProbe(String kind, String what, String mend) implements Probe {

    @Override
    public void check(Block block) {
        // Nobody is asked, so there is nothing to refuse.
    }

    @Override
    public Answer ask(Block block, ProbeContext context) throws ProbeFailed {
        throw new ProbeFailed("not set", what, mend);
    }
}
