package dev.tars.console.slo.view;

import dev.tars.console.ui.controls.Look;

/** How the states of objectives look: the one place that maps them. */
final class LiveLook {

    private LiveLook() {}

    static Look of(StateGroup group) {
        return switch (group) {
            case MISSED -> Look.MISSED;
            case UNKNOWN -> Look.UNKNOWN;
            case BURNING -> Look.BURNING;
            case OK -> Look.MET;
        };
    }

    /** An ok that no longer speaks for now is not green. */
    static Look of(LiveRow row) {
        return row.old() && row.group() == StateGroup.OK ? Look.STALE : of(row.group());
    }
}
