package dev.tars.console.runbook;

import dev.tars.console.document.DocumentException;

/**
 * One kind of check. It asks and says what came back; {@link Probing} runs it and judges. Safe for use from several
 * threads.
 */
public interface Probe {

    /** The language of the fences it answers. */
    String kind();

    /**
     * Refuses a block that it could not ask, or that says the same whatever comes back. Asks nobody.
     *
     * @throws DocumentException with the place in the file
     */
    void check(Block block) throws DocumentException;

    /**
     * Asks.
     *
     * @throws ProbeFailed where there is no usable answer, or its tool or server is not there
     * @throws InterruptedException when cancelled or out of time; whatever was started has ended then
     */
    Answer ask(Block block, ProbeContext context) throws ProbeFailed, InterruptedException;
}
