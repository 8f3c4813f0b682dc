package dev.tars.console.slo;

/** What may be said about an objective now. Declared worst first: the order of the table. */
public enum SloState {
    /** Answered, and outside the objective. */
    VIOLATED,
    /** No usable answer; {@link NoData} says which. */
    NO_DATA,
    /** The service is there and nothing is asked of it: 0/0 is neither good nor bad. */
    NO_TRAFFIC,
    /** Still within, on its way out. */
    BURNING,
    OK;

    /** Unknown states: as loud as a violation, never met. */
    public boolean isUnknown() {
        return this == NO_DATA || this == NO_TRAFFIC;
    }
}
