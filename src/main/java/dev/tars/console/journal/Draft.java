package dev.tars.console.journal;

import java.util.UUID;

/**
 * An event before it has a place. Keep the draft and append it again when it is not known whether it arrived: its id makes
 * sure that it is kept once.
 *
 * @param id unique, 1 to 100 printable characters
 * @param actor who does it, 1 to 200 characters; "console" for what no person did
 * @param environment where, 1 to 200 characters
 * @param kind what it is, 1 to 100 characters, see {@link Kinds}
 * @param payload the rest, without secrets: what is in the journal cannot be taken out again
 */
public record Draft(String id, String actor, String environment, String kind, Payload payload) {

    public Draft {
        requireWord("id", id, 100);
        requireWord("actor", actor, 200);
        requireWord("environment", environment, 200);
        requireWord("kind", kind, 100);
    }

    /** A draft with an id of its own. */
    public static Draft of(String actor, String environment, String kind, Payload payload) {
        return new Draft(UUID.randomUUID().toString(), actor, environment, kind, payload);
    }

    private static void requireWord(String name, String value, int most) {
        if (value.isBlank() || value.length() > most) {
            throw new IllegalArgumentException(
                    name + " must have 1 to " + most + " characters, not all blank; has " + value.length());
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean paired = !Character.isSurrogate(c)
                    || (i + 1 < value.length() && Character.isSurrogatePair(c, value.charAt(i + 1)))
                    || (i > 0 && Character.isSurrogatePair(value.charAt(i - 1), c));
            if (Character.isISOControl(c) || !paired) {
                throw new IllegalArgumentException(
                        name + " has a character that cannot be shown, U+%04X at %d".formatted((int) c, i));
            }
        }
    }
}
