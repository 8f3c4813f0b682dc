package dev.tars.console.practice.servers;

import java.io.IOException;

/** A server's process on this machine. Started and stopped by one thread. */
interface LocalServer {

    /** For people: "PostgreSQL", "Redis us-east-1". */
    String name();

    /** {@code 127.0.0.1:PORT}. */
    String address();

    /** Starts it and waits until it answers; its data of before is there again. @return its version, for people */
    String start() throws IOException;

    /** Ends the process; nothing happens where it does not run. */
    void stop();

    /** What is asked of it to see whether it lives. @throws IOException where it does not answer */
    void ping() throws IOException;
}
