package dev.tars.console.connect.http;

/** Ends what was subscribed to. */
@FunctionalInterface
public interface Subscription extends AutoCloseable {
    @Override
    void close();
}
