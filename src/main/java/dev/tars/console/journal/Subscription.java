package dev.tars.console.journal;

/** Something that is told until it is closed. Closing waits for a delivery under way; after it nothing is delivered. */
@FunctionalInterface
public interface Subscription extends AutoCloseable {
    @Override
    void close();
}
