package dev.tars.console.practice.servers;

import dev.tars.console.base.Progress;
import dev.tars.console.base.Ticker;
import dev.tars.console.practice.Eventually;
import dev.tars.console.practice.Practice;
import dev.tars.console.practice.PracticeOptions;
import dev.tars.console.practice.ShippedRules;
import java.time.Clock;
import java.time.Duration;

/** Practice in a process of its own: prints "up" once all its servers run, and ends in order at the end of its input. */
public final class PracticeProcess {

    private PracticeProcess() {}

    public static void main(String[] args) throws Exception {
        PracticeOptions shipped =
                PracticeOptions.of(ShippedRules.recording(), ShippedRules.alerts(), ShippedRules.programs());
        PracticeOptions small = new PracticeOptions(
                shipped.recordingRules(),
                shipped.alertRules(),
                true,
                1,
                Duration.ofMinutes(2),
                Duration.ZERO,
                Duration.ofSeconds(15),
                500,
                shipped.programs());
        try (Practice practice = Practice.start(small, Clock.systemUTC(), Ticker.system(), Progress.ignored())) {
            Eventually.holds(
                    Duration.ofSeconds(60),
                    "all servers run",
                    () -> practice.servers().orElseThrow().areRunning());
            System.out.println("up");
            while (System.in.read() >= 0) {
                // Anything but the end is of no interest.
            }
        }
    }
}
