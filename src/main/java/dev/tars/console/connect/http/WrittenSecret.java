package dev.tars.console.connect.http;

import java.util.Objects;

/** The one secret that has a value from the start: the password inside a URL. Not a record, so that nothing prints it. */
final class WrittenSecret implements Secret {
    private final String reference;
    private final String value;

    WrittenSecret(String reference, String value) {
        this.reference = Objects.requireNonNull(reference, "reference");
        this.value = Objects.requireNonNull(value, "value");
    }

    @Override
    public String reference() {
        return reference;
    }

    @Override
    public String resolve() {
        return value;
    }

    @Override
    public String toString() {
        return reference;
    }
}
