package dev.tars.console.release;

import java.util.List;

/**
 * What a person has given so far.
 *
 * @param clicked the confirming button, or its key
 * @param typedName what stands in the name field
 * @param consents signatures, of the requester and of others, checked or not
 */
public record Confirmation(boolean clicked, String typedName, List<Consent> consents) {

    public static final Confirmation NOTHING = new Confirmation(false, "", List.of());
    public static final Confirmation CLICK = new Confirmation(true, "", List.of());

    public Confirmation {
        consents = List.copyOf(consents);
    }
}
