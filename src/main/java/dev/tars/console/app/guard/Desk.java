package dev.tars.console.app.guard;

import dev.tars.console.release.GuardDesk;
import dev.tars.console.release.People;
import dev.tars.console.release.Person;
import dev.tars.console.release.Place;

/** Who sits where. Set on the FX thread, read by any. */
public final class Desk implements GuardDesk {

    /** What the desk is while nobody has said who sits there. */
    private record State(Place place, String name, People people) {}

    private volatile State state;

    /** @param name who sits there first */
    public Desk(Place place, String name) {
        state = new State(place, name, People.NONE);
    }

    public void at(Place place) {
        state = new State(place, state.name(), state.people());
    }

    public void sits(String name) {
        state = new State(state.place(), name, state.people());
    }

    public void count(People people) {
        state = new State(state.place(), state.name(), people);
    }

    @Override
    public Place place() {
        return state.place();
    }

    @Override
    public Person person() {
        State now = state;
        return now.people().atDesk(now.name());
    }

    @Override
    public People people() {
        return state.people();
    }
}
