package dev.tars.console.slo;

import dev.tars.console.base.Figures;
import dev.tars.console.base.Problem;
import java.time.Duration;

/** What can be wrong with the polling itself, in words. */
final class PollTroubles {

    private static final String CONSEQUENCE = "No objective can be judged until it answers.";

    private PollTroubles() {}

    static Problem hanging(String source, Duration waited) {
        return Problem.of(
                source + " has not answered the last poll for " + Figures.duration(waited),
                source,
                CONSEQUENCE,
                "Check the server's load and the network.");
    }

    static Problem notPolling(Duration late) {
        return Problem.of(
                "The console has not asked for " + Figures.duration(late) + " longer than it should",
                "",
                CONSEQUENCE,
                "Check the load of this computer.");
    }

    static Problem tooLate(String source, Duration took) {
        return Problem.of(
                source + " took " + Figures.duration(took) + " to answer, too long to speak for now",
                source,
                CONSEQUENCE,
                "Check the server's load, and that the recording rules are used in place of raw queries.");
    }

    static Problem ofAnotherTime(String source, Duration off) {
        return Problem.of(
                "The clocks of " + source + " and of this computer are other than known: the answer is of a time "
                        + Figures.duration(off) + " off",
                source,
                CONSEQUENCE,
                "Nothing to do: it is asked again by the server's own time. Set the clock that is wrong if this stays.");
    }

    static Problem leapt(String what) {
        return Problem.of(what, "", "All that was known is old.", "Nothing to do: it is asked again at once.");
    }

    static Problem interrupted() {
        return Problem.of("The poll was interrupted", "", CONSEQUENCE, "Ask again.");
    }

    static Problem broken(RuntimeException cause) {
        return new Problem(
                "The console failed over the answer",
                "",
                "No objective can be judged from it.",
                "Send the log to the people who make the console.",
                cause.toString());
    }
}
