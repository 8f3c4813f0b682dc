package dev.tars.console.connect.http;

import java.io.IOException;

/** Makes a value of an answer with a 2xx status, reading its body once, as it arrives. */
@FunctionalInterface
public interface HttpReader<T> {

    /**
     * Reads the body.
     *
     * @throws IOException where the body breaks off or passes the cap
     * @throws Unreadable where it is whole and not what the reader expects
     */
    T read(HttpAnswer answer) throws IOException, Unreadable;

    /** The answer is not what was expected; the message says in plain words what it is instead. */
    final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        public Unreadable(String what) {
            super(what);
        }
    }
}
