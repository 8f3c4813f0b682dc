package dev.tars.console.release;

/** Port: asks the live target who it is. */
@FunctionalInterface
public interface TargetCheck {

    /** Never throws for a target that does not answer: that is a line with an unknown match. */
    TargetReading read(String environment) throws InterruptedException;
}
