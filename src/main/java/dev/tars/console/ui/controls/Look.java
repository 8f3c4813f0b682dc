package dev.tars.console.ui.controls;

import javafx.css.PseudoClass;
import org.kordamp.ikonli.feather.Feather;

/** How a state looks wherever it is shown: icon, pseudo-class (its colour role in the style sheets) and loudness. */
public enum Look {
    MISSED("missed", Feather.X_OCTAGON, Loudness.LOUD),
    UNKNOWN("unknown", Feather.HELP_CIRCLE, Loudness.LOUD),
    BURNING("burning", Feather.ALERT_TRIANGLE, Loudness.MIDDLE),
    WAITING("waiting", Feather.USER, Loudness.MIDDLE),
    STALE("stale", Feather.CLOCK, Loudness.MIDDLE),
    TO_SIGN("to-sign", Feather.EDIT_3, Loudness.MIDDLE),
    WAIVED("waived", Feather.FLAG, Loudness.MIDDLE),
    PAUSED("paused", Feather.PAUSE_CIRCLE, Loudness.MIDDLE),
    MET("met", Feather.CHECK_CIRCLE, Loudness.QUIET),
    SIGNED("signed", Feather.USER_CHECK, Loudness.QUIET),
    RUNNING("running", Feather.LOADER, Loudness.QUIET),
    NOT_RUN("not-run", Feather.CIRCLE, Loudness.QUIET),
    NOT_APPLICABLE("not-applicable", Feather.MINUS_CIRCLE, Loudness.QUIET),
    SKIPPED("skipped", Feather.SKIP_FORWARD, Loudness.QUIET),
    UNDONE("undone", Feather.ROTATE_CCW, Loudness.QUIET);

    /** LOUD is a solid fill, MIDDLE a tint or outline, QUIET icon and word. Decided here, not by the caller. */
    public enum Loudness {
        LOUD,
        MIDDLE,
        QUIET
    }

    private final PseudoClass pseudoClass;
    private final Feather icon;
    private final Loudness loudness;

    Look(String pseudoClass, Feather icon, Loudness loudness) {
        this.pseudoClass = PseudoClass.getPseudoClass(pseudoClass);
        this.icon = icon;
        this.loudness = loudness;
    }

    public PseudoClass pseudoClass() {
        return pseudoClass;
    }

    public Feather icon() {
        return icon;
    }

    public Loudness loudness() {
        return loudness;
    }
}
