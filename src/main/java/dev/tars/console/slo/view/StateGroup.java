package dev.tars.console.slo.view;

import dev.tars.console.slo.SloState;

/** The states as the toolbar counts them: no data and no traffic are both unknown. */
enum StateGroup {
    MISSED,
    UNKNOWN,
    BURNING,
    OK;

    static StateGroup of(SloState state) {
        return switch (state) {
            case VIOLATED -> MISSED;
            case NO_DATA, NO_TRAFFIC -> UNKNOWN;
            case BURNING -> BURNING;
            case OK -> OK;
        };
    }
}
