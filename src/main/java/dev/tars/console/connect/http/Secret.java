package dev.tars.console.connect.http;

/**
 * A password or token that is known by reference and read only when a call needs it, so that it is never held in a
 * settings record, a log line or a screen.
 *
 * <p>{@code toString()} of every implementation shows the reference at most, never the value.
 */
public interface Secret {

    /** Where it comes from, for people: {@code env:PROM_TOKEN}, {@code file:/run/secrets/token}. */
    String reference();

    /**
     * The value now; may read a file.
     *
     * @throws SecretMissing where the reference leads nowhere
     */
    String resolve() throws SecretMissing;

    /** A value that was written into an address; {@code reference} says which. */
    static Secret written(String reference, String value) {
        return new WrittenSecret(reference, value);
    }
}
