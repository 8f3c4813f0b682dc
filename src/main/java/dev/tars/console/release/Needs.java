package dev.tars.console.release;

/**
 * What the guard asks for.
 *
 * @param click a confirmation
 * @param typedName the environment's name, typed
 * @param seconds how many second persons, 0 for none; where there are any, the requester signs too
 */
public record Needs(boolean click, boolean typedName, int seconds) {

    private static final Needs NOTHING = new Needs(false, false, 0);

    /** The one table: harm in its rows, protection in its columns. */
    public static Needs of(Harm harm, Place place) {
        return switch (harm) {
            case READ -> NOTHING;
            case REVERSIBLE -> new Needs(true, place.isProtected(), seconds(harm, place));
            case IRREVERSIBLE -> new Needs(true, true, seconds(harm, place));
        };
    }

    private static int seconds(Harm harm, Place place) {
        return place.isProtected() && harm.compareTo(place.secondsFrom()) >= 0 ? place.seconds() : 0;
    }
}
