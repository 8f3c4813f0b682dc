package dev.tars.console.release;

/**
 * The environment an action goes to, as far as the guard must know it.
 *
 * @param seconds how many second persons an action needs that needs any: 1 to 9
 * @param secondsFrom the least harm that needs second persons where the place is protected; never READ
 */
public record Place(String environment, boolean isProtected, int seconds, Harm secondsFrom) {

    private static final int MOST = 9;

    public Place {
        if (seconds < 1 || seconds > MOST) {
            throw new IllegalArgumentException("second persons: " + seconds + "; 1 to " + MOST);
        }
        if (secondsFrom == Harm.READ) {
            throw new IllegalArgumentException("a look never needs a second person");
        }
    }

    /** One without protection. */
    public static Place open(String environment) {
        return new Place(environment, false, 1, Harm.IRREVERSIBLE);
    }

    /** One that is protected as usual: the typed name, and one second person for what cannot be taken back. */
    public static Place guarded(String environment) {
        return new Place(environment, true, 1, Harm.IRREVERSIBLE);
    }
}
