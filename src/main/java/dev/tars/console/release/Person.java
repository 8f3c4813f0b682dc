package dev.tars.console.release;

import java.util.Optional;

/**
 * Someone who uses the console.
 *
 * @param name as the people file writes it; unique there
 * @param key proves it is this person; empty for whoever sits at a desk that has no people file
 */
public record Person(String name, Role role, Optional<PersonKey> key) {

    /** A name stands on one line of a signed text and in file names. */
    private static final int LONGEST = 60;

    public Person {
        if (!isName(name)) {
            throw new IllegalArgumentException(
                    "a person's name is \"" + name
                            + "\"; it is 1 to 60 letters, digits, blanks, dots, dashes or apostrophes and begins with a letter");
        }
    }

    /** True for 1 to 60 letters, digits, blanks, dots, dashes, apostrophes; the first is a letter, the last no blank. */
    public static boolean isName(String text) {
        return text.length() <= LONGEST && text.matches("\\p{L}([\\p{L}\\p{M}\\p{N} .'_-]*[\\p{L}\\p{M}\\p{N}.])?");
    }
}
