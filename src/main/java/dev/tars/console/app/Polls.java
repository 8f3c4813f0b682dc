package dev.tars.console.app;

import dev.tars.console.app.shell.PollStatus;
import dev.tars.console.slo.PollHealth;
import dev.tars.console.ui.controls.HeartbeatCells.Beat;

/** The health of the objectives' polling as the status bar shows it. */
final class Polls {

    private Polls() {}

    static PollStatus of(PollHealth health) {
        return new PollStatus(
                health.interval(),
                health.recent().stream().map(Polls::beat).toList(),
                health.next(),
                health.missed(),
                health.skew(),
                health.lastGood(),
                health.warnings(),
                health.problem(),
                health.stopped());
    }

    private static Beat beat(PollHealth.Outcome outcome) {
        return switch (outcome) {
            case ANSWERED -> Beat.ANSWERED;
            case PARTIAL -> Beat.PARTIAL;
            case FAILED, MISSED -> Beat.MISSED;
        };
    }
}
