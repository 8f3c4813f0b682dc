package dev.tars.console.release;

/** Port: who sits where, now. Answers at once and from any thread. */
public interface GuardDesk {

    /** The environment that is open. */
    Place place();

    /** Who is at the desk. */
    Person person();

    /** Who counts. */
    People people();
}
