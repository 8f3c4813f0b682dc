package dev.tars.console.journal;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What an event carries beside its head: a JSON object in the canonical form (package documentation). Values are text,
 * numbers, booleans, lists and maps of these; a value that is not there is left out, there is no null.
 */
public final class Payload {

    /** Characters a payload may have; evidence that is longer is kept elsewhere and named by its hash. */
    public static final int LONGEST = 256 * 1024;

    /** Name of the member that says to which run an event belongs. */
    public static final String RUN = "run";

    private static final Payload EMPTY = new Payload("{}");

    private final String text;

    private Payload(String text) {
        this.text = text;
    }

    public static Payload empty() {
        return EMPTY;
    }

    /** @throws IllegalArgumentException for a value that has no canonical form, or too much of it */
    public static Payload of(Map<String, ?> members) {
        String text = CanonicalJson.object(members);
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "a payload has at most " + LONGEST + " characters, this one " + text.length());
        }
        return new Payload(text);
    }

    /** One that is put together member by member. */
    public static Builder builder() {
        return new Builder();
    }

    /** As it is kept, unchecked: what was tampered with must be readable too. */
    public static Payload stored(String text) {
        return new Payload(text);
    }

    /** The canonical text. */
    public String text() {
        return text;
    }

    /**
     * Its members: String, BigDecimal, Boolean, List, Map; sorted by name.
     *
     * @return empty also where a tampered text is no JSON object
     */
    public Map<String, Object> members() {
        return JsonReader.object(text);
    }

    /** A member that is text. */
    public Optional<String> text(String name) {
        return members().get(name) instanceof String words ? Optional.of(words) : Optional.empty();
    }

    /** The run the event belongs to. */
    public Optional<String> run() {
        return text(RUN);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Payload that && that.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }

    /** Puts a payload together. */
    public static final class Builder {
        private final Map<String, Object> members = new TreeMap<>();

        private Builder() {}

        /** @param value text, number, boolean, list or map */
        public Builder put(String name, Object value) {
            members.put(name, value);
            return this;
        }

        /** Leaves the member out where there is no value. */
        public Builder put(String name, Optional<?> value) {
            value.ifPresent(v -> members.put(name, v));
            return this;
        }

        /** The run the event belongs to. */
        public Builder run(String id) {
            return put(RUN, id);
        }

        public Payload build() {
            return of(members);
        }
    }
}
