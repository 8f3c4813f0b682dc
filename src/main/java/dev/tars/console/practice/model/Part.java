package dev.tars.console.practice.model;

/** Something that moves a target's cells on by one step of time. */
interface Part {

    /** @param to the end of the step in seconds since the epoch @param seconds its length, above 0 */
    void advance(double to, double seconds, Conditions now);
}
